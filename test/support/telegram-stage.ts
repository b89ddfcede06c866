/** Telegram as a stage: the real grammY client against the fake Bot API on loopback. Ids there are numbers: the stage translates. */
import { Secret } from '../../config/secret.js';
import type { Instant } from '../../dispatcher/model.js';
import { awaited } from './patience.js';
import type { Heard, Place, Stage } from './stage.js';
import { startFakeTelegram, type FakeTelegram } from './telegram/fake-telegram.js';
import type { FakeUser, StoredMessage } from './telegram/types.js';

export const TELEGRAM_GROUP = -1001;

export type TelegramStage = Stage & { readonly fake: FakeTelegram };

export type TelegramOptions = {
  readonly now: () => Instant;
  /** Outside the roster, with the name they bear there. */
  readonly reporters: Readonly<Record<string, string>>;
  /** On the roster; all have started the bot. */
  readonly staff: readonly { readonly id: string; readonly name: string }[];
};

/** Starts the fake with everybody in one group. */
export const telegramStage = async (options: TelegramOptions): Promise<TelegramStage> => {
  const fake = await startFakeTelegram({ now: options.now });
  const users = new Map<string, FakeUser>();
  Object.entries(options.reporters).forEach(([id, name], i) => users.set(id, fake.addUser(5_001 + i, name)));
  options.staff.forEach(({ id, name }, i) => {
    const user = fake.addUser(100_000_001 + i, name);
    users.set(id, user);
    fake.chat(user.id).bot = 'in';
  });
  fake.addGroup(TELEGRAM_GROUP, '通州教育网络运维服务', [...users.values()]);

  const userOf = (person: string): FakeUser => {
    const user = users.get(person);
    if (user === undefined) throw new Error(`${person} is not on Telegram`);
    return user;
  };
  const personOf = (id: number): string => [...users].find(([, user]) => user.id === id)?.[0] ?? String(id);
  const placeOf = (chat: number): Place =>
    chat === TELEGRAM_GROUP ? { kind: 'group' } : { kind: 'direct', person: personOf(chat) };
  const heardOf = (message: StoredMessage, n: number): Heard => ({
    n,
    at: message.at,
    place: placeOf(message.chatId),
    lane: String(message.chatId),
    text: message.text,
    mentions: fake.notifies(message).map(personOf),
    buttons: message.keyboard.flat().map(({ callback_data: id, text: label }) => ({ id, label })),
    id: `${message.chatId}:${message.messageId}`,
  });
  const stored = (heard: Heard): StoredMessage => {
    const [chat, number] = (heard.id ?? '').split(':').map(Number);
    const message = fake.chat(chat ?? 0).messages.get(number ?? 0);
    if (message === undefined) throw new Error('there is no such message');
    return message;
  };

  return {
    fake,
    channel: 'telegram',
    settings: {
      wecom: null,
      telegram: { botToken: new Secret(fake.token), apiRoot: fake.apiRoot, chatIds: [String(TELEGRAM_GROUP)] },
      playground: false,
    },
    project: (project) => ({
      ...project,
      staff: project.staff.map((member) => {
        const user = users.get(member.id);
        return user === undefined ? member : { ...member, ids: { ...member.ids, telegram: String(user.id) } };
      }),
    }),
    attach: () => undefined,
    say: (person, { text, place, quote, picture }) => {
      fake.say({
        user: userOf(person),
        text,
        ...(place.kind === 'group' ? { chat: TELEGRAM_GROUP } : {}),
        ...(quote === undefined ? {} : { replyTo: stored(quote).messageId }),
        ...(picture === undefined ? {} : { photo: true }),
      });
      return Promise.resolve({ heard: true, repeat: () => Promise.resolve(fake.updates.repeatLast()) });
    },
    press: (person, heard, button) => {
      const press = fake.press(userOf(person), stored(heard), button);
      return awaited('the press was answered', () => fake.answerTo(press));
    },
    heard: () => fake.sent().map(heardOf),
    close: () => fake.close(),
  };
};
