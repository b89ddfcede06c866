/** How a deadline comes about, as data (issue 4, «Time that is right»): what was counted, and what was not and why. Pure. */
import type { ClockKind } from '../decision.js';
import type { Instant, Millis, Ticket } from '../model.js';
import type { Policy } from '../policy.js';
import { countedFrom, oddDay, type OddDay, type Stretch } from './calendar.js';
import { breaksOf, clockOfKind, hoursOf } from './sla.js';
import { DAY, startOfDay } from './time.js';

export type Sum = {
  readonly kind: ClockKind;
  readonly from: Instant;
  readonly span: Millis;
  readonly due: Instant;
  /** Only working time counts. */
  readonly working: boolean;
  /** What was counted, in order. */
  readonly counted: readonly Stretch[];
  /** Days from the beginning to the deadline that are not as their weekday says, or are not worked; none where all time counts. */
  readonly days: readonly OddDay[];
  /** How long the clock stood in between. */
  readonly paused: Millis;
};

/** The sum of one of the ticket's promises; null where it does not run. */
export const sumOf = (ticket: Ticket, policy: Policy, kind: ClockKind): Sum | null => {
  const clock = clockOfKind(ticket, policy, kind);
  if (clock === null) return null;
  const { from, span, due } = clock;
  const hours = hoursOf(ticket, policy);
  const breaks = breaksOf(ticket, kind);
  const first = startOfDay(from);
  const many = hours === null ? 0 : Math.round((startOfDay(due) - first) / DAY) + 1;
  return {
    ...{ kind, from, span, due, working: hours !== null },
    counted: countedFrom(from, span, hours, breaks),
    days: Array.from({ length: many }, (_, day) => oddDay(first + day * DAY, policy.workingHours.days)).filter(
      (day) => day !== null,
    ),
    paused: breaks.reduce(
      (sum, b) => sum + (b.to === null ? 0 : Math.max(0, Math.min(b.to, due) - Math.max(b.from, from))),
      0,
    ),
  };
};

/** Does everybody see at once how it comes about? Not over a night, a day off or a pause. */
export const isObvious = ({ working, from, due, paused }: Sum): boolean =>
  paused === 0 && (!working || startOfDay(from) === startOfDay(due));
