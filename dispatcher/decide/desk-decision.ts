/** What deciding on an order of the desk gives. Types only; the words are say/desk's. */
import type { ChannelId, ChatRef } from '../../bot/gateway.js';
import type { Notice, Plan } from '../bulletin.js';
import type { Inspection } from '../inspection.js';
import type { Change, Effect, Place } from '../decision.js';
import type { Outcome, WaitingLane } from '../ports.js';
import type { Instant, Level, Refusal, StaffId, Ticket, TicketEvent, UnitName } from '../model.js';
import type { OrderForm } from '../understand/desk-order.js';
import type { DeskAct } from './rights.js';

/** Somebody who could be meant. */
export type Candidate = { readonly name: string; readonly unit: UnitName | null };

/** Why an order changes nothing; each has its sentence, with what would work. */
export type DeskFault =
  | { readonly kind: 'form'; readonly form: OrderForm }
  | { readonly kind: 'role'; readonly act: DeskAct }
  /** Nobody of this name is known; '' where nobody was named. */
  | { readonly kind: 'nobody'; readonly name: string }
  | { readonly kind: 'several-people'; readonly name: string; readonly options: readonly Candidate[] }
  /** The words of a call tell nothing that is broken. */
  | { readonly kind: 'no-fault' }
  /** What the person spoken for may not do, or cannot now. */
  | { readonly kind: 'not-done'; readonly name: string; readonly refusal: Refusal }
  | { readonly kind: 'not-theirs'; readonly ticket: Ticket; readonly name: string }
  | { readonly kind: 'no-ticket-of'; readonly name: string }
  | { readonly kind: 'which'; readonly tickets: readonly Ticket[] }
  | { readonly kind: 'no-such-ticket'; readonly ref: string }
  | { readonly kind: 'not-open'; readonly ticket: Ticket }
  | { readonly kind: 'in-incident'; readonly ticket: Ticket; readonly incident: string }
  /** `into` waits for its school. */
  | { readonly kind: 'other-way'; readonly from: Ticket; readonly into: Ticket }
  /** Neither a member nor a fault. */
  | { readonly kind: 'split-what'; readonly ticket: Ticket }
  | { readonly kind: 'grade-way'; readonly ticket: Ticket; readonly way: 'raise' | 'lower' }
  /** No announcement is drafted, out, or waits for confirmation. */
  | { readonly kind: 'no-notice'; readonly why: 'no-draft' | 'none' | 'nothing-to-confirm' }
  | { readonly kind: 'no-plan'; readonly name: string }
  | { readonly kind: 'which-plan'; readonly options: readonly Plan[] }
  /** Nothing to be inspected fits the words, or several do. */
  | { readonly kind: 'no-inspection'; readonly place: string }
  | { readonly kind: 'which-inspection'; readonly options: readonly Inspection[] }
  /** Somebody of the roster: no school's contact. */
  | { readonly kind: 'staff'; readonly name: string };

/** What is said of an announcement. groups: those that it goes to. */
export type NoticeNews =
  | { readonly kind: 'preview'; readonly notice: Notice; readonly groups: number; readonly at: Place }
  | { readonly kind: 'out'; readonly notice: Notice; readonly groups: readonly ChatRef[]; readonly at: Place }
  | { readonly kind: 'cancelled' | 'seen'; readonly notice: Notice; readonly at: Place }
  /** Who has confirmed and who not; over: nobody is asked any more. */
  | { readonly kind: 'status'; readonly notice: Notice; readonly at: Place; readonly over: boolean };

/** What is said of planned work. groups: those that hear of it. */
export type PlanNews =
  | { readonly kind: 'made' | 'moved' | 'finished'; readonly plan: Plan; readonly at: Place }
  | { readonly kind: 'list'; readonly plans: readonly Plan[]; readonly at: Place }
  | { readonly kind: 'told'; readonly plan: Plan; readonly groups: readonly ChatRef[] };

/** What is said of inspections. `list`: of one person, or of everybody (null). `morning` and `evening` go to people directly. */
export type InspectionNews =
  | { readonly kind: 'done'; readonly done: readonly Inspection[]; readonly left: number; readonly at: Place }
  | { readonly kind: 'moved'; readonly moved: readonly Inspection[]; readonly at: Place }
  | { readonly kind: 'list'; readonly of: StaffId | null; readonly list: readonly Inspection[]; readonly at: Place }
  | { readonly kind: 'morning'; readonly to: StaffId; readonly list: readonly Inspection[]; readonly by: Instant }
  | { readonly kind: 'evening'; readonly to: StaffId; readonly moved: readonly Inspection[] };

/** Something to be said of an order. */
export type DeskEffect =
  | { readonly kind: 'fault'; readonly fault: DeskFault; readonly at: Place }
  | { readonly kind: 'record'; readonly ticket: Ticket; readonly events: readonly TicketEvent[]; readonly at: Place }
  /** `ticket` goes on as `into`. */
  | { readonly kind: 'merged'; readonly ticket: Ticket; readonly into: Ticket; readonly at: Place }
  /** A ticket of its own again. */
  | { readonly kind: 'parted'; readonly ticket: Ticket; readonly from: Ticket | null; readonly at: Place }
  | { readonly kind: 'lanes'; readonly lanes: readonly WaitingLane[]; readonly at: Place }
  | { readonly kind: 'notice'; readonly news: NoticeNews }
  | { readonly kind: 'plan'; readonly news: PlanNews }
  | { readonly kind: 'inspection'; readonly news: InspectionNews; readonly channels: readonly ChannelId[] }
  | { readonly kind: 'graded'; readonly ticket: Ticket; readonly from: Level; readonly at: Place }
  /** To the engineer alone: somebody did this in his place. */
  | {
      readonly kind: 'acted-for';
      readonly ticket: Ticket;
      readonly done: 'accepted' | 'declined' | 'arrived' | 'progressed' | 'suspended' | 'resumed' | 'resolved';
      readonly to: StaffId;
      readonly by: string;
    }
  | {
      readonly kind: 'bound';
      readonly name: string;
      readonly unit: UnitName;
      /** The school until now, where it was another. */
      readonly former: UnitName | null;
      readonly at: Place;
    };

export type DeskDecision = {
  readonly changes: readonly Change[];
  /** Said of tickets as ever, after what is said of the order. */
  readonly effects: readonly Effect[];
  readonly desk: readonly DeskEffect[];
  readonly learnt: Outcome['learnt'];
  readonly bulletins?: Outcome['bulletins'];
  readonly inspections?: Outcome['inspections'];
  readonly note: string;
};

/** An order that changes nothing, and why. */
export const faulty = (fault: DeskFault, at: Place): DeskDecision => ({
  changes: [],
  effects: [],
  desk: [{ kind: 'fault', fault, at }],
  learnt: null,
  note: `refused: ${fault.kind}`,
});
