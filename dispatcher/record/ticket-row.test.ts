import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOpen } from '../decide/sla.js';
import { CATEGORIES, type Break, type Level, type Ticket } from '../model.js';
import { createCrypt } from './crypt.js';
import { LOADING, OPEN, rowOf, ticketOf } from './ticket-row.js';
import { base, inState, STATES } from './testing/samples.js';
import { oddWords } from './testing/words.js';

const crypt = createCrypt(new Uint8Array(32).fill(3));
const roundTrip = (ticket: Ticket): Ticket => ticketOf({ ...rowOf(ticket, crypt), events: 0, version: 1 }, crypt);

describe.each(STATES)('%s', (state) => {
  test('comes back exactly, and no column is told twice', () => {
    const ticket = inState(state);
    const row = rowOf(ticket, crypt);
    expect(roundTrip(ticket)).toStrictEqual(ticket);
    const body = crypt.open<object>(row.body);
    for (const name of ['id', 'no', 'state', 'level', 'unit', 'assignee', 'acceptedAt', 'resolvedAt']) {
      expect(body).not.toHaveProperty(name);
    }
    expect(row.body).not.toContain('13800138000');
  });

  test('is in the lists for SQL as in the domain', () => {
    expect(OPEN.includes(state)).toBe(isOpen(inState(state)));
    expect(LOADING.includes(state)).toBe(['offered', 'accepted', 'arrived'].includes(state));
  });
});

test('any ticket comes back exactly', () => {
  const instant = fc.integer({ min: 0, max: 4e12 });
  const words = oddWords();
  const option = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of);
  const plain = { noNullPrototype: true } as const;
  const breaks: fc.Arbitrary<Break[]> = fc.array(
    fc.record({ from: instant, to: option(instant), reason: words }, plain),
  );
  const change = fc.record({
    level: fc.constantFrom<Level>(1, 2, 3),
    category: fc.constantFrom(...CATEGORIES),
    unit: option(fc.string({ maxLength: 20 })),
    place: option(words),
    fault: words,
    phone: option(words),
    contact: option(words),
    members: fc.array(fc.record({ key: words, name: words }, plain)),
    breaks,
    passed: fc.array(words),
    told: fc.array(words),
    round: fc.nat(50),
    urged: fc.nat(50),
    reopened: fc.nat(9),
    reportedAt: instant,
    heardAt: instant,
  });
  fc.assert(
    fc.property(fc.constantFrom(...STATES), change, (state, one) => {
      const ticket = inState(state, one);
      expect(roundTrip(ticket)).toStrictEqual(ticket);
    }),
  );
});

test('what is reported on stands in columns', () => {
  expect(rowOf(inState('closed'), crypt)).toMatchObject({
    shortNo: '0001',
    assignee: 'zhaogaobin',
    rating: 5,
    finishedAt: base().reportedAt + 900_000,
    homeChat: 'playground:g1',
  });
  expect(rowOf(inState('cancelled'), crypt)).toMatchObject({ assignee: null, rating: null, acceptedAt: null });
});
