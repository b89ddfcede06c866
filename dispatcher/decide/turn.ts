/** The calendar's turns: what comes by the date rather than by a ticket. Types only. */
import type { Bulletin } from '../bulletin.js';
import type { Guarantee, Instant, RotaEntry, StaffId } from '../model.js';
import type { Policy } from '../policy.js';

/** What a turn is worked out from. */
export type Calendar = {
  readonly now: Instant;
  readonly policy: Policy;
  readonly guarantees: readonly Guarantee[];
  readonly rota: readonly RotaEntry[];
  readonly bulletins: readonly Bulletin[];
};

/** A turn of the calendar: its id is made of its date, so that it is taken once, whoever rings. */
export type Turn = {
  readonly kind: 'digest' | 'guarantee' | 'rota' | 'bulletin' | 'plan' | 'inspection';
  readonly id: string;
  readonly at: Instant;
  /** From when on it looks at tickets; null where at none. */
  readonly since: Instant | null;
  /** Whose open jobs it looks at; null where nobody's. */
  readonly staff: StaffId | null;
};

/** A kind of turns, pure: those that have come and are not out of date, and when the next one comes. */
export type TurnSource = {
  readonly due: (calendar: Calendar) => readonly Turn[];
  readonly next: (calendar: Calendar) => Instant | null;
};
