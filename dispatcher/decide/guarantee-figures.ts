import type { Guarantee, Instant, Level, Ticket, UnitName } from '../model.js';
import type { Policy } from '../policy.js';
import { clocksOf, isOpen } from './sla.js';

/** What a guaranteed event came to: its units' reports during it. */
export type GuaranteeFigures = {
  readonly total: number;
  readonly byLevel: Readonly<Record<Level, number>>;
  /** Neither open nor late. */
  readonly inTime: number;
  /** A promise was missed, or has been by now. */
  readonly late: readonly Ticket[];
  readonly open: readonly Ticket[];
  readonly units: readonly { readonly unit: UnitName; readonly count: number }[];
};

const missed = (ticket: Ticket, policy: Policy, now: Instant): boolean =>
  clocksOf(ticket, policy).some(({ doneAt, due }) => (doneAt ?? now) > due);

/** Of the tickets given, those its units reported from its start to its end; withdrawn and merged ones are not counted. */
export const guaranteeFigures = (
  event: Guarantee,
  tickets: readonly Ticket[],
  policy: Policy,
  now: Instant,
): GuaranteeFigures => {
  const counted = tickets
    .filter(
      (t) => t.unit !== null && event.units.includes(t.unit) && t.reportedAt >= event.from && t.reportedAt < event.to,
    )
    .filter((t) => t.state !== 'merged' && t.state !== 'cancelled')
    .sort((a, b) => a.no.localeCompare(b.no));
  const level = (wanted: Level): number => counted.filter((t) => t.level === wanted).length;
  const late = counted.filter((t) => missed(t, policy, now));
  const open = counted.filter(isOpen);
  return {
    total: counted.length,
    byLevel: { 1: level(1), 2: level(2), 3: level(3) },
    inTime: counted.filter((t) => !late.includes(t) && !open.includes(t)).length,
    late,
    open,
    units: event.units
      .map((unit) => ({ unit, count: counted.filter((t) => t.unit === unit).length }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count),
  };
};
