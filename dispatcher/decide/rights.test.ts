import { describe, expect, it } from 'vitest';
import type { Role } from '../model.js';
import { KUOXIAN } from '../testing/house.js';
import { BY_ROLE, reporter } from '../testing/people.js';
import { ticketIn } from '../testing/tickets.js';
import { DESK_ACTS, RIGHTS, SCHOOL_ACTS, WORK_ACTS, maySay, ratesFor, type Act, type Right } from './rights.js';

const ROLES: readonly Role[] = ['reporter', 'engineer', 'desk', 'lead', 'manager', 'client'];
const ACTS = [...DESK_ACTS, 'correct', ...SCHOOL_ACTS, ...WORK_ACTS] as const;

/** reporter · engineer · desk · lead · manager · client: y yes, u one's school's, o own, n no. */
const EXPECTED: Readonly<Record<Act, string>> = {
  bind: 'n n y y y n',
  call: 'n n y y y n',
  behalf: 'n n y y y n',
  correct: 'n n y y y n',
  supplement: 'u y y y y o',
  urge: 'u y y y y y',
  query: 'u y y y y y',
  recovered: 'u o y y y o',
  cancel: 'u o y y y o',
  feedback: 'o n o o o o',
  reopen: 'u o y y y o',
  accept: 'n y y y n n',
  decline: 'n o y y y n',
  arrive: 'n o o o o n',
  progress: 'n o o o o n',
  suspend: 'n o o o o n',
  resume: 'n o o o o n',
  resolve: 'n o o o o n',
  record: 'n y y y y y',
  merge: 'n n y y y n',
  split: 'n n y y y n',
  grade: 'n n y y y n',
  lanes: 'n n y y y n',
  notice: 'n n n y y n',
  plan: 'n n y y y n',
  inspection: 'n y y y y n',
  'notice-seen': 'y y y y y y',
};
const WORD: Readonly<Record<string, Right>> = { y: 'yes', u: 'unit', o: 'own', n: 'no' };

describe('who may do what', () => {
  const cells = ACTS.flatMap((act) =>
    EXPECTED[act].split(' ').map((mark, i) => [act, ROLES[i] ?? 'client', WORD[mark] ?? 'no'] as const),
  );
  it.each(cells)('%s by %s: %s', (act, role, right) => {
    expect(RIGHTS[act][role]).toBe(right);
  });

  it('has no cell untested', () => {
    expect(cells).toHaveLength(ACTS.length * ROLES.length);
    expect(Object.keys(RIGHTS).sort()).toEqual([...ACTS].sort());
  });
});

describe('whose ticket it is', () => {
  const ticket = ticketIn('accepted', { members: [{ key: 'playground:sun', name: '孙老师' }] });
  const colleague = reporter('li');
  const stranger = reporter('li', { unit: null });
  const other = reporter('li', { unit: KUOXIAN });

  it.each(SCHOOL_ACTS)('%s: who reported or joined it always may', (act) => {
    expect(maySay(act, ticket, reporter())).toBe(true);
    expect(maySay(act, ticket, reporter('sun', { unit: null }))).toBe(true);
  });

  it.each(SCHOOL_ACTS)('%s: a colleague of the school may, but does not rate', (act) => {
    expect(maySay(act, ticket, colleague)).toBe(act !== 'feedback');
  });

  it.each(SCHOOL_ACTS)('%s: a stranger and another school may not', (act) => {
    expect(maySay(act, ticket, stranger)).toBe(false);
    expect(maySay(act, ticket, other)).toBe(false);
    expect(maySay(act, ticketIn('accepted', { unit: null }), stranger)).toBe(false);
  });

  it('nobody of the team rates for a school, but the desk does for a caller', () => {
    const by = { key: 'staff:suzhe', name: '苏喆', role: 'desk' } as const;
    const called = ticketIn('resolved', { caller: { name: '王老师', by } });
    for (const role of ROLES) {
      expect(ratesFor(ticket, BY_ROLE[role])).toBe(false);
      expect(ratesFor(called, BY_ROLE[role])).toBe(role === 'desk' || role === 'lead' || role === 'manager');
    }
  });
});
