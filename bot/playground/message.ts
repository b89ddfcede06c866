/** The words of the console's group chat: what pages and scripts see, what they do, what is refused. Types and one error. */

export type PlaygroundButton = { readonly id: string; readonly label: string };

/** One message as `GET /api/playground/messages` shows it (design.md 5, a fixed interface). */
export type PlaygroundMessage = {
  readonly id: string;
  /** Counts up from 1 over all chats; stays when the message changes. */
  readonly n: number;
  /** ISO 8601 with +08:00. */
  readonly at: string;
  /** A person's id, or `bot`. */
  readonly from: string;
  /** On direct messages only: a person's id, or `bot`. */
  readonly to?: string;
  readonly text: string;
  readonly mentions: readonly string[];
  readonly buttons?: readonly PlaygroundButton[];
  readonly replyTo?: string;
  readonly ticket?: string;
};

/** Where messages outlive the process. `append` and `update` resolve when the message is safe. */
export interface PlaygroundStore {
  append(message: PlaygroundMessage): Promise<void>;
  /** The message of this id has changed (its buttons went). */
  update(message: PlaygroundMessage): Promise<void>;
  /** All messages, in order of `n`. */
  load(): Promise<readonly PlaygroundMessage[]>;
}

export type PlaygroundPost = {
  readonly from: string;
  readonly text: string;
  readonly chat: 'group' | 'direct';
  readonly replyTo?: string;
  /** The caller's own id, so that it may try again: the same id is one message. */
  readonly id?: string;
};

export type PlaygroundPress = { readonly from: string; readonly message: string; readonly button: string };

/** What the console uses. `post` and `press` reject with a `PlaygroundError` and nothing else. */
export interface PlaygroundPort {
  /** Resolves when the message is kept. */
  post(post: PlaygroundPost): Promise<{ readonly id: string }>;
  /** Resolves with what the presser is shown, and whether the buttons went. */
  press(press: PlaygroundPress): Promise<{ readonly toast: string; readonly retire: boolean }>;
  /** Messages with `n` above `after`, in order, as they are now. */
  list(after: number): readonly PlaygroundMessage[];
  /** Told of every new message, and of every changed one under its old id and `n`. Gives the way out. */
  subscribe(listener: (message: PlaygroundMessage) => void): () => void;
}

export type PlaygroundRefusal =
  'PLAYGROUND_DOWN' | 'PLAYGROUND_BAD_SENDER' | 'PLAYGROUND_ID_TAKEN' | 'PLAYGROUND_NO_MESSAGE' | 'PLAYGROUND_NOT_KEPT';

const WHAT_TO_DO: Readonly<Record<PlaygroundRefusal, string>> = {
  PLAYGROUND_DOWN: 'the playground is not running: start the bot, or try again soon',
  PLAYGROUND_BAD_SENDER: "`from` must be a person's id, and not `bot`",
  PLAYGROUND_ID_TAKEN: 'this id is the id of another message: choose another, or leave it out',
  PLAYGROUND_NO_MESSAGE: 'there is no such message of the bot in a chat of this person: take its id from the list',
  PLAYGROUND_NOT_KEPT: 'it could not be kept: try again with the same id',
};

export class PlaygroundError extends Error {
  override readonly name = 'PlaygroundError';

  constructor(readonly code: PlaygroundRefusal) {
    super(WHAT_TO_DO[code]);
  }
}

/** Milliseconds since the epoch as ISO 8601 in Asia/Shanghai, which is always +08:00. */
export function shanghaiIso(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().replace('Z', '+08:00');
}
