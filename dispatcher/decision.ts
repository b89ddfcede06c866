/** What deciding gives: changes of tickets, and what shall be said of them. Types only. */
import type { ChatRef } from '../bot/gateway.js';
import type { Incident } from './incident.js';
import type {
  Asked,
  Command,
  Instant,
  Refusal,
  StaffId,
  Talk,
  Ticket,
  TicketEvent,
  Timer,
  UnitName,
  Nobody,
} from './model.js';

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
  /** asked: who was asked and did not take it. */
  | { readonly kind: 'nobody'; readonly why: Nobody; readonly asked: readonly StaffId[] }
  | { readonly kind: 'no-accept'; readonly by: StaffId }
  /** He accepted, did not come in time and does not answer. */
  | { readonly kind: 'silent'; readonly by: StaffId }
  /** After everybody was asked in vain it begins anew. */
  | { readonly kind: 'round' }
  | { readonly kind: 'reopened' }
  /** Somebody took it after all. */
  | { readonly kind: 'accepted' }
  | { readonly kind: 'late'; readonly clock: 'arrive' | 'resolve' }
  | { readonly kind: 'unhappy' }
  | { readonly kind: 'suspended-long' };

/** What is said of an incident. `head` is its dispatched ticket. */
export type IncidentNews =
  /** To the group: what happened, who goes, when the next word comes. With the call to the engineer. */
  | { readonly kind: 'opened'; readonly head: Ticket; readonly evidence: readonly Ticket[]; readonly at: Place }
  /** To the lead and the manager, with the evidence. */
  | {
      readonly kind: 'candidate';
      readonly head: Ticket;
      readonly evidence: readonly Ticket[];
      readonly to: StaffId;
    }
  /** To somebody whose report belongs to it. `due`: not before. */
  | { readonly kind: 'line'; readonly ticket: Ticket; readonly at: Place; readonly due: Instant | null }
  /** To the group, on the beat. */
  | { readonly kind: 'beat'; readonly head: Ticket }
  /** To the group: repaired; every unit is asked. */
  | { readonly kind: 'repaired'; readonly head: Ticket; readonly members: readonly Ticket[] }
  /** To the group: these tickets are dispatched by themselves again. `whole`: it was no incident. */
  | { readonly kind: 'parted'; readonly tickets: readonly Ticket[]; readonly whole: boolean; readonly at: Place | null }
  /** Where it was ordered. */
  | { readonly kind: 'done'; readonly what: 'confirmed' | 'merged' | 'status'; readonly at: Place };

/** Something to be said. The words are say's. */
export type Effect =
  /** A new ticket, to its reporter; with the question that is still needed. */
  | { readonly kind: 'receipt'; readonly ticket: Ticket; readonly at: Place; readonly question: Asked | null }
  /** The engineer is called: in the group and directly. */
  | {
      readonly kind: 'offer';
      readonly ticket: Ticket;
      /** again: the same engineer once more. next: handed on. lapsed: not answered. silent: accepted, and then no word. round: from the beginning. */
      readonly step: 'first' | 'again' | 'next' | 'lapsed' | 'silent' | 'round' | 'reopened';
      readonly from: { readonly name: string; readonly reason: string } | null;
    }
  /** All that is needed on site, to an engineer who took what was not offered to him. */
  | { readonly kind: 'details'; readonly ticket: Ticket; readonly to: StaffId }
  /** What else waits where somebody goes or is: `tickets`, in the order of work. */
  | { readonly kind: 'nearby'; readonly ticket: Ticket; readonly tickets: readonly Ticket[]; readonly to: StaffId }
  /** Somebody further up is told directly. */
  | { readonly kind: 'alarm'; readonly ticket: Ticket; readonly to: StaffId; readonly why: Alarm }
  /** A fault reported again by somebody else. */
  | { readonly kind: 'joined'; readonly ticket: Ticket; readonly at: Place; readonly raised: boolean }
  /** The level rose with what was learnt. */
  | { readonly kind: 'raised'; readonly ticket: Ticket; readonly from: number }
  /** Put right by a person of the desk. */
  | { readonly kind: 'corrected'; readonly ticket: Ticket; readonly by: string; readonly at: Place }
  /** Who the sender says to be is remembered; `former`: the unit they were of until now. */
  | {
      readonly kind: 'met';
      readonly unit: UnitName;
      readonly name: string | null;
      readonly former: UnitName | null;
      readonly at: Place;
    }
  /** Told of planned work while it lasts: kept, and not dispatched before its end. */
  | {
      readonly kind: 'planned';
      readonly ticket: Ticket;
      readonly name: string;
      readonly until: Instant;
      readonly at: Place;
    }
  /** Planned work is over; by: until when its reporter is waited for. */
  | { readonly kind: 'plan-over'; readonly ticket: Ticket; readonly by: Instant }
  /** What was added, to the sender; `question` is the next one. */
  | {
      readonly kind: 'noted';
      readonly ticket: Ticket;
      readonly at: Place;
      readonly question: Asked | null;
      /** The schools that the words could be, where it is asked for once more. */
      readonly among?: readonly UnitName[];
    }
  /** What was added or urged, to the engineer directly. */
  | {
      readonly kind: 'passed-on';
      readonly ticket: Ticket;
      readonly what:
        'supplement' | 'urge' | 'cancelled' | 'recovered' | 'reassigned' | 'taken' | 'gathered' | 'expired';
      readonly words: string;
      /** Who else than the school's own contacts said so. */
      readonly by?: string;
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
  /** by: who took it back, where it was not the reporter nor one who joined: they are told. */
  | { readonly kind: 'cancelled'; readonly ticket: Ticket; readonly by: string | null; readonly at: Place }
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
  /** Past the time to be there, of whoever accepted and has not said a word since. */
  | { readonly kind: 'arrive-ask'; readonly ticket: Ticket }
  /** A word of progress is asked of the engineer. */
  | { readonly kind: 'beat'; readonly ticket: Ticket }
  | { readonly kind: 'suspend-check'; readonly ticket: Ticket }
  /** Which one is meant? */
  | { readonly kind: 'choice'; readonly options: readonly Ticket[]; readonly at: Place }
  /** Is it repaired? A bare word left it open. */
  | { readonly kind: 'whether'; readonly ticket: Ticket; readonly at: Place }
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
  | { readonly kind: 'digest'; readonly day: DayFigures; readonly to: StaffId }
  /** Of an incident; `news` says what, and to whom. */
  | { readonly kind: 'incident'; readonly incident: Incident; readonly news: IncidentNews };

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
      /** Incidents made or changed, whole. */
      readonly incidents: readonly Incident[];
      readonly note: string;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal };
