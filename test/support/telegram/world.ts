/** The state of the fake: people, chats, messages, files, presses. No HTTP here. */
import { badRequest, Refusal } from './types.js';
import type { FakeChat, FakeUser, StoredFile, StoredMessage } from './types.js';

/** How long a press may wait for its answer *(choice; the real time is not published, D.2 names 150 s)*. */
const PRESS_MS = 150_000;

export type PressState = { readonly at: number; answer: { readonly text: string; readonly alert: boolean } | null };

export class World {
  readonly users = new Map<number, FakeUser>();
  readonly chats = new Map<number, FakeChat>();
  readonly files = new Map<string, StoredFile>();
  readonly presses = new Map<string, PressState>();
  /** All messages in the order they were written, of every chat. */
  readonly log: StoredMessage[] = [];
  #nextFile = 1;

  constructor(
    readonly bot: FakeUser,
    readonly now: () => number,
  ) {}

  addChat(id: number, kind: FakeChat['kind'], title: string, members: readonly number[]): FakeChat {
    const bot = kind === 'private' ? 'not-started' : 'in';
    const chat: FakeChat = {
      id,
      kind,
      title,
      members: new Set(members),
      bot,
      migratedTo: null,
      nextMessageId: 1,
      messages: new Map(),
    };
    this.chats.set(id, chat);
    return chat;
  }

  /** The chat the bot means by `chat_id`. Throws as the server refuses (D.8): unknown, moved, blocked, kicked, not started. */
  writable(chatId: unknown): FakeChat {
    const chat = this.chats.get(Number(chatId));
    if (!chat) throw badRequest('chat not found');
    if (chat.migratedTo !== null) {
      throw badRequest('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: chat.migratedTo });
    }
    switch (chat.bot) {
      case 'in':
        return chat;
      case 'not-started':
        throw new Refusal(403, "Forbidden: bot can't initiate conversation with a user");
      case 'blocked':
        throw new Refusal(403, 'Forbidden: bot was blocked by the user');
      case 'kicked':
        throw new Refusal(403, `Forbidden: bot was kicked from the ${chat.kind} chat`);
    }
  }

  write(chat: FakeChat, message: Omit<StoredMessage, 'chatId' | 'messageId' | 'at' | 'editedAt'>): StoredMessage {
    const stored: StoredMessage = {
      ...message,
      chatId: chat.id,
      messageId: chat.nextMessageId++,
      at: this.now(),
      editedAt: null,
    };
    chat.messages.set(stored.messageId, stored);
    this.log.push(stored);
    return stored;
  }

  /** Whom `tg://user?id=` can point at from this chat: people who are in it or have written to the bot (D.4). */
  person(chat: FakeChat, id: number): FakeUser | null {
    const known = chat.members.has(id) || this.chats.get(id)?.bot === 'in';
    return known ? (this.users.get(id) ?? null) : null;
  }

  byUsername(username: string): FakeUser | null {
    const wanted = username.replace(/^@/, '').toLowerCase();
    return [...this.users.values()].find((user) => user.username?.toLowerCase() === wanted) ?? null;
  }

  keepFile(name: string, bytes: Uint8Array, size = bytes.length): StoredFile {
    const file: StoredFile = { fileId: `file-${this.#nextFile++}`, name, bytes, size };
    this.files.set(file.fileId, file);
    return file;
  }

  /** Answers a press once and in time; otherwise as the server refuses (D.5). */
  answerPress(id: unknown, text: string, alert: boolean): void {
    const press = this.presses.get(String(id));
    if (!press || press.answer || this.now() - press.at > PRESS_MS) {
      throw badRequest('query is too old and response timeout expired or query ID is invalid');
    }
    if (text.length > 200) throw badRequest('MESSAGE_TOO_LONG');
    press.answer = { text, alert };
  }

  /** Platform ids of the people a message notifies by a live mention. */
  notifies(message: StoredMessage): readonly number[] {
    const chat = this.chats.get(message.chatId);
    const ids = message.entities.flatMap((entity) => {
      if (entity.type === 'text_mention') return entity.user ? [entity.user.id] : [];
      if (entity.type !== 'mention') return [];
      const user = this.byUsername(message.text.slice(entity.offset, entity.offset + entity.length));
      return user && chat?.members.has(user.id) ? [user.id] : [];
    });
    return [...new Set(ids)].filter((id) => id !== message.from.id);
  }
}
