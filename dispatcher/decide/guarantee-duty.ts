import type { Category, Guarantee, Staff, StaffId } from '../model.js';

/** Whose first duty makes them answer for a guaranteed event: the event itself, the school's network, the way to it. */
const DUTIES: readonly Category[] = ['event', 'campus', 'metro'];

/** Who is called for an event and asked for the line tests, in the roster's order (contract.md, annex 3). */
export const dutyOf = (staff: readonly Staff[]): readonly StaffId[] =>
  staff.filter(({ primary }) => primary.some((category) => DUTIES.includes(category))).map(({ id }) => id);

/** The newest words of everybody who has told how the line tests went, by the teller's name. */
export const testsOf = (event: Guarantee): ReadonlyMap<string, string> =>
  new Map(
    event.log.flatMap((line) => (line.kind === 'tested' && line.by !== 'clock' ? [[line.by.name, line.words]] : [])),
  );

/** Who of those asked has not told. */
export const silentOf = (event: Guarantee, staff: readonly Staff[]): readonly StaffId[] => {
  const told = new Set(
    event.log.flatMap((line) => (line.kind === 'tested' && line.by !== 'clock' ? [line.by.key] : [])),
  );
  return dutyOf(staff).filter((id) => !told.has(`staff:${id}`));
};
