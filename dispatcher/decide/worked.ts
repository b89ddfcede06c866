import type { Instant, Millis, Ticket } from '../model.js';
import type { Policy } from '../policy.js';
import { countedFrom } from './calendar.js';
import { breaksOf, hoursOf } from './sla.js';

/** Of the time from `from` to `to`, what counts for the ticket's repair (ms): its level's hours, without its pauses. */
export const workedBetween = (ticket: Ticket, policy: Policy, from: Instant, to: Instant): Millis =>
  to <= from
    ? 0
    : countedFrom(from, to - from, hoursOf(ticket, policy), breaksOf(ticket, 'resolve')).reduce(
        (sum, one) => sum + Math.max(0, Math.min(one.to, to) - one.from),
        0,
      );
