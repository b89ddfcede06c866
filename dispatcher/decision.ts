/** What deciding gives: changes of tickets, and what shall be said of them. Types only. */
import type { ChatRef } from '../bot/gateway.js';
import type { Asked, Command, Instant, Refusal, StaffId, Talk, Ticket, TicketEvent, Timer, UnitName } from './model.js';

/** A ticket's events in order, the ticket after them, and the timers it wants from now on. */
export type Change = {
  readonly after: Ticket;
  readonly events: readonly TicketEvent[];
  readonly timers: readonly Timer[];
};

/** Where an answer goes: the chat, and the message it answers. */
export type Place = { readonly chat: ChatRef; readonly replyTo: string | null };

/** Which of the three promises. */
export type ClockKind = 'accept' | 'arrive' | 'resolve';

/** Why somebody further up is told. */
export type Alarm =
  | { readonly kind: 'level-1' }
  | { readonly kind: 'nobody'; readonly why: string }
  | { readonly kind: 'no-accept'; readonly by: StaffId }
  | { readonly kind: 'late'; readonly clock: 'arrive' | 'resolve' }
  | { readonly kind: 'unhappy' }
  | { readonly kind: 'suspended-long' };

/** Something to be said. The words are say's. */
export type Effect =
  /** A new ticket, to its reporter; with the question that is still needed. */
  | { readonly kind: 'receipt'; readonly ticket: Ticket; readonly at: Place; readonly question: Asked | null }
  /** The engineer is called: in the group and directly. */
  | {
      readonly kind: 'offer';
      readonly ticket: Ticket;
      readonly step: 'first' | 'again' | 'next' | 'lapsed';
      readonly from: { readonly name: string; readonly reason: string } | null;
    }
  /** Somebody further up is told directly. */
  | { readonly kind: 'alarm'; readonly ticket: Ticket; readonly to: StaffId; readonly why: Alarm }
  /** A fault reported again by somebody else. */
  | { readonly kind: 'joined'; readonly ticket: Ticket; readonly at: Place; readonly raised: boolean }
  /** The level rose with what was learnt. */
  | { readonly kind: 'raised'; readonly ticket: Ticket; readonly from: number }
  /** Put right by a person of the desk. */
  | { readonly kind: 'corrected'; readonly ticket: Ticket; readonly by: string; readonly at: Place }
  /** What was added, to the sender; `question` is the next one. */
  | {
      readonly kind: 'noted';
      readonly ticket: Ticket;
      readonly at: Place;
      readonly question: Asked | null;
    }
  /** What was added or urged, to the engineer directly. */
  | {
      readonly kind: 'passed-on';
      readonly ticket: Ticket;
      readonly what: 'supplement' | 'urge' | 'cancelled' | 'recovered' | 'reassigned';
      readonly words: string;
      readonly to: StaffId;
    }
  /** The state of a ticket, to whoever asked or urged. */
  | { readonly kind: 'status'; readonly tickets: readonly Ticket[]; readonly at: Place; readonly urged: boolean }
  /** A step of the work, to the group; and a word to the engineer where he spoke elsewhere. */
  | {
      readonly kind: 'moved';
      readonly ticket: Ticket;
      readonly step: 'accepted' | 'arrived' | 'progressed' | 'suspended' | 'resumed';
      readonly words: string;
      readonly at: Place;
    }
  /** The summary of a finished job, with the one question for a rating (null: nobody to ask). */
  | {
      readonly kind: 'closure';
      readonly ticket: Ticket;
      readonly events: readonly TicketEvent[];
      readonly at: Place;
      readonly ask: boolean;
    }
  /** What was done, told after the summary. */
  | { readonly kind: 'accounted'; readonly ticket: Ticket; readonly at: Place }
  | { readonly kind: 'rated'; readonly ticket: Ticket; readonly at: Place }
  | { readonly kind: 'confirmed'; readonly ticket: Ticket; readonly at: Place }
  | { readonly kind: 'cancelled'; readonly ticket: Ticket; readonly at: Place }
  | { readonly kind: 'reopened'; readonly ticket: Ticket; readonly at: Place }
  /** Before a deadline. */
  | { readonly kind: 'reminder'; readonly ticket: Ticket; readonly clock: ClockKind; readonly due: Instant }
  /** After one. */
  | {
      readonly kind: 'breach';
      readonly ticket: Ticket;
      readonly clock: ClockKind;
      readonly due: Instant;
      readonly tell: StaffId;
    }
  /** A word of progress is asked of the engineer. */
  | { readonly kind: 'beat'; readonly ticket: Ticket }
  | { readonly kind: 'suspend-check'; readonly ticket: Ticket }
  /** Which one is meant? */
  | { readonly kind: 'choice'; readonly options: readonly Ticket[]; readonly at: Place }
  /** What is broken, and where? The unit alone was told. */
  | { readonly kind: 'what'; readonly unit: UnitName | null; readonly at: Place }
  | {
      readonly kind: 'answer';
      readonly command: Command;
      readonly tickets: readonly Ticket[];
      readonly at: Place;
      readonly day: DayFigures | null;
    }
  | { readonly kind: 'unplaced'; readonly at: Place }
  | { readonly kind: 'refusal'; readonly refusal: Refusal; readonly at: Place }
  | { readonly kind: 'digest'; readonly day: DayFigures; readonly to: StaffId };

/** One day in figures, for the digest (design.md: working days 18:00). Spans are half-open. */
export type DayFigures = {
  readonly day: string;
  readonly fresh: number;
  readonly closed: number;
  readonly openByLevel: Readonly<Record<1 | 2 | 3, number>>;
  readonly overdue: readonly Ticket[];
  readonly near: readonly Ticket[];
  readonly perStaff: readonly { readonly staff: StaffId; readonly open: number; readonly done: number }[];
  readonly units: readonly { readonly unit: UnitName; readonly count: number }[];
  readonly ratings: { readonly count: number; readonly mean: number | null };
};

export type Decision =
  | {
      readonly kind: 'accepted';
      readonly changes: readonly Change[];
      readonly effects: readonly Effect[];
      readonly talk: Talk | null;
      readonly learnt: { readonly unit: UnitName | null; readonly phone: string | null; readonly name: string } | null;
      readonly note: string;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal };
