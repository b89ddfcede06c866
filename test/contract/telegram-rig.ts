/** The Telegram gateway on its fake server, with people of a group: for the contract and for the tests of faults. */
import { vi } from 'vitest';
import type { Gateway } from '../../bot/gateway.js';
import { createTelegramGateway } from '../../bot/telegram/telegram-gateway.js';
import type { TelegramOptions, Timings } from '../../bot/telegram/options.js';
import { startFakeTelegram } from '../support/telegram/fake-telegram.js';
import type { FakeOptions, FakeTelegram } from '../support/telegram/fake-telegram.js';
import type { FakeUser, StoredMessage } from '../support/telegram/types.js';
import type { GatewayRig, RigPerson, Seen } from './gateway-rig.js';

export const GROUP_ID = -1001;
export const NOW = Date.UTC(2026, 10, 22, 3, 0);

/** Short enough that no test waits for them, long enough that an idle poll is no busy loop. */
export const quick: Partial<Timings> = {
  pollMs: 1_000,
  pollGraceMs: 500,
  callMs: 1_000,
  backoffFirstMs: 5,
  backoffCapMs: 20,
  conflictMs: 20,
  refusedMs: 20,
};

export type LogLine = {
  readonly level: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly msg: string;
};

export type TelegramRig = GatewayRig & {
  readonly fake: FakeTelegram;
  readonly people: { readonly reporter: FakeUser; readonly engineer: FakeUser };
  readonly log: readonly LogLine[];
  /** Codes logged so far. */
  codes(): readonly unknown[];
  moveClock(ms: number): void;
  /** Another gateway on the same bot. */
  another(): Gateway;
};

/** Starts a fake and makes a gateway on it, not started. */
export async function makeTelegramRig(
  options: Partial<TelegramOptions> = {},
  fakeOptions: FakeOptions = {},
): Promise<TelegramRig> {
  let now = NOW;
  const clock = { now: () => now };
  const fake = await startFakeTelegram({ now: clock.now, ...fakeOptions });
  const reporter = fake.addUser(5001, '王老师', 'teacher_wang');
  const engineer = fake.addUser(5002, '赵高斌');
  fake.addUser(5003, 'Everyone', 'everyone');
  fake.addUser(5004, 'Gaobin', 'zhaogaobin');
  const everybody = [...fake.world.users.values()];
  fake.addGroup(GROUP_ID, '通州教育网服务群', everybody);

  const log: LogLine[] = [];
  const line = (level: string) => (fields: object, msg: string) => {
    log.push({ level, fields: fields as Record<string, unknown>, msg });
  };
  const logger = { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') };
  const make = (): Gateway =>
    createTelegramGateway({
      token: fake.token,
      apiRoot: fake.apiRoot,
      chatIds: [],
      botName: '小通',
      clock,
      logger,
      ...options,
      timings: { ...quick, ...options.timings },
    });
  const gateway = make();
  const made: Gateway[] = [gateway];

  const see = (message: StoredMessage): Seen => ({
    chat:
      message.chatId > 0
        ? { channel: 'telegram', kind: 'direct', id: String(message.chatId) }
        : { channel: 'telegram', kind: 'group', id: String(message.chatId) },
    text: message.text,
    notifies: fake.notifies(message).map(String),
    links: message.entities
      .filter((entity) => ['url', 'text_link', 'email', 'bot_command'].includes(entity.type))
      .map((entity) => message.text.slice(entity.offset, entity.offset + entity.length)),
    buttons: message.keyboard.flat().map((button) => ({ id: button.callback_data, label: button.text })),
    messageId: `${message.chatId}:${message.messageId}`,
  });
  const user = (person: RigPerson): FakeUser => {
    const found = fake.world.users.get(Number(person.id));
    if (!found) throw new Error('no such person in the rig');
    return found;
  };
  const numberOf = (seen: Seen): number => Number(seen.messageId?.split(':')[1]);

  return {
    gateway,
    fake,
    people: { reporter, engineer },
    log,
    codes: () => log.map(({ fields }) => fields['code']),
    moveClock: (ms) => void (now += ms),
    another() {
      const one = make();
      made.push(one);
      return one;
    },
    group: { channel: 'telegram', kind: 'group', id: String(GROUP_ID) },
    reporter: { id: '5001', name: '王老师' },
    engineer: { id: '5002', name: '赵高斌' },
    direct: (person) => ({ channel: 'telegram', kind: 'direct', id: person.id }),
    now: clock.now,
    tellsMentions: true,
    saysInGroup(person, text, how = {}) {
      const named = (how.mentions ?? []).map(user);
      const call = (how.addressed ?? true) && how.quote === undefined ? '@Xiaotong_bot ' : '';
      fake.say({
        user: user(person),
        chat: GROUP_ID,
        text: call + named.map((one) => `${one.first_name} `).join('') + text,
        mentions: named,
        ...(how.quote === undefined ? {} : { replyTo: numberOf(how.quote) }),
      });
      return Promise.resolve();
    },
    saysDirect(person, text) {
      fake.say({ user: user(person), text });
      return Promise.resolve();
    },
    repeatsLast() {
      fake.updates.repeatLast();
      return Promise.resolve();
    },
    async press(person, seen, button) {
      const message = fake.chat(GROUP_ID).messages.get(numberOf(seen));
      if (!message) throw new Error('no such message to press');
      const id = fake.press(user(person), message, button);
      return vi.waitFor(
        () => {
          const shown = fake.answerTo(id);
          if (shown === null) throw new Error('the press was not answered');
          return shown;
        },
        { timeout: 5_000, interval: 5 },
      );
    },
    seen: () => fake.sent().map(see),
    outage: { begin: () => fake.close(), end: () => fake.listen() },
    async close() {
      await Promise.all(made.map((one) => one.stop()));
      await fake.close();
    },
  };
}
