/**
 * What the inside asks of the outside. Types only.
 * `record/` implements Recorder, Outbox, Timers, Leases and Views on a database; nobody else writes.
 */
import type { Bulletin } from './bulletin.js';
import type { Incident } from './incident.js';
import type { Inspection } from './inspection.js';
import type { Budget, ChatRef, Inbound, Outbound, Press, SendOutcome } from '../bot/gateway.js';
import type {
  Fold,
  Guarantee,
  Hands,
  IncidentId,
  Instant,
  Millis,
  RotaEntry,
  SayClass,
  StaffId,
  Talk,
  Ticket,
  TicketEvent,
  TicketId,
  TicketState,
  Timer,
  TimerKind,
  UnitName,
} from './model.js';

import type { History, WaitingLane } from './views.js';

export type * from './clockwork.js';
export type * from './advice.js';
export type * from './views.js';

export interface Clock {
  now(): Instant;
}

export interface Ids {
  /** A new id of 26 characters [0-9A-Z], sorting by time of making within a process. */
  next(): string;
}

/** Fields carry ids and counts, never words, numbers of people or secrets. */
export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What set a decision off; each is handled once. A turn is a calendar's (`digest:2026-11-22`), its id made of its date. */
export type Cause =
  | { readonly kind: 'message'; readonly id: string }
  | { readonly kind: 'press'; readonly id: string }
  | { readonly kind: 'timer'; readonly id: string }
  | { readonly kind: 'turn'; readonly id: string };

/** What a decision has to see. Everything named is locked until the decision is committed. */
export type Need = {
  /** `unit:NAME`, `chat:CHANNEL:ID`, `person:KEY`, `guarantees` or `rota` (to change one); taken in sorted order, before any ticket. */
  readonly locks: readonly string[];
  /** Open tickets of this unit. */
  readonly unit: UnitName | null;
  /** Open tickets this person reported or joined, and those finished within the last 48 h. */
  readonly person: string | null;
  /** Open tickets offered to or held by this member of staff, and those resolved (not yet closed) within the last 48 h. */
  readonly staff: StaffId | null;
  /** Ticket numbers, whole, or their last four digits (then: the newest such ticket of the last 30 days). */
  readonly tickets: readonly string[];
  /** The message of ours that was quoted or pressed. */
  readonly quoted: { readonly chat: ChatRef; readonly messageId: string } | null;
  /** Tickets that nobody has accepted yet, and those accepted within the last 10 minutes: somebody may be taking one. */
  readonly waiting: boolean;
  /** Every open ticket, for lists and digests. */
  readonly allOpen: boolean;
  /** Tickets reported or finished in [from, to), for digests. */
  readonly span: { readonly from: Instant; readonly to: Instant } | null;
  /** Whose conversation state, in which chat; with it the tickets of the choice that stands open there. */
  readonly talk: { readonly chat: ChatRef; readonly person: string } | null;
  /** True where new tickets may come of it: then the day's counter is locked. */
  readonly numbers: boolean;
  /**
   * Where an incident may come of it or change (`incidents` is locked then): open tickets of none, reported from `since` on; with a head
   * those that wait for it. `incident`: this one's (`running`: everyone's) head and members as well.
   */
  readonly storm: { readonly since: Instant; readonly incident: IncidentId | 'running' | null } | null;
  /** The log of every ticket found, where somebody asks for it. */
  readonly logs?: true;
  /** What is to be inspected, and what was today. */
  readonly inspections?: true;
};

/** What was found. Tickets are distinct, newest first. */
export type Loaded = {
  readonly now: Instant;
  readonly tickets: readonly Ticket[];
  /** Of the quoted message: the ticket it was about and what kind of message it was. */
  readonly quoted: { readonly ticket: TicketId | null; readonly kind: string } | null;
  /** What every member of staff has in hand (offered, accepted, arrived), and what they repaired within the last 4 h. */
  readonly loads: Hands;
  readonly talk: Talk;
  /** The number the day's next ticket gets (1 for the first). */
  readonly nextNumber: number;
  /** Leave, duty and the reserve, not taken back, and not over for longer than a day; the earliest first. */
  readonly rota: readonly RotaEntry[];
  /** Guaranteed events that are planned, or ended within the last day; the earliest first. */
  readonly guarantees: readonly Guarantee[];
  /** Incidents of the last day, and older ones that are not over; the earliest first. */
  readonly incidents: readonly Incident[];
  /** By ticket, in order (Need.logs). */
  readonly logs?: ReadonlyMap<TicketId, readonly TicketEvent[]>;
  /** Announcements that stand, and those over for less than a day; the earliest first. */
  readonly bulletins: readonly Bulletin[];
  /** May this decision make or change an incident (Need.storm)? */
  readonly storm: boolean;
  /** In the order of their ids (Need.inspections). */
  readonly inspections?: readonly Inspection[];
  /** The timer that is the cause, with its ticket among `tickets`; null for other causes. */
  readonly timer: {
    readonly ticket: TicketId;
    readonly key: string;
    readonly kind: TimerKind;
    readonly due: Instant;
  } | null;
};

/** Sent only while its reason stands: the ticket is in one of these states and, where given, in this round. */
export type Wanted = {
  readonly ticket: TicketId;
  readonly states: readonly TicketState[];
  readonly round: number | null;
};

/** One message to be sent, as stored in the outbox. */
export type Said = {
  readonly outbound: Outbound;
  /** Where it queues: `CHANNEL:CHAT` or, for a second robot, `CHANNEL:CHAT:mention`. */
  readonly lane: string;
  readonly class: SayClass;
  /** What it is: receipt, ping, brief, reminder, breach, closure, rating, digest, answer, refusal, question ... */
  readonly kind: string;
  readonly ticket: TicketId | null;
  readonly wanted: Wanted | null;
  /** After an unknown outcome: send again, saying so, or leave it. */
  readonly repeat: 'again' | 'never';
  /** Not before this; null: at once. */
  readonly notBefore: Instant | null;
  /** How it is said together with others of its kind that wait; null: always by itself. */
  readonly fold: Fold | null;
};

/** What a decision came to. Applied whole or not at all. */
export type Outcome = {
  /** The tickets touched: the events in order, the ticket after them, and every timer it wants from now on. */
  readonly changes: readonly {
    readonly after: Ticket;
    readonly events: readonly TicketEvent[];
    readonly timers: readonly Timer[];
  }[];
  readonly says: readonly Said[];
  /** New conversation state; null leaves it as it is. */
  readonly talk: Talk | null;
  /** What was learnt of the reporter; null leaves it as it is. */
  readonly learnt: {
    readonly person: string;
    /** '' leaves it as it is. */
    readonly name: string;
    readonly unit: UnitName | null;
    readonly phone: string | null;
  } | null;
  /** Leave, duty or the reserve, made or changed, whole. Whoever changes one has locked `rota`. */
  readonly rota: readonly RotaEntry[];
  /** Guaranteed events made or changed, whole. Whoever changes one has locked `guarantees`. */
  readonly guarantees: readonly Guarantee[];
  /** Incidents made or changed, whole. Whoever changes one has set `Need.storm`. */
  readonly incidents: readonly Incident[];
  /** Announcements made or changed, whole. Whoever changes one has locked `bulletins`. */
  readonly bulletins?: readonly Bulletin[] | undefined;
  /** Inspections made or changed, whole. Whoever changes one has locked `inspections`. */
  readonly inspections?: readonly Inspection[] | undefined;
  /** A few words for the log: what was decided, without anybody's data. */
  readonly note: string;
};

/** What the transaction came to: `again` means that this cause had been handled before. */
export type Settled =
  | {
      readonly kind: 'done';
      readonly lanes: readonly string[];
      readonly nextTimer: Instant | null;
      readonly note: string;
    }
  | { readonly kind: 'again' }
  | { readonly kind: 'gone' };

/** What is known of somebody who reports, on one channel. `key`: `CHANNEL:USERID`; `name` is '' where none was told. */
export type KnownPerson = {
  readonly key: string;
  readonly name: string;
  readonly unit: UnitName | null;
  /** Digits; sealed in the database. */
  readonly phone: string | null;
};

export interface People {
  /** Everybody of whom something is known, by key. */
  all(): Promise<readonly KnownPerson[]>;
  /** Takes over what is not known yet and changes nothing that is; all or nobody. Gives how many changed. */
  welcome(people: readonly KnownPerson[]): Promise<number>;
  /** Takes over what is told; '' and null leave it as it is. All or nobody. Gives how many changed. */
  enter(people: readonly KnownPerson[]): Promise<number>;
}

export interface Recorder {
  /** Keeps a raw message or press under its platform id. fresh: false where it was there already. Commits by itself. */
  keepMessage(message: Inbound): Promise<{ readonly id: string; readonly fresh: boolean }>;
  keepPress(press: Press): Promise<{ readonly id: string; readonly fresh: boolean }>;
  readMessage(id: string): Promise<Inbound | null>;
  readPress(id: string): Promise<Press | null>;
  /** Kept but not handled for longer than `olderThan` ms, in order of arrival. */
  unhandled(
    olderThan: Millis,
    limit: number,
  ): Promise<readonly { readonly kind: 'message' | 'press'; readonly id: string }[]>;
  /** A message that cannot be handled is set aside with its error's code, to be seen by an operator; never deleted. */
  setAside(cause: Cause, code: string): Promise<void>;
  /** Keeps the bytes of a picture or file with its message (under the data directory, named by their hash), and so with its ticket. */
  keepFile(
    message: string,
    file: { readonly kind: string; readonly name: string | null; readonly bytes: Uint8Array },
  ): Promise<void>;
  reporter(
    key: string,
  ): Promise<{ readonly name: string; readonly unit: UnitName | null; readonly phone: string | null } | null>;
  /** Everybody outside the roster of whom something is known. */
  people(): Promise<readonly KnownPerson[]>;
  /** The user id of who wrote a message that was kept; null where it is not ours to know (the bot's own, an older one). */
  author(chat: ChatRef, messageId: string): Promise<string | null>;
  /** The ticket of this number (whole, or the last four digits as in Need.tickets) with its log; null where there is none. */
  history(ref: string): Promise<History | null>;
  /** The lanes in which something waits to be said, the oldest first. budgetOf: what a lane may carry; null: not known. */
  queued(budgetOf: (lane: string) => Budget | null): Promise<readonly WaitingLane[]>;
  /** The leave, duty and reserve that a decision would load now. */
  rota(): Promise<readonly RotaEntry[]>;
  /** The announcements that a decision would load now. */
  bulletins(): Promise<readonly Bulletin[]>;
  /** The guaranteed events that a decision would load now. */
  guarantees(): Promise<readonly Guarantee[]>;
  /**
   * One decision in one transaction: claims the cause, takes the locks, loads, calls `decide` (pure and synchronous), writes
   * tickets, log, timers, outbox and conversation, commits. Deadlocks and lost connections before the commit are tried again.
   */
  decide(cause: Cause, need: Need, decide: (loaded: Loaded) => Outcome): Promise<Settled>;
}

/** One claimed message. `again` is true where an earlier send had an unknown outcome. */
export type Claimed = {
  readonly id: string;
  readonly lane: string;
  readonly outbound: Outbound;
  readonly attempts: number;
  readonly again: boolean;
};

export interface Outbox {
  /** Lanes of these channels in which something is due now or was left claimed by somebody who died. */
  lanes(channels: readonly string[]): Promise<readonly string[]>;
  /** When the next message of these channels that is held back for later may go; null where none is. */
  next(channels: readonly string[]): Promise<Instant | null>;
  /**
   * Takes the lane's next message: by class, then in order; one under way per lane; within the budget; no longer wanted ones are
   * dropped with their reason on the way. `holder` names the claimer, `ms` how long the claim holds. wait: come back at `until`.
   */
  claim(
    lane: string,
    budget: Budget,
    holder: string,
    ms: Millis,
  ): Promise<
    | { readonly kind: 'say'; readonly message: Claimed }
    | { readonly kind: 'wait'; readonly until: Instant }
    | { readonly kind: 'empty' }
  >;
  /** Books the outcome: sent, to be tried again (with backoff, or when the platform says), dead, or unknown by its policy. */
  settle(message: Claimed, outcome: SendOutcome): Promise<{ readonly next: Instant | null }>;
  /** Earlier messages of the same ticket and channel whose buttons do nothing any more; each is given once. */
  stale(message: Claimed): Promise<readonly { readonly chat: ChatRef; readonly messageId: string }[]>;
}
