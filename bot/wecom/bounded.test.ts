import { describe, expect, it } from 'vitest';
import { createBounded } from './bounded.js';

describe('createBounded', () => {
  it('forgets the oldest above its size; what is set again is young', () => {
    const map = createBounded<number>(2, 1_000);
    map.set('a', 1, 0);
    map.set('b', 2, 0);
    map.set('a', 3, 0);
    map.set('c', 4, 0);
    expect(['a', 'b', 'c'].map((key) => map.get(key, 0))).toEqual([3, null, 4]);
  });

  it('forgets what is too old', () => {
    const map = createBounded<number>(2, 1_000);
    map.set('a', 1, 0);
    expect([map.get('a', 999), map.get('a', 1_000)]).toEqual([1, null]);
  });

  it('takes once', () => {
    const map = createBounded<number>(2, 1_000);
    map.set('a', 1, 0);
    expect([map.take('a', 0), map.take('a', 0)]).toEqual([1, null]);
  });

  it('forgets everything', () => {
    const map = createBounded<number>(2, 1_000);
    map.set('a', 1, 0);
    map.clear();
    expect(map.get('a', 0)).toBeNull();
  });
});
