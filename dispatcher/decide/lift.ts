import type { Category, Guarantee, Instant, Ticket, Unit } from '../model.js';
import { eventFor } from './guarantee-phase.js';

/** What neither a key unit nor an event lifts (triage-rubric.md 2: network and system trouble only). */
const NOT_LIFTED: readonly Category[] = ['support', 'event'];
/** How understand sums up what is no trouble: a request, a question, something that only looks odd. */
const NO_TROUBLE = /(?:申请|咨询|事项|异常)$/u;

type Lift = { readonly level: 1; readonly reason: Ticket['reason'] };

/**
 * The level that a fault rises to when its unit becomes known only after it was judged: level 1 for trouble at a key unit, or at one
 * under guarantee while its event is on or about to begin. Null where the level stands. Words that tell the unit at once are judged
 * with it by understand.
 */
export const liftBy = (ticket: Ticket, unit: Unit, guarantees: readonly Guarantee[], now: Instant): Lift | null => {
  if (ticket.level === 1 || NOT_LIFTED.includes(ticket.category) || NO_TROUBLE.test(ticket.fault)) return null;
  const lift = (meaning: string): Lift => ({ level: 1, reason: { words: ticket.reason.words, meaning } });
  if (unit.key) return lift('重点单位');
  const event = eventFor(guarantees, [unit.name], now);
  // A terminal that fails in a test before the meeting is level 2 (rulings on the borders).
  const near = event !== null && (event.phase === 'on' || (event.phase === 'tomorrow' && ticket.category !== 'video'));
  return near ? lift('重大活动保障期间') : null;
};
