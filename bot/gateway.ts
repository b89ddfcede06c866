/**
 * The vocabulary between a chat platform and the inside. Types only.
 *
 * A gateway turns platform frames into `Inbound` and `Press`, and `Outbound` into platform frames. Nothing inside knows a
 * platform; nothing in a gateway knows a ticket.
 */

export type ChannelId = 'wecom' | 'telegram' | 'playground';

/** A conversation. For a direct chat `id` is the other person's platform user id, so that it can be opened by name. */
export type ChatRef = {
  readonly channel: ChannelId;
  readonly kind: 'group' | 'direct';
  readonly id: string;
};

/** Somebody on the platform. `name` is null where the platform tells none (WeCom). */
export type PlatformUser = { readonly id: string; readonly name: string | null };

/** A picture or file that came with a message. `ref` is the gateway's own word for it, good for one `fetchFile`. */
export type Attachment = {
  readonly kind: 'image' | 'file' | 'voice' | 'video';
  readonly name: string | null;
  readonly ref: string;
};

/** The message that was quoted or replied to. `messageId` is null where the platform gives only the words (WeCom). */
export type Quote = {
  readonly messageId: string | null;
  readonly text: string;
  readonly fromBot: boolean | null;
};

/** One message of a person. */
export type Inbound = {
  readonly chat: ChatRef;
  /** Unique within the channel; the same message delivered twice has the same id. */
  readonly messageId: string;
  readonly from: PlatformUser;
  /** What was typed, without the @ of the bot; speech as text; a caption for a picture; '' for a bare picture. */
  readonly text: string;
  /** The bot was @mentioned, replied to, or spoken to in a direct chat. */
  readonly addressed: boolean;
  /** Platform user ids that the message mentions, without the bot. */
  readonly mentions: readonly string[];
  readonly quote: Quote | null;
  readonly attachments: readonly Attachment[];
  /** Milliseconds since the epoch, stamped by us on arrival (platform times are not dependable). */
  readonly arrivedAt: number;
};

/** One press of a button under a message of ours. */
export type Press = {
  readonly chat: ChatRef;
  /** Unique within the channel; one press delivered twice has the same id. */
  readonly pressId: string;
  readonly from: PlatformUser;
  /** The id of the button, as it was given in `Outbound.buttons`. */
  readonly button: string;
  readonly messageId: string | null;
  readonly arrivedAt: number;
};

/** What the presser sees at once (a toast, an updated card), and whether the buttons go away. */
export type PressAnswer = { readonly toast: string; readonly retire: boolean };

/** Plain words (never markup: `encode` escapes them), or a live mention that notifies. Line breaks are '\n'. */
export type Span = string | { readonly mention: string; readonly name: string };

/** `id`: at most 64 bytes of [0-9A-Za-z:_-], returned in `Press.button`. */
export type Button = { readonly id: string; readonly label: string };

/** One message of the bot. */
export type Outbound = {
  readonly chat: ChatRef;
  readonly spans: readonly Span[];
  readonly buttons: readonly Button[];
  /** The platform message id that this answers, where there is one. */
  readonly replyTo: string | null;
  /** The ticket number this is about; gateways may use it to make a card's id recognisable. */
  readonly ticket: string | null;
};

/** What became of a send. `unknown`: the answer was lost, it may have arrived. */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly messageId: string | null }
  /** Not delivered; may be tried again. `afterMs`: what the platform asked for. `slow`: the whole lane shall wait that long. */
  | { readonly kind: 'retry'; readonly reason: string; readonly afterMs: number | null; readonly slow: boolean }
  /** Not delivered and never will be as it is. */
  | { readonly kind: 'dead'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string };

/** Messages a lane may carry. */
export type Budget = {
  readonly perSecond: number | null;
  readonly perMinute: number;
  readonly perHour: number | null;
};

/** What a channel can do. Where it cannot, `encode` says the same in words. */
export type Capabilities = {
  /** inline: a mention in any message notifies. separate: it does, over a robot with a budget of its own. none: words only. */
  readonly mention: 'inline' | 'separate' | 'none';
  readonly buttons: { readonly group: boolean; readonly direct: boolean };
  readonly edit: boolean;
  readonly direct: boolean;
  /** false: in a group the bot hears only what is addressed to it. */
  readonly hearsAll: boolean;
  /** Longest text of one message; a longer one is split by `encode`. */
  readonly maxText: { readonly unit: 'utf8-bytes' | 'utf16-units'; readonly size: number };
  /** The budget of a chat; `mention` is the second robot's where mention is 'separate'. */
  readonly budget: { readonly chat: Budget; readonly mention: Budget | null };
};

export type GatewayStatus =
  | { readonly kind: 'up'; readonly since: number; readonly lastHeardAt: number | null }
  /** `reason` in words for an operator, with what to do; `retrying` false means that a person must act. */
  | { readonly kind: 'down'; readonly since: number; readonly reason: string; readonly retrying: boolean };

export type FetchedFile =
  | { readonly kind: 'file'; readonly name: string | null; readonly bytes: Uint8Array }
  | { readonly kind: 'gone'; readonly reason: string };

export interface Gateway {
  readonly channel: ChannelId;
  readonly capabilities: Capabilities;
  /** The handler resolves when the message is kept; only then may the platform be told so. Called in order per chat. */
  onMessage(handler: (message: Inbound) => Promise<void>): void;
  onPress(handler: (press: Press) => Promise<PressAnswer>): void;
  /** Told when the channel was deaf and the platform does not replay: from, to in ms since the epoch. */
  onGap(handler: (from: number, to: number) => Promise<void>): void;
  /** Resolves when the connection attempt is under way; being up is told by `status`. */
  start(): Promise<void>;
  /** Finishes what is in flight, then lets go of the connection. */
  stop(): Promise<void>;
  status(): GatewayStatus;
  /** Never rejects: whatever happens is an outcome. */
  send(message: Outbound): Promise<SendOutcome>;
  /** Takes the buttons off a message sent earlier; only where `capabilities.edit` says so. A courtesy: never rejects. */
  readonly retire?: (message: { readonly chat: ChatRef; readonly messageId: string }) => Promise<void>;
  fetchFile(ref: string): Promise<FetchedFile>;
}
