/** What is only read of the record: for the board, the metrics and the exports. Types only; ports.ts gives them on. */
import type { ChatRef } from '../bot/gateway.js';
import type { Instant, Level, Millis, SayClass, Ticket, TicketEvent, TicketId, TicketState } from './model.js';

export type Figures = {
  readonly messages: {
    readonly kept: number;
    readonly handled: number;
    readonly waiting: number;
    readonly setAside: number;
  };
  readonly tickets: readonly { readonly level: Level; readonly state: TicketState; readonly count: number }[];
  readonly outbox: {
    readonly waiting: number;
    readonly unknown: number;
    readonly dead: number;
    readonly oldestWaiting: Instant | null;
  };
  readonly timers: { readonly due: number; readonly latest: Millis };
};

/** A ticket with its whole log, in order. */
export type History = { readonly ticket: Ticket; readonly events: readonly TicketEvent[] };

/** A lane in which something waits to be said or is under way; no words of any message. */
export type WaitingLane = {
  readonly chat: ChatRef;
  /** The second robot's, which mentions. */
  readonly second: boolean;
  /** How many of each class, in the order they go. */
  readonly classes: readonly { readonly class: SayClass; readonly count: number }[];
  /** When the oldest was made. */
  readonly since: Instant;
  readonly sending: boolean;
  /** The platform asked to wait until then; its reason in our own words. */
  readonly slowed: { readonly until: Instant; readonly reason: string } | null;
  /** When the lane's budget allows the next; null where it does now. */
  readonly budgetFrom: Instant | null;
  /** Everything in it was said for later; null where something is due. */
  readonly heldUntil: Instant | null;
};

/** One line of a ticket's log, for people and for reports. */
export type LogLine = { readonly ticket: TicketId; readonly event: TicketEvent };

export interface Views {
  openTickets(): Promise<readonly Ticket[]>;
  ticket(no: string): Promise<Ticket | null>;
  log(ticket: TicketId): Promise<readonly LogLine[]>;
  figures(): Promise<Figures>;
  /**
   * Tickets that a person put right, in the order of their numbers; each with all tickets that the same message made, itself
   * included: a message with several faults is labelled as a whole.
   */
  corrected(): Promise<readonly { readonly ticket: TicketId; readonly together: readonly TicketId[] }[]>;
  /** Throws with a code where the database does not answer. */
  ping(): Promise<void>;
}
