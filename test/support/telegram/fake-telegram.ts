/**
 * A faithful Bot API server on loopback (channels.md F.4), and hands for a test: people who say and press, and eyes on what the
 * bot sent and whom it notified. Start it, give `apiRoot` and `token` to the gateway, close it after.
 */
import { finish } from './detect.js';
import { Faults } from './faults.js';
import type { Fault } from './faults.js';
import { FakeHttp } from './http.js';
import type { Call, Played } from './http.js';
import { METHODS } from './methods.js';
import { Refusal } from './types.js';
import type { Answer, FakeChat, FakeUser, Recorded, StoredFile, StoredMessage } from './types.js';
import { UpdateQueue } from './update-queue.js';
import { messageJson, typedEntities } from './wire.js';
import { World } from './world.js';

export type FakeOptions = {
  readonly now?: () => number;
  readonly token?: string;
  /** Privacy mode (D.3): on, the bot hears in groups only commands, replies to it and, by `mentionsPass`, its @username. */
  readonly privacy?: boolean;
  readonly mentionsPass?: boolean;
};

export type Say = {
  readonly user: FakeUser;
  /** A group's id; left out: the person's private chat with the bot, which counts as Start. */
  readonly chat?: number;
  readonly text: string;
  readonly replyTo?: number;
  readonly photo?: boolean;
  readonly file?: { readonly kind: 'document' | 'voice' | 'video'; readonly file: StoredFile };
  /** People without a username whose first name stands in the text as a mention. */
  readonly mentions?: readonly FakeUser[];
};

const BOT: FakeUser = { id: 7_000_000_001, is_bot: true, first_name: '小通', username: 'xiaotong_bot' };

export class FakeTelegram {
  readonly token: string;
  readonly bot = BOT;
  readonly world: World;
  readonly updates = new UpdateQueue();
  readonly faults = new Faults();
  /** Every call in order of arrival; getUpdates that brought nothing are left out. */
  readonly record: Recorded[] = [];
  privacy: boolean;
  readonly #mentionsPass: boolean;
  readonly #http: FakeHttp;
  #nextPress = 1;

  constructor(options: FakeOptions = {}) {
    this.token = options.token ?? '7000000001:fake-token-for-tests';
    this.privacy = options.privacy ?? false;
    this.#mentionsPass = options.mentionsPass ?? true;
    this.world = new World(BOT, options.now ?? Date.now);
    this.#http = new FakeHttp({
      token: this.token,
      call: (call) => this.#call(call),
      keepFile: (name, bytes) => this.world.keepFile(name, bytes),
      file: (path) => this.world.files.get(path.split('/')[1] ?? '') ?? null,
    });
  }

  get apiRoot(): string {
    return this.#http.root;
  }

  /** Also after `close`: the same address again. */
  listen(): Promise<void> {
    return this.#http.listen();
  }

  close(): Promise<void> {
    return this.#http.close();
  }

  addUser(id: number, firstName: string, username?: string): FakeUser {
    const user: FakeUser = {
      id,
      is_bot: false,
      first_name: firstName,
      ...(username === undefined ? {} : { username }),
    };
    this.world.users.set(id, user);
    this.world.addChat(id, 'private', firstName, [id]);
    return user;
  }

  addGroup(id: number, title: string, members: readonly FakeUser[]): FakeChat {
    const ids = members.map((user) => user.id);
    return this.world.addChat(id, 'group', title, ids);
  }

  chat(id: number): FakeChat {
    const chat = this.world.chats.get(id);
    if (!chat) throw new Error(`the fake has no chat ${id}: add it first`);
    return chat;
  }

  /** A person says something; the bot gets it where privacy mode lets it. */
  say(say: Say): StoredMessage {
    const chat = this.chat(say.chat ?? say.user.id);
    if (chat.kind === 'private') chat.bot = 'in';
    const found = finish({ text: say.text, entities: [] });
    const photo =
      say.photo === true
        ? { kind: 'photo' as const, file: this.world.keepFile('photo.jpg', Buffer.from('jpeg')) }
        : null;
    const message = this.world.write(chat, {
      from: say.user,
      text: say.text,
      entities: typedEntities(say.text, found.entities, say.mentions ?? []),
      replyTo: say.replyTo ?? null,
      media: photo ?? say.file ?? null,
      keyboard: [],
      silent: false,
    });
    if (this.#hears(chat, message)) this.updates.push('message', messageJson(message, this.world));
    return message;
  }

  edit(message: StoredMessage, text: string): void {
    message.text = text;
    message.entities = finish({ text, entities: [] }).entities;
    message.editedAt = this.world.now();
    this.updates.push('edited_message', messageJson(message, this.world));
  }

  /** Presses a button of a message; gives the press's id. `how` plays old clients: the message is not shown to the bot. */
  press(
    user: FakeUser,
    message: StoredMessage,
    data: string,
    how: 'whole' | 'inaccessible' | 'absent' = 'whole',
  ): string {
    const id = `press-${this.#nextPress++}`;
    this.world.presses.set(id, { at: this.world.now(), answer: null });
    const whole = messageJson(message, this.world);
    const shown = {
      whole: { message: whole },
      inaccessible: { message: { chat: whole['chat'], message_id: message.messageId, date: 0 } },
      absent: { inline_message_id: 'i1' },
    }[how];
    this.updates.push('callback_query', { id, from: user, chat_instance: '1', data, ...shown });
    return id;
  }

  /** What the presser was shown: the toast, '' for an answer without words, null while there is none. */
  answerTo(pressId: string): string | null {
    return this.world.presses.get(pressId)?.answer?.text ?? null;
  }

  /** The bot's messages as they look now, in order of sending. */
  sent(chat?: number): readonly StoredMessage[] {
    return this.world.log.filter(
      (message) => message.from.id === BOT.id && (chat === undefined || message.chatId === chat),
    );
  }

  notifies(message: StoredMessage): readonly number[] {
    return this.world.notifies(message);
  }

  /** The group becomes a supergroup with a new id (D.3); both service messages are delivered. */
  migrate(from: number, to: number): FakeChat {
    const old = this.chat(from);
    const moved = this.world.addChat(to, 'supergroup', old.title, [...old.members]);
    old.migratedTo = to;
    const service = { message_id: old.nextMessageId++, date: Math.floor(this.world.now() / 1000), from: BOT };
    this.updates.push('message', {
      ...service,
      chat: { id: from, type: 'group', title: old.title },
      migrate_to_chat_id: to,
    });
    const there = { ...service, message_id: moved.nextMessageId++ };
    this.updates.push('message', {
      ...there,
      chat: { id: to, type: 'supergroup', title: old.title },
      migrate_from_chat_id: from,
    });
    return moved;
  }

  #hears(chat: FakeChat, message: StoredMessage): boolean {
    if (chat.bot !== 'in') return false;
    if (chat.kind === 'private' || !this.privacy) return true;
    const replied = message.replyTo === null ? undefined : chat.messages.get(message.replyTo);
    const mentioned = message.entities.some(
      (entity) =>
        entity.type === 'mention' &&
        message.text.slice(entity.offset, entity.offset + entity.length).toLowerCase() === `@${BOT.username}`,
    );
    return message.text.startsWith('/') || replied?.from.id === BOT.id || (mentioned && this.#mentionsPass);
  }

  async #call({ method, payload, gone }: Call): Promise<Played> {
    const chatId = payload['chat_id'] === undefined ? null : Number(payload['chat_id']);
    const fault = this.faults.next(method, chatId);
    const note = (outcome: Recorded['outcome'], words: string): void => {
      this.record.push({ method, chatId, payload, outcome, note: words });
    };
    const early = fault && earlyAnswer(fault);
    if (early) {
      note('refused', early.ok ? fault.kind : early.description);
      return { answer: early, fault };
    }
    try {
      const result = await this.#run(method, payload, gone);
      if (method !== 'getUpdates' || (result as unknown[]).length > 0) note('accepted', fault?.kind ?? '');
      return { answer: { ok: true, result }, fault };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      note('refused', error.description);
      return { answer: error.answer(), fault };
    }
  }

  async #run(method: string, payload: Readonly<Record<string, unknown>>, gone: AbortSignal): Promise<unknown> {
    switch (method) {
      case 'getMe':
        return { ...BOT, can_join_groups: true, can_read_all_group_messages: !this.privacy };
      case 'getUpdates':
        return this.updates.get(payload, gone);
      case 'setWebhook':
      case 'deleteWebhook':
        this.updates.webhook = method === 'setWebhook';
        return true;
      default: {
        const run = METHODS[method];
        if (!run) throw new Refusal(404, 'Not Found: method not found');
        return run(this.world, payload);
      }
    }
  }
}

/** The faults in which the call never takes effect; null for those played on the way back. */
function earlyAnswer(fault: Fault): Answer | null {
  switch (fault.kind) {
    case 'answer':
      return new Refusal(fault.code, fault.description, fault.parameters).answer();
    case 'page':
    case 'lost-before':
      return { ok: true, result: true };
    case 'lost-after':
    case 'cut':
    case 'hang':
      return null;
  }
}

/** Starts a fake on a free port. */
export async function startFakeTelegram(options: FakeOptions = {}): Promise<FakeTelegram> {
  const fake = new FakeTelegram(options);
  await fake.listen();
  return fake;
}
