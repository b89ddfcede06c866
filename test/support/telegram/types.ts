/** The words of the fake Bot API server: what it keeps, and what it answers (channels.md D, F.4). Types and one error. */

export type FakeUser = {
  readonly id: number;
  readonly is_bot: boolean;
  readonly first_name: string;
  readonly last_name?: string;
  readonly username?: string;
};

/** Offsets and lengths in UTF-16 units (channels.md D.4). */
export type Entity = {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
  readonly user?: FakeUser;
};

export type ParsedText = { readonly text: string; readonly entities: readonly Entity[] };

export type KeyButton = { readonly text: string; readonly callback_data: string };

export type StoredFile = {
  readonly fileId: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What `getFile` says of its size; a test may claim more than there is. */
  readonly size: number;
};

export type StoredMessage = {
  readonly chatId: number;
  readonly messageId: number;
  readonly from: FakeUser;
  /** ms since the epoch. */
  readonly at: number;
  readonly replyTo: number | null;
  readonly media: { readonly kind: 'photo' | 'document' | 'voice' | 'video'; readonly file: StoredFile } | null;
  text: string;
  entities: readonly Entity[];
  keyboard: readonly (readonly KeyButton[])[];
  editedAt: number | null;
  readonly silent: boolean;
};

export type FakeChat = {
  readonly id: number;
  readonly kind: 'private' | 'group' | 'supergroup';
  readonly title: string;
  readonly members: Set<number>;
  /** Whether the bot may write: a private chat needs Start, and a person can block, a group can kick (D.3, D.8). */
  bot: 'in' | 'not-started' | 'blocked' | 'kicked';
  migratedTo: number | null;
  nextMessageId: number;
  readonly messages: Map<number, StoredMessage>;
};

export type Update = { readonly update_id: number } & Readonly<Record<string, unknown>>;

export type Answer =
  | { readonly ok: true; readonly result: unknown }
  | {
      readonly ok: false;
      readonly error_code: number;
      readonly description: string;
      readonly parameters?: Readonly<Record<string, number>>;
    };

/** One call of the bot, in the order of arrival. Never changed once written. */
export type Recorded = {
  readonly method: string;
  readonly chatId: number | null;
  readonly payload: Readonly<Record<string, unknown>>;
  /** accepted: it took effect, even if the answer was lost. refused: it did not. */
  readonly outcome: 'accepted' | 'refused';
  /** The description of a refusal, or the fault that was played; '' where all went well. */
  readonly note: string;
};

/** How a method says no: becomes `{ok: false, error_code, description, parameters}`. */
export class Refusal extends Error {
  constructor(
    readonly code: number,
    readonly description: string,
    readonly parameters?: Readonly<Record<string, number>>,
  ) {
    super(`${code} ${description}`);
  }

  answer(): Answer {
    const { code: error_code, description, parameters } = this;
    return { ok: false, error_code, description, ...(parameters ? { parameters } : {}) };
  }
}

export const badRequest = (words: string, parameters?: Readonly<Record<string, number>>): Refusal =>
  new Refusal(400, `Bad Request: ${words}`, parameters);
