import { describe, expect, test } from 'vitest';
import type { TimerRow } from '../../entities/timer.js';
import type { Timer } from '../model.js';
import { reconcile } from './reconcile.js';

const row = (key: string, due: number, state: TimerRow['state']) => ({ id: `id-${key}`, key, due, state });
const timer = (key: string, due: number): Timer => ({ key, kind: 'beat', due });
const NOTHING = { insert: [], move: [], cancel: [], next: null };

describe('timers', () => {
  test.each([
    ['wanted and not there: made', [], [timer('a', 5)], { ...NOTHING, insert: [timer('a', 5)], next: 5 }],
    ['wanted as it is: left', [row('a', 5, 'due')], [timer('a', 5)], { ...NOTHING, next: 5 }],
    [
      'wanted at another time: moved',
      [row('a', 5, 'due')],
      [timer('a', 7)],
      { ...NOTHING, move: [{ id: 'id-a', due: 7 }], next: 7 },
    ],
    [
      'wanted again: revived',
      [row('a', 5, 'cancelled')],
      [timer('a', 5)],
      { ...NOTHING, move: [{ id: 'id-a', due: 5 }], next: 5 },
    ],
    ['done and wanted: never revived', [row('a', 5, 'done')], [timer('a', 9)], NOTHING],
    [
      'not wanted: cancelled',
      [row('a', 5, 'due'), row('b', 6, 'done'), row('c', 7, 'cancelled')],
      [],
      { ...NOTHING, cancel: ['id-a'] },
    ],
  ])('%s', (_name, existing, wanted, changes) => {
    expect(reconcile(existing, wanted)).toEqual(changes);
  });

  test('the next is the earliest that will ring', () => {
    const changes = reconcile([row('a', 1, 'done'), row('b', 9, 'due')], [timer('a', 1), timer('b', 9), timer('c', 4)]);
    expect(changes.next).toBe(4);
  });
});
