/** Arbitrary values for property tests. */
import fc from 'fast-check';
import { DAY, HOUR, MINUTE } from '../decide/time.js';
import { CATEGORIES, type Break, type Instant, type Millis, type Ticket } from '../model.js';
import { EXAMS, KUOXIAN, ZHANGJIAWAN } from './house.js';
import { STATES, ticketIn } from './tickets.js';
import { at } from './time.js';

/** An instant of 2026, to the minute: every kind of day of the state calendar. */
export const anInstant: fc.Arbitrary<Instant> = fc
  .integer({ min: 0, max: (350 * DAY) / MINUTE })
  .map((minutes) => at('2026-01-01 00:00') + minutes * MINUTE);

/** A length up to `most` ms, to the minute. */
export const aSpan = (most: Millis): fc.Arbitrary<Millis> =>
  fc.integer({ min: 0, max: most / MINUTE }).map((minutes) => minutes * MINUTE);

/** Pauses in any order, overlapping or not, beginning up to three days around `from`. */
export const somePauses = (from: Instant): fc.Arbitrary<readonly Break[]> =>
  fc.array(
    fc
      .record({ after: fc.integer({ min: -12 * 60, max: 72 * 60 }), lasting: aSpan(30 * HOUR) })
      .map(({ after, lasting }) => ({
        from: from + after * MINUTE,
        to: from + after * MINUTE + lasting,
        reason: '等开门',
      })),
    { maxLength: 4 },
  );

/** A ticket in any state, of any kind, level and age. */
export const aTicket: fc.Arbitrary<Ticket> = fc
  .record({
    state: fc.constantFrom(...STATES),
    number: fc.integer({ min: 1, max: 9999 }),
    level: fc.constantFrom(1 as const, 2 as const, 3 as const),
    category: fc.constantFrom(...CATEGORIES),
    scope: fc.constantFrom('unit', 'floor', 'room', 'terminal', 'unknown' as const),
    unit: fc.constantFrom(ZHANGJIAWAN, KUOXIAN, EXAMS, null),
    reportedAt: anInstant,
  })
  .map(({ state, number, ...rest }) =>
    ticketIn(state, { no: `TZ-20261123-${String(number).padStart(4, '0')}`, ...rest }),
  );

/** A Chinese mobile number as people type it: whole, in groups, with dashes, spaces or dots, in full-width digits. */
export const aTypedPhone: fc.Arbitrary<string> = fc
  .record({
    rest: fc.integer({ min: 0, max: 999 }).map((n) => String(n).padStart(3, '0')),
    way: fc.constantFrom('whole', 'spaces', 'dashes', 'dots', 'wide', 'long'),
  })
  .map(({ rest, way }) => {
    const digits = `13800138${rest}`;
    const groups = [digits.slice(0, 3), digits.slice(3, 7), digits.slice(7)];
    switch (way) {
      case 'spaces':
        return groups.join(' ');
      case 'dashes':
        return groups.join('-');
      case 'dots':
        return groups.join('.');
      case 'wide':
        return [...digits].map((d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)).join('');
      case 'long':
        return groups.join('－');
      case 'whole':
        return digits;
    }
  });
