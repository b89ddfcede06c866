import type { ClockKind } from '../decision.js';
import type { Break, In, Instant, Millis, Ticket } from '../model.js';
import type { Policy, Span, WorkingHours } from '../policy.js';
import { addCounted, workingDay } from './calendar.js';
import { assertNever } from './never.js';

/** One promise of a ticket: what it counts from, how long, until when, and whether it has been kept. */
export type PromiseClock = {
  readonly kind: ClockKind;
  readonly from: Instant;
  readonly span: Millis;
  readonly due: Instant;
  readonly doneAt: Instant | null;
};

const millis = (span: Span, policy: Policy): Millis =>
  span.unit === 'ms' ? span.ms : span.days * workingDay(policy.workingHours);

/** The hours that count for a ticket of its level; null for round the clock. */
export const hoursOf = ({ level }: Ticket, policy: Policy): WorkingHours | null =>
  policy.sla[level].hours === 'working' ? policy.workingHours : null;

/** The pauses that move a promise: a new offer starts accept anew, so that none is left in it. */
export const breaksOf = (ticket: Ticket, kind: ClockKind): readonly Break[] => (kind === 'accept' ? [] : ticket.breaks);

const offeredAt = (ticket: Ticket): Instant | null => ('offeredAt' in ticket ? ticket.offeredAt : null);
const acceptedAt = (ticket: Ticket): Instant | null => ('acceptedAt' in ticket ? ticket.acceptedAt : null);
const arrivedAt = (ticket: Ticket): Instant | null => ('arrivedAt' in ticket ? ticket.arrivedAt : null);
const resolvedAt = (ticket: Ticket): Instant | null => ('resolvedAt' in ticket ? ticket.resolvedAt : null);

/**
 * The ticket's promises by its level (design.md 4), derived from its history: nothing of this is stored. accept counts from the
 * latest offer and is missing while nobody is asked; arrive and resolve count from the report (or from the reopening), and what the
 * ticket spent suspended is not counted.
 */
export const clocksOf = (ticket: Ticket, policy: Policy): readonly PromiseClock[] => {
  const sla = policy.sla[ticket.level];
  const hours = hoursOf(ticket, policy);
  const clock = (kind: ClockKind, from: Instant, span: Millis, doneAt: Instant | null): PromiseClock => ({
    kind,
    from,
    span,
    due: addCounted(from, span, hours, breaksOf(ticket, kind)),
    doneAt,
  });
  const asked = offeredAt(ticket);
  const finished = resolvedAt(ticket);
  return [
    ...(asked === null ? [] : [clock('accept', asked, sla.acceptMs, acceptedAt(ticket))]),
    clock('arrive', ticket.clockFrom, millis(sla.arrive, policy), ticket.reachedAt ?? arrivedAt(ticket) ?? finished),
    clock('resolve', ticket.clockFrom, millis(sla.resolve, policy), finished),
  ];
};

/** One of the promises; null where it does not run (accept while nobody is asked). */
export const clockOfKind = (ticket: Ticket, policy: Policy, kind: ClockKind): PromiseClock | null =>
  clocksOf(ticket, policy).find((c) => c.kind === kind) ?? null;

/** Is there a time to accept to speak of? One that ends after the time to be there tells nobody anything. */
export const acceptCounts = (ticket: Ticket, policy: Policy): boolean => {
  const accept = clockOfKind(ticket, policy, 'accept');
  const arrive = clockOfKind(ticket, policy, 'arrive');
  return accept !== null && (arrive === null || arrive.doneAt !== null || accept.due <= arrive.due);
};

/** Is this ticket still to be worked on? */
export const isOpen = (ticket: Ticket): boolean => {
  switch (ticket.state) {
    case 'unassigned':
    case 'offered':
    case 'accepted':
    case 'arrived':
    case 'suspended':
      return true;
    case 'resolved':
    case 'closed':
    case 'cancelled':
    case 'merged':
      return false;
    default:
      return assertNever(ticket);
  }
};

/** Does it wait for somebody to accept it? */
export const isWaiting = (ticket: Ticket): ticket is In<'unassigned' | 'offered'> =>
  ticket.state === 'unassigned' || ticket.state === 'offered';

/** The next promise that is not yet kept, or null: the one a board shows. A suspended ticket has none, its clock stands. */
export const nextDue = (ticket: Ticket, policy: Policy): PromiseClock | null => {
  if (!isOpen(ticket) || ticket.state === 'suspended') return null;
  const running = clocksOf(ticket, policy).filter((c) => c.doneAt === null);
  return running.reduce<PromiseClock | null>((first, c) => (first === null || c.due < first.due ? c : first), null);
};
