import { describe, expect, it } from 'vitest';
import { POLICY } from '../testing/house.js';
import { at } from '../testing/time.js';
import { nextTurn, turnsDue } from './turns.js';

describe('the digest’s turn', () => {
  it.each([
    ['before six', '2026-11-23 17:59:59', []],
    ['at six', '2026-11-23 18:00', ['digest:2026-11-23']],
    ['late that evening', '2026-11-23 23:59', ['digest:2026-11-23']],
    ['on a Sunday', '2026-11-22 19:00', []],
    ['on a Saturday that is worked', '2026-10-10 18:00', ['digest:2026-10-10']],
    ['on a holiday within the week', '2026-10-07 18:00', []],
  ])('%s', (_, now, ids) => {
    expect(
      turnsDue({ now: at(now), policy: POLICY, guarantees: [], rota: [], bulletins: [] }).map((t) => t.id),
    ).toEqual(ids);
  });

  it.each([
    ['2026-11-23 10:00', '2026-11-23 18:00'],
    ['2026-11-23 18:00', '2026-11-24 18:00'],
    ['2026-11-20 18:00', '2026-11-23 18:00'],
    ['2026-09-30 18:00', '2026-10-08 18:00'],
    ['2026-02-14 23:30', '2026-02-24 18:00'],
  ])('after %s comes next at %s', (now, next) => {
    expect(nextTurn({ now: at(now), policy: POLICY, guarantees: [], rota: [], bulletins: [] })).toBe(at(next));
  });
});
