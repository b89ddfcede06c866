import { describe, expect, it } from 'vitest';
import { MONDAY, lengthOf, momentOf } from './when.js';

describe('times as stories write them', () => {
  it('lengths', () => {
    expect([lengthOf('30 秒'), lengthOf('15 分钟'), lengthOf('2 小时'), lengthOf('1 天')]).toEqual([
      30_000, 900_000, 7_200_000, 86_400_000,
    ]);
    expect(() => lengthOf('15 分')).toThrow('no length of time');
  });

  it('moments: the next one, today, tomorrow or on a date', () => {
    const iso = (at: number): string => new Date(at).toISOString();
    expect(iso(MONDAY)).toBe('2026-11-23T02:42:00.000Z');
    expect(iso(momentOf('18:00', MONDAY))).toBe('2026-11-23T10:00:00.000Z');
    expect(iso(momentOf('明天 09:00', MONDAY))).toBe('2026-11-24T01:00:00.000Z');
    expect(iso(momentOf('11-30 17:59', MONDAY))).toBe('2026-11-30T09:59:00.000Z');
    expect(() => momentOf('10:00', MONDAY)).toThrow('is over');
    expect(() => momentOf('soon', MONDAY)).toThrow('no moment');
  });
});
