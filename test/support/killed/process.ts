/** A process of its own over a fake WeCom: the system as main.ts wires it, with a clock that may be ahead and an end that is sure. */
import { Secret } from '../../../config/secret.js';
import type { Settings } from '../../../config/settings.js';
import { openStore } from '../../../entities/store.js';
import { openSystem } from '../../../system.js';
import { createMovableClock } from '../../../workers/clock.js';
import { createIds } from '../../../workers/ids.js';
import { stormProject } from '../storm/script.js';
import { PHONE_KEY, keptLog, settingsOf as channelsAnd, shippedProject } from '../assemble.js';
import { doomed } from './doom.js';
import type { Orders } from './orders.js';

const settingsOf = ({ wecom, dataDir, redis }: Orders): Settings =>
  channelsAnd(
    {
      wecom: {
        botId: wecom.botId,
        botSecret: new Secret(wecom.secret),
        wsUrl: wecom.wsUrl,
        webhookUrl: new Secret(wecom.webhookUrl),
        chatIds: [wecom.chatId],
        groupCards: false,
      },
      telegram: null,
      playground: false,
    },
    dataDir,
    redis,
  );

const run = async (orders: Orders): Promise<void> => {
  const { moment } = orders;
  const clock = createMovableClock(orders.ahead);
  const store = await openStore({ kind: orders.store.kind, url: new Secret(orders.store.url) });
  const system = await openSystem({
    settings: settingsOf(orders),
    project: orders.district === 'storm' ? stormProject(shippedProject()) : shippedProject(),
    role: orders.role,
    clock,
    ids: createIds(clock),
    log: keptLog(),
    phoneKey: PHONE_KEY,
    store,
    ...(moment === null ? {} : { wrap: (parts) => doomed(parts, moment) }),
  });
  await system.host.start();
  process.send?.('started');
};

process.once('message', (orders) => {
  run(orders as Orders).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  });
});
// The test that started us is gone: so are we.
process.once('disconnect', () => process.exit(0));
