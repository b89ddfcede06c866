import type { Category, Guarantee, Staff, StaffId } from '../model.js';

/** Whose first duty makes them answer for a guaranteed event: the event itself, the school's network, the way to it. */
const DUTIES: readonly Category[] = ['event', 'campus', 'metro'];

/** Whom the manager or the lead named for it, last; none where nobody was. */
const namedFor = (event: Guarantee): readonly StaffId[] =>
  event.log.reduce<readonly StaffId[]>((last, line) => (line.kind === 'named' ? line.people : last), []);

/**
 * Who is called for an event and asked for the line tests, in the roster's order (contract.md, annex 3): those named for it, else those
 * whose first duty it is.
 */
export const dutyOf = (event: Guarantee, staff: readonly Staff[]): readonly StaffId[] => {
  const named = namedFor(event);
  const called = staff.filter(({ id, primary }) =>
    named.length > 0 ? named.includes(id) : primary.some((category) => DUTIES.includes(category)),
  );
  return called.map(({ id }) => id);
};

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
  return dutyOf(event, staff).filter((id) => !told.has(`staff:${id}`));
};
