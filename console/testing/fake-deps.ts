import type { ConsoleDeps } from '../deps.js';
import type { Logger } from '../../dispatcher/ports.js';
import { FakeBot } from './fake-bot.js';
import { entryOf } from './fake-desk.js';
import { FAKE_PEOPLE, FAKE_SAMPLES } from './fake-people.js';
import { FakePlayground } from './fake-playground.js';

const SILENT: Logger = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

export type FakeDeps = Omit<ConsoleDeps, 'playground'> & { readonly playground: FakePlayground; readonly bot: FakeBot };

/**
 * Everything the console asks for, in memory, with a scripted bot: the page can be built and tested before the rest exists.
 * `now` is the machine's clock to build on, in ms; parts may be replaced by `over`.
 */
export function fakeDeps(over: Partial<ConsoleDeps> = {}, machine: () => number = () => Date.now()): FakeDeps {
  let offset = 0;
  const now = (): number => machine() + offset;
  const people = FAKE_PEOPLE;
  const names = new Map([...people.map(({ id, name }) => [name, id] as const), ['小通', 'bot'] as const]);
  const playground = new FakePlayground(now, names);
  const bot = new FakeBot(playground, people, now);
  const deps: ConsoleDeps = {
    host: '127.0.0.1',
    port: 0,
    playground,
    board: () => Promise.resolve(bot.open.map((ticket) => entryOf(ticket, now()))),
    people: () => people,
    samples: () => FAKE_SAMPLES,
    advance: (ms) => {
      offset += ms;
      bot.wake();
      return Promise.resolve(now());
    },
    now,
    health: () => Promise.resolve({ ready: true, problems: [], parts: { playground: 'up' } }),
    figures: () =>
      Promise.resolve({
        messages: { kept: playground.list(0).length, handled: playground.list(0).length, waiting: 0, setAside: 0 },
        tickets: [{ level: 2, state: 'offered', count: bot.open.length }],
        outbox: { waiting: 0, unknown: 0, dead: 0, oldestWaiting: null },
        timers: { due: 0, latest: 0 },
        queues: { deliver: { waiting: 0, active: 0 } },
      }),
    logger: SILENT,
  };
  return { ...deps, ...over, playground, bot };
}
