import { CATEGORIES, type Instant, type RotaEntry, type StaffId } from '../model.js';
import { leavesAhead } from './attendance.js';
import type { Cover } from './rota-decision.js';
import type { House } from './scene.js';

/** Who is away at some time in [from, to). */
const awayWithin = (rota: readonly RotaEntry[], from: Instant, to: Instant): ReadonlySet<StaffId> =>
  new Set(leavesAhead(rota, from).flatMap((leave) => (leave.from < to ? [leave.staff] : [])));

/**
 * The kinds of work of `who` that have nobody of their first duty while `who` is away in [from, to), each with whoever of the second is
 * there: what a lead asks before he says yes. rota: with the new leave in it.
 */
export const coverOf = (
  who: StaffId,
  rota: readonly RotaEntry[],
  house: House,
  from: Instant,
  to: Instant,
): readonly Cover[] => {
  const away = awayWithin(rota, from, to);
  const there = house.staff.filter(({ id }) => !away.has(id));
  const own = house.staff.find(({ id }) => id === who)?.primary ?? [];
  return CATEGORIES.filter((category) => own.includes(category))
    .filter((category) => !there.some(({ primary }) => primary.includes(category)))
    .map((category) => ({
      category,
      deputies: there.filter(({ secondary }) => secondary.includes(category)).map(({ id }) => id),
    }));
};
