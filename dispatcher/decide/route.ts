import type { Category, Staff, StaffId } from '../model.js';

/** Who goes, and why; or that nobody can. */
export type Route =
  | { readonly kind: 'to'; readonly staff: StaffId; readonly why: 'primary' | 'secondary' | 'named' }
  | { readonly kind: 'nobody'; readonly why: string };

/**
 * The engineer for a kind of work (contract.md annex 3): primary duty before secondary, then fewest open jobs, then the roster's
 * order. passed: who was asked for this ticket already. loads: open jobs by person.
 */
export const route = (
  category: Category,
  staff: readonly Staff[],
  loads: ReadonlyMap<StaffId, number>,
  passed: readonly StaffId[],
): Route => {
  const free = staff.filter((s) => !passed.includes(s.id));
  const least = (pool: readonly Staff[]): Staff | undefined =>
    [...pool].sort((a, b) => (loads.get(a.id) ?? 0) - (loads.get(b.id) ?? 0))[0];
  const primary = least(free.filter((s) => s.primary.includes(category)));
  if (primary !== undefined) return { kind: 'to', staff: primary.id, why: 'primary' };
  const secondary = least(free.filter((s) => s.secondary.includes(category)));
  if (secondary !== undefined) return { kind: 'to', staff: secondary.id, why: 'secondary' };
  return { kind: 'nobody', why: passed.length > 0 ? 'everybody asked' : 'nobody on this duty' };
};
