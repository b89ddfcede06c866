/** The vocabulary of the fake WeCom. Types only. Sections named are those of channels.md. */

export type Clock = () => number;

export type ChatName = { readonly kind: 'group' | 'direct'; readonly id: string };

/** What is not known of the real service, so that a test can have it both ways (F.1, «Conformance switches»). */
export type Switches = {
  /** A card may be pushed into a group (A.6). */
  readonly groupCardsByPush: boolean;
  /** Somebody must have spoken in a chat before the bot may push into it (A.6). */
  readonly mustHaveSpoken: boolean;
  /** Callbacks missed while disconnected come after the next subscription (H). */
  readonly replayMissed: boolean;
  /** A req_id of an earlier connection may still be answered (I). */
  readonly oldReqIds: boolean;
  /** One callback takes any number of replies, instead of one (A.11). */
  readonly manyReplies: boolean;
  readonly quotaWindow: 'fixed' | 'sliding';
  readonly refusedCount: boolean;
  /** The «recommended» sizes of cards are enforced (A.10). */
  readonly strictCards: boolean;
  /** Presses arrive as the SDK's types say, not nested (A.3.14). */
  readonly flatPresses: boolean;
};

export const defaultSwitches: Switches = {
  groupCardsByPush: true,
  mustHaveSpoken: true,
  replayMissed: false,
  oldReqIds: false,
  manyReplies: false,
  quotaWindow: 'sliding',
  refusedCount: false,
  strictCards: true,
  flatPresses: false,
};

/** A command of the bot, or a request at the webhook, and what became of it. Append-only. */
export type Entry = {
  readonly n: number;
  readonly at: number;
  /** The command, or `webhook`. */
  readonly cmd: string;
  readonly reqId: string | null;
  /** Which connection, counted from 1; 0 for the webhook. */
  readonly connection: number;
  /** Whether it was carried out; what the caller was told is another matter (see faults). */
  readonly verdict: 'accepted' | 'refused';
  readonly errcode: number;
  readonly body: Readonly<Record<string, unknown>>;
};

/** A card as people see it now. */
export type SeenCard = {
  readonly taskId: string;
  /** All its words, a line each. */
  readonly text: string;
  readonly buttons: readonly { readonly label: string; readonly key: string }[];
  readonly card: Readonly<Record<string, unknown>>;
};

/** One message that a chat saw, of the bot or of the webhook robot. */
export type Seen = {
  readonly n: number;
  readonly at: number;
  readonly via: 'bot' | 'webhook';
  readonly chat: ChatName;
  /** The words: markdown as it was sent, or all the words of a card. */
  readonly text: string;
  /** Whose telephone rings because of an @; '@all' for everybody. Always empty for the bot (A.6). */
  readonly notifies: readonly string[];
  readonly taskId: string | null;
  /** The msgid that it was a reply to. */
  readonly answers: string | null;
};

/** What goes wrong with one command, instead of a plain acknowledgement (F.1, faults 1 to 4). */
export type Fault =
  | { readonly kind: 'errcode'; readonly errcode: number }
  | { readonly kind: 'ack-without-code'; readonly carriedOut: boolean }
  | { readonly kind: 'ack-wrong-req-id'; readonly carriedOut: boolean }
  | { readonly kind: 'no-ack'; readonly carriedOut: boolean }
  | { readonly kind: 'late-ack'; readonly ms: number }
  | { readonly kind: 'drop'; readonly carriedOut: boolean };

/** The same for the webhook (F.2). */
export type WebhookFault =
  | { readonly kind: 'errcode'; readonly errcode: number; readonly errmsg?: string }
  | { readonly kind: 'http'; readonly status: number; readonly carriedOut: boolean }
  | { readonly kind: 'silence'; readonly carriedOut: boolean }
  | { readonly kind: 'reset'; readonly carriedOut: boolean }
  | { readonly kind: 'truncated' };

/** Which command a fault is for: the nth (from 1, default 1) from now on that fits, and how many of them (default 1). */
export type Where<B> = {
  readonly cmd?: string;
  readonly when?: (body: B) => boolean;
  readonly nth?: number;
  readonly times?: number;
};
