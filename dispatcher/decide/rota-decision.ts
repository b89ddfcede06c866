/** What deciding about leave, duty and the reserve gives: entries and tickets as they are afterwards, and what shall be said. Types only. */
import type { Change, Effect, Place } from '../decision.js';
import type { Category, Duty, Instant, Leave, Reserve, RotaEntry, StaffId, Ticket } from '../model.js';
import type { DutyFault } from '../understand/duty.js';
import type { ReserveFault } from '../understand/reserve.js';
import type { ReserveGroup } from '../policy.js';
import type { LeaveFault } from '../understand/leave.js';
import type { ShiftOnDay } from './shifts.js';

/** Why an order changes nothing; each has its sentence and the right form in say/. */
export type RotaFault =
  | LeaveFault
  | DutyFault
  | ReserveFault
  | { readonly kind: 'role'; readonly act: 'leave' | 'duty' | 'reserve' }
  /** More than the contract has in this group. */
  | { readonly kind: 'reserve-most'; readonly group: ReserveGroup; readonly called: readonly Reserve[] }
  /** Somebody of the roster, or who is called already. */
  | { readonly kind: 'reserve-known'; readonly name: string; readonly called: boolean }
  | { readonly kind: 'no-reserve'; readonly words: readonly string[] }
  | { readonly kind: 'leave-exists'; readonly leave: Leave }
  | { readonly kind: 'no-leave'; readonly who: StaffId }
  | { readonly kind: 'which-leave'; readonly options: readonly Leave[] }
  /** Duty for somebody who is on leave then, or whose role has none. */
  | { readonly kind: 'duty-away'; readonly leave: Leave }
  | { readonly kind: 'duty-role'; readonly who: StaffId }
  | { readonly kind: 'no-duty'; readonly from: Instant }
  /** Neither of the two has duty then, or both have. */
  | { readonly kind: 'swap-none'; readonly from: Instant; readonly people: readonly StaffId[] };

/** A kind of work whose first people are all away: who stands in for them; empty where nobody does. */
export type Cover = { readonly category: Category; readonly deputies: readonly StaffId[] };

/** A shift with whoever has it; `ordered`: by somebody's word, not by the rotation. */
export type Manned = { readonly shift: ShiftOnDay; readonly people: readonly StaffId[]; readonly ordered: boolean };

/** What becomes of the jobs of somebody who goes away. */
export type Handed = {
  /** Each with who has it now; null where nobody could take it. */
  readonly moved: readonly { readonly ticket: Ticket; readonly to: StaffId | null }[];
  /** Suspended ones stay: they wait for something outside, and a handing-on would start their clock. */
  readonly kept: readonly Ticket[];
};

/** Something to be said of the rota. */
export type RotaEffect =
  /** Read back where it was ordered. held: open jobs of theirs where the leave is still to come. tell: who hears of it directly. */
  | {
      readonly kind: 'leave-made';
      readonly leave: Leave;
      readonly held: readonly Ticket[];
      readonly handed: Handed;
      readonly cover: readonly Cover[];
      readonly at: Place;
      readonly tell: StaffId | null;
    }
  | { readonly kind: 'leave-ended'; readonly leave: Leave; readonly how: 'cancelled' | 'ended'; readonly at: Place }
  | { readonly kind: 'leave-list'; readonly leaves: readonly Leave[]; readonly at: Place }
  /** A leave has begun and left suspended jobs behind. */
  | { readonly kind: 'left-behind'; readonly leave: Leave; readonly kept: readonly Ticket[]; readonly to: StaffId }
  /** Read back where it was ordered. tell: who of those on duty hears of it directly. */
  | { readonly kind: 'duty-made'; readonly duty: Duty; readonly at: Place; readonly tell: readonly StaffId[] }
  | { readonly kind: 'duty-ended'; readonly entries: readonly Duty[]; readonly at: Place }
  | {
      readonly kind: 'duty-list';
      readonly shifts: readonly Manned[];
      readonly extra: readonly Duty[];
      readonly at: Place;
    }
  /** A shift begins, to everybody who has it. */
  | { readonly kind: 'duty-called'; readonly shift: ShiftOnDay; readonly people: readonly StaffId[] }
  /** Read back where it was ordered. */
  | {
      readonly kind: 'reserve-made';
      readonly entries: readonly Reserve[];
      readonly group: ReserveGroup;
      readonly at: Place;
    }
  | {
      readonly kind: 'reserve-ended';
      readonly entries: readonly Reserve[];
      readonly handed: Handed;
      readonly at: Place;
    }
  | { readonly kind: 'reserve-list'; readonly entries: readonly Reserve[]; readonly at: Place }
  | { readonly kind: 'rota-fault'; readonly fault: RotaFault; readonly at: Place };

export type RotaDecision = {
  readonly changed: readonly RotaEntry[];
  readonly changes: readonly Change[];
  /** Of the tickets that moved. */
  readonly effects: readonly Effect[];
  readonly told: readonly RotaEffect[];
  readonly note: string;
};
