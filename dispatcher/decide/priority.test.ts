import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ticket } from '../model.js';
import { aTicket } from '../testing/arbitrary.js';
import { EXAMS, HOUSE, KUOXIAN } from '../testing/house.js';
import { ticketIn, type Extra } from '../testing/tickets.js';
import { NOW } from '../testing/time.js';
import { byPriority } from './priority.js';
import { HOUR } from './time.js';

const compare = byPriority(HOUSE.units, HOUSE.policy);

let made = 0;
const job = (extra: Extra): Ticket => {
  made += 1;
  return ticketIn('accepted', { no: `TZ-20261123-${String(made).padStart(4, '0')}`, ...extra });
};

const first = (a: Ticket, b: Ticket): Ticket | undefined => [b, a].sort(compare)[0];

describe('the contract’s order of work (triage-rubric.md 5)', () => {
  it.each<[string, Extra, Extra]>([
    ['severity before all else', { level: 1, category: 'support', scope: 'terminal' }, { level: 2, category: 'fibre' }],
    ['the core before a campus', { category: 'room' }, { category: 'campus', unit: EXAMS }],
    ['a campus before a terminal', { scope: 'floor' }, { scope: 'terminal', unit: EXAMS }],
    ['the key unit before others', { unit: EXAMS }, { unit: KUOXIAN, reportedAt: NOW - HOUR }],
    ['the nearer deadline', { reportedAt: NOW - HOUR, category: 'virtual' }, { reportedAt: NOW }],
    ['transmission before the rest', { category: 'fibre' }, { category: 'room' }],
    ['the rest before data', { category: 'campus' }, { category: 'backup' }],
  ])('%s', (_, a, b) => {
    const [before, after] = [job(a), job(b)];
    expect(first(before, after)).toBe(before);
    expect(first(after, before)).toBe(before);
  });

  it('puts a suspended one last of its kind, and lets the number decide at the end', () => {
    const [a, b] = [job({}), job({})];
    expect(first(b, a)).toBe(a);
    const paused = ticketIn('suspended', { no: 'TZ-20261123-0000' });
    expect(first(paused, a)).toBe(a);
  });

  it('is a total order', () => {
    fc.assert(
      fc.property(aTicket, aTicket, aTicket, (a, b, c) => {
        expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) + 0);
        if (compare(a, b) === 0) expect(a.no).toBe(b.no);
        if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });
});
