/**
 * What the console asks of the rest: structural types only, so that neither the playground nor the record need know it.
 */
import type { Instant, Level, Millis, Role, StaffId, TicketState } from '../dispatcher/model.js';
import type { Figures, Logger } from '../dispatcher/ports.js';

/** One message of the playground as its gateway keeps it. `n` counts up; an edited message keeps its `n` and its `id`. */
export type PlaygroundMessage = {
  readonly id: string;
  readonly n: number;
  /** ISO 8601 with +08:00. */
  readonly at: string;
  readonly from: string;
  /** Set on direct messages: the other end, `bot` where a person wrote. */
  readonly to?: string | undefined;
  readonly text: string;
  readonly mentions: readonly string[];
  readonly buttons?: readonly { readonly id: string; readonly label: string }[] | undefined;
  readonly replyTo?: string | undefined;
  readonly ticket?: string | undefined;
};

export type Post = {
  readonly from: string;
  readonly text: string;
  readonly chat: 'group' | 'direct';
  readonly replyTo?: string;
  readonly id?: string;
};

/** The playground's gateway as the console sees it. It rejects with an error that carries a `code` (see `playground-refusal.ts`). */
export type PlaygroundPort = {
  post(message: Post): Promise<{ readonly id: string }>;
  /** Resolves with what the presser is shown. */
  press(press: {
    readonly from: string;
    readonly message: string;
    readonly button: string;
  }): Promise<{ readonly toast: string }>;
  /** Messages with `n` greater than `after`, in order. */
  list(after: number): readonly PlaygroundMessage[] | Promise<readonly PlaygroundMessage[]>;
  /** Told each new message and each edited one; gives back how to stop. */
  subscribe(listener: (message: PlaygroundMessage) => void): () => void;
};

/** One of a ticket's three promises. */
export type BoardClock = {
  readonly kind: 'accept' | 'arrive' | 'resolve';
  readonly due: Instant;
  readonly done: boolean;
  readonly late: boolean;
};

/** One open ticket. The first line is design.md 5's, the rest is what the page shows beside. */
export type BoardEntry = {
  readonly no: string;
  readonly unit: string | null;
  readonly place: string | null;
  readonly level: Level;
  readonly state: TicketState;
  readonly assignee: StaffId | null;
  readonly reportedAt: Instant;
  /** The next deadline that still runs; null where none does. */
  readonly dueAt: Instant | null;
  readonly incident?: string | null | undefined;
  readonly fault: string;
  readonly clocks: readonly BoardClock[];
  readonly assigneeName: string | null;
  /** The state in the words people use (派单待接, 已接单 ...). */
  readonly stateName: string;
};

/** Somebody whom the page can speak as. `title`: the unit of a reporter, the post of a member of staff. */
export type Person = { readonly id: string; readonly name: string; readonly role: Role; readonly title: string };

/** A ready-made sentence. `chat`: where it is meant to be said, anywhere if left out. */
export type Sample = { readonly role: Role; readonly text: string; readonly chat?: 'group' | 'direct' };

/** `problems` are sentences for an operator, each with its cure; `parts` tells each part by name (up, down ...). */
export type Health = {
  readonly ready: boolean;
  readonly problems: readonly string[];
  readonly parts: Readonly<Record<string, string>>;
};

/** `queues`: jobs by queue and by state (waiting, active, delayed, failed ...). */
export type ConsoleFigures = Figures & { readonly queues: Readonly<Record<string, Readonly<Record<string, number>>>> };

export type ConsoleDeps = {
  readonly host: string;
  readonly port: number;
  /** null where the playground is not a channel: then only the board and the operator's routes are served. */
  readonly playground: PlaygroundPort | null;
  board(): Promise<readonly BoardEntry[]>;
  people(): readonly Person[] | Promise<readonly Person[]>;
  samples(): readonly Sample[] | Promise<readonly Sample[]>;
  /** Moves the playground's clock on; null where the clock may not be moved (a real channel is connected). */
  readonly advance: ((ms: Millis) => Promise<Instant>) | null;
  now(): Instant;
  health(): Promise<Health>;
  figures(): Promise<ConsoleFigures>;
  readonly logger: Logger;
};
