import type { DayFigures } from '../decision.js';
import type { Instant, Level, StaffId, Ticket, UnitName } from '../model.js';
import { isOpen, nextDue } from './sla.js';
import type { House } from './scene.js';
import { HOUR, dateOf, startOfDay } from './time.js';

const count = <K>(keys: readonly K[]): ReadonlyMap<K, number> =>
  keys.reduce((sums, key) => sums.set(key, (sums.get(key) ?? 0) + 1), new Map<K, number>());

const level = (tickets: readonly Ticket[], wanted: Level): number => tickets.filter((t) => t.level === wanted).length;

/** Near: the next promise falls due within this. */
const NEAR = 2 * HOUR;

/**
 * The figures of the day so far, from midnight (Asia/Shanghai) to `now`, of the tickets given: all open ones and those reported or
 * finished today. A ticket counts as new on the day of its report, as closed on the day of its repair. Withdrawn and merged ones are
 * neither.
 */
export const figuresOf = (tickets: readonly Ticket[], house: House, now: Instant): DayFigures => {
  const from = startOfDay(now);
  const counted = tickets.filter((t) => t.state !== 'merged' && t.state !== 'cancelled');
  const open = counted.filter(isOpen);
  const fresh = counted.filter((t) => t.reportedAt >= from && t.reportedAt <= now);
  const done = counted.filter(
    (t) => (t.state === 'resolved' || t.state === 'closed') && t.resolvedAt >= from && t.resolvedAt <= now,
  );
  const due = (t: Ticket): Instant | null => nextDue(t, house.policy)?.due ?? null;
  const scores = counted.flatMap((t) =>
    t.state === 'closed' && t.rating !== null && t.closedAt >= from ? [t.rating.score] : [],
  );
  const openBy = count(open.flatMap((t): readonly StaffId[] => ('assignee' in t ? [t.assignee] : [])));
  const doneBy = count(done.flatMap((t): readonly StaffId[] => ('assignee' in t ? [t.assignee] : [])));
  const byUnit = count(fresh.flatMap((t): readonly UnitName[] => (t.unit === null ? [] : [t.unit])));
  return {
    day: dateOf(now),
    fresh: fresh.length,
    closed: done.length,
    openByLevel: { 1: level(open, 1), 2: level(open, 2), 3: level(open, 3) },
    overdue: open.filter((t) => (due(t) ?? now) < now),
    near: open.filter((t) => {
      const at = due(t);
      return at !== null && at >= now && at - now <= NEAR;
    }),
    perStaff: house.staff
      .map((s) => ({ staff: s.id, open: openBy.get(s.id) ?? 0, done: doneBy.get(s.id) ?? 0 }))
      .filter((row) => row.open + row.done > 0),
    units: [...byUnit]
      .map(([unit, n]) => ({ unit, count: n }))
      .sort((a, b) => b.count - a.count)
      .slice(0, 5),
    ratings: {
      count: scores.length,
      mean: scores.length === 0 ? null : scores.reduce<number>((a, b) => a + b, 0) / scores.length,
    },
  };
};
