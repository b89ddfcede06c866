/** Reports at a steady pace through the whole system, and how long each takes until its ping leaves. */
import type { Gateway } from '../../bot/gateway.js';
import type { Store } from '../../entities/store.js';
import { openSystem } from '../../system.js';
import { systemClock } from '../../workers/clock.js';
import type { HostParts } from '../../workers/host.js';
import { createIds } from '../../workers/ids.js';
import { PHONE_KEY, keptLog, settingsOf, shippedProject } from '../../test/support/assemble.js';
import { awaited } from '../../test/support/patience.js';

export type Bench = {
  readonly store: Store;
  readonly redis: string | null;
  readonly dataDir: string;
  readonly reports: number;
  readonly perSecond: number;
};

/** A gateway that notes when a send begins; the mention of an engineer in the group that answers a report is its ping. */
const noting = (gateway: Gateway, left: (replyTo: string) => void): Gateway => {
  const wrapped: Gateway = Object.create(gateway) as Gateway;
  wrapped.send = (message) => {
    const ping = message.chat.kind === 'group' && message.spans.some((span) => typeof span !== 'string');
    if (ping && message.replyTo !== null) left(message.replyTo);
    return gateway.send(message);
  };
  return wrapped;
};

/** Gives the times in ms, a report each. Every report is of another person and another room, so each makes a ticket. */
export const pingsOf = async ({ store, redis, dataDir, reports, perSecond }: Bench): Promise<readonly number[]> => {
  const arrived = new Map<string, number>();
  const took = new Map<string, number>();
  const left = (id: string): void => {
    const from = arrived.get(id);
    if (from !== undefined && !took.has(id)) took.set(id, performance.now() - from);
  };
  const project = shippedProject();
  const system = await openSystem({
    settings: settingsOf({ wecom: null, telegram: null, playground: true }, dataDir, redis),
    project,
    role: 'all',
    clock: systemClock,
    ids: createIds(systemClock),
    log: keptLog(),
    phoneKey: PHONE_KEY,
    store,
    wrap: (parts: HostParts) => ({ ...parts, gateways: parts.gateways.map((gateway) => noting(gateway, left)) }),
  });
  try {
    await system.host.start();
    const port = system.playground?.port;
    if (port === undefined) throw new Error('there is no playground');
    const schools = project.units.filter((unit) => unit.kind !== 'kindergarten');
    const began = performance.now();
    const posted: Promise<unknown>[] = [];
    for (let n = 0; n < reports; n += 1) {
      const at = began + (n * 1_000) / perSecond;
      await awaited('the next report is due', () => (performance.now() >= at ? true : null), 60_000);
      const unit = schools[n % schools.length]?.short ?? '';
      const room = 101 + Math.floor(n / schools.length);
      const text = `${unit}实验楼 ${room} 教室的电脑上不了网，电话 13800138${String(n % 1_000).padStart(3, '0')}`;
      arrived.set(`bench-${n}`, performance.now());
      posted.push(port.post({ from: `reporter-${n}`, text, chat: 'group', id: `bench-${n}` }));
    }
    await Promise.all(posted);
    await awaited('every ping has left', () => (took.size === reports ? true : null), 120_000);
    return [...took.values()];
  } finally {
    await system.close();
  }
};
