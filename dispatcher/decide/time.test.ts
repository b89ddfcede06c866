import { describe, expect, it } from 'vitest';
import { at } from '../testing/time.js';
import { DAY, clockOf, dateOf, dayCode, iso, minuteOfDay, startOfDay, weekday } from './time.js';

describe('time in Shanghai', () => {
  it('begins its day at midnight there, wherever the machine stands', () => {
    expect(startOfDay(at('2026-11-23 00:00'))).toBe(at('2026-11-23 00:00'));
    expect(startOfDay(at('2026-11-23 23:59:59'))).toBe(at('2026-11-23 00:00'));
    expect(startOfDay(at('2026-11-23 07:59'))).toBe(at('2026-11-23 00:00'));
    expect(at('2026-11-24 00:00') - at('2026-11-23 00:00')).toBe(DAY);
  });

  it('names an instant by its date, its time, its weekday', () => {
    const early = at('2026-11-23 00:30');
    expect([dateOf(early), dayCode(early), clockOf(early), weekday(early), minuteOfDay(early)]).toEqual([
      '2026-11-23',
      '20261123',
      '00:30',
      1,
      30,
    ]);
    expect(minuteOfDay(at('2026-11-23 23:59:59'))).toBe(1439);
    expect(iso(at('2026-11-23 10:47'))).toBe('2026-11-23T10:47:00.000+08:00');
  });
});
