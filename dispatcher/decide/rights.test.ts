import { describe, expect, it } from 'vitest';
import type { Role } from '../model.js';
import { DESK_ACTS, RIGHTS, type DeskAct, type Right } from './rights.js';

const ROLES: readonly Role[] = ['reporter', 'engineer', 'desk', 'lead', 'manager', 'client'];

/** reporter · engineer · desk · lead · manager · client: y yes, o own, n no. */
const EXPECTED: Readonly<Record<DeskAct, string>> = {
  bind: 'n n y y y n',
  call: 'n n y y y n',
  behalf: 'n n y y y n',
  record: 'n y y y y y',
  merge: 'n n y y y n',
  split: 'n n y y y n',
  grade: 'n n y y y n',
};
const WORD: Readonly<Record<string, Right>> = { y: 'yes', o: 'own', n: 'no' };

describe('who may give which order', () => {
  const cells = DESK_ACTS.flatMap((act) =>
    EXPECTED[act].split(' ').map((mark, i) => [act, ROLES[i] ?? 'client', WORD[mark] ?? 'no'] as const),
  );
  it.each(cells)('%s by %s: %s', (act, role, right) => {
    expect(RIGHTS[act][role]).toBe(right);
  });

  it('has no cell untested', () => {
    expect(cells).toHaveLength(DESK_ACTS.length * ROLES.length);
  });
});
