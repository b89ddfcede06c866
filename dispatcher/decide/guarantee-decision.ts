/** What deciding about guaranteed events gives: events as they are afterwards, and what shall be said. Types only. */
import type { Place } from '../decision.js';
import type { Guarantee, StaffId } from '../model.js';
import type { OrderFault } from '../understand/guarantee.js';
import type { GuaranteeFigures } from './guarantee-figures.js';

/** Why an order changes nothing; each has its sentence and the right form in say/. */
export type GuaranteeFault =
  | OrderFault
  | { readonly kind: 'role' }
  | { readonly kind: 'exists'; readonly event: Guarantee }
  | { readonly kind: 'no-such-event'; readonly name: string; readonly planned: readonly Guarantee[] }
  | { readonly kind: 'which-event'; readonly options: readonly Guarantee[] }
  | { readonly kind: 'last-unit'; readonly event: Guarantee }
  | { readonly kind: 'no-words' };

/** What was done to an event by an order. */
export type GuaranteeDone = 'made' | 'moved' | 'units-added' | 'units-dropped' | 'named' | 'ended' | 'cancelled';

/** Something to be said of guaranteed events. */
export type GuaranteeEffect =
  /** Read back where it was ordered. alert: those on duty had been called already, so they are told of the change. */
  | {
      readonly kind: 'read-back';
      readonly event: Guarantee;
      readonly done: GuaranteeDone;
      readonly at: Place;
      readonly alert: readonly StaffId[];
    }
  | { readonly kind: 'list'; readonly events: readonly Guarantee[]; readonly at: Place }
  | { readonly kind: 'fault'; readonly fault: GuaranteeFault; readonly at: Place }
  | { readonly kind: 'test-noted'; readonly event: Guarantee; readonly silent: readonly StaffId[]; readonly at: Place }
  | { readonly kind: 'eve'; readonly event: Guarantee; readonly duty: readonly StaffId[] }
  | {
      readonly kind: 'morning';
      readonly event: Guarantee;
      readonly duty: readonly StaffId[];
      readonly silent: readonly StaffId[];
    }
  /** The line tests are asked of one engineer, directly. */
  | { readonly kind: 'test-asked'; readonly event: Guarantee; readonly to: StaffId }
  | {
      readonly kind: 'summary';
      readonly event: Guarantee;
      readonly figures: GuaranteeFigures;
      readonly silent: readonly StaffId[];
    };

export type GuaranteeDecision = {
  readonly changed: readonly Guarantee[];
  readonly effects: readonly GuaranteeEffect[];
  readonly note: string;
};
