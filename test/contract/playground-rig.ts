/** The playground with two people, for the contract. */
import { createPlayground } from '../../bot/playground/playground-gateway.js';
import type { PlaygroundPort, PlaygroundPost } from '../../bot/playground/message.js';
import type { GatewayRig } from './gateway-rig.js';

const NOW = Date.UTC(2026, 10, 22, 3, 0);
const PEOPLE: Readonly<Record<string, string>> = { wanglaoshi: '王老师', zhaogaobin: '赵高斌' };

/** A person's name or id after an @; the bot as well, which the gateway leaves out. */
function resolveMention(text: string): readonly string[] {
  const known = { ...PEOPLE, bot: '小通' };
  return Object.entries(known).flatMap(([id, name]) =>
    text.includes(`@${id}`) || text.includes(`@${name}`) ? [id] : [],
  );
}

export function makePlaygroundRig(): Promise<GatewayRig & { readonly port: PlaygroundPort }> {
  let next = 1;
  const { gateway, port } = createPlayground({
    clock: { now: () => NOW },
    ids: { next: () => `P${next++}` },
    names: (id) => PEOPLE[id] ?? id,
    resolveMention,
  });
  let last: PlaygroundPost | null = null;
  const post = async (said: PlaygroundPost): Promise<void> => {
    last = { ...said, id: said.id ?? `said-${next++}` };
    // What the handler refuses is told to the caller of the port: the platform has taken it all the same.
    await port.post(last).catch(() => undefined);
  };
  return Promise.resolve({
    gateway,
    port,
    group: { channel: 'playground', kind: 'group', id: 'playground' },
    reporter: { id: 'wanglaoshi', name: '王老师' },
    engineer: { id: 'zhaogaobin', name: '赵高斌' },
    direct: (person) => ({ channel: 'playground', kind: 'direct', id: person.id }),
    now: () => NOW,
    tellsMentions: true,
    saysInGroup(person, text, how = {}) {
      const call = (how.addressed ?? true) && how.quote === undefined ? '@小通 ' : '';
      const named = (how.mentions ?? []).map((one) => `@${one.name} `).join('');
      const quoted = how.quote?.messageId ?? null;
      const said = post({
        from: person.id,
        chat: 'group',
        text: call + named + text,
        ...(quoted ? { replyTo: quoted } : {}),
      });
      // A handler may take its time: the platform does not.
      return Promise.race([said, Promise.resolve()]);
    },
    saysDirect: (person, text) => post({ from: person.id, chat: 'direct', text }),
    repeatsLast: () => (last ? post(last) : Promise.resolve()),
    press: (person, message, button) =>
      port.press({ from: person.id, message: message.messageId ?? '', button }).then(
        ({ toast }) => toast,
        (error: unknown) => String(error),
      ),
    seen: () =>
      port
        .list(0)
        .filter((message) => message.from === 'bot')
        .map((message) => ({
          chat:
            message.to === undefined
              ? { channel: 'playground', kind: 'group', id: 'playground' }
              : { channel: 'playground', kind: 'direct', id: message.to },
          text: message.text,
          notifies: message.mentions,
          links: [],
          buttons: message.buttons ?? [],
          messageId: message.id,
        })),
    outage: null,
    close: () => gateway.stop(),
  });
}
