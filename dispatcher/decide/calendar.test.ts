import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aSpan, anInstant, somePauses } from '../testing/arbitrary.js';
import { POLICY } from '../testing/house.js';
import { at } from '../testing/time.js';
import { addCounted, isWorkday, knownUntil, runsOut, vacationAt, workingDay } from './calendar.js';
import { DAY, HOUR, MINUTE, minuteOfDay } from './time.js';

const HOURS = POLICY.workingHours;
const working = (from: string, ms: number, ...pauses: readonly [string, string][]): number =>
  addCounted(
    at(from),
    ms,
    HOURS,
    pauses.map(([a, b]) => ({ from: at(a), to: at(b), reason: '' })),
  );

describe('working days of 2026 by the state calendar', () => {
  it.each([
    ['2026-01-01', false, '元旦'],
    ['2026-01-04', true, '周日调休上班'],
    ['2026-02-14', true, '周六调休上班'],
    ['2026-02-16', false, '春节，周一'],
    ['2026-02-28', true, '周六调休上班'],
    ['2026-04-06', false, '清明，周一'],
    ['2026-05-05', false, '劳动节，周二'],
    ['2026-05-09', true, '周六调休上班'],
    ['2026-06-19', false, '端午，周五'],
    ['2026-09-20', true, '周日调休上班'],
    ['2026-09-25', false, '中秋，周五'],
    ['2026-10-07', false, '国庆，周三'],
    ['2026-10-10', true, '周六调休上班'],
    ['2026-11-21', false, '周六'],
    ['2026-11-22', false, '周日'],
    ['2026-11-23', true, '周一'],
  ])('%s is a working day: %s (%s)', (day, expected) => {
    expect(isWorkday(at(`${day} 00:00`))).toBe(expected);
    expect(isWorkday(at(`${day} 23:59`))).toBe(expected);
  });

  it('have nine hours, lunch taken out', () => {
    expect(workingDay(HOURS)).toBe(9 * HOUR);
  });
});

describe('the project’s own days', () => {
  const days = { off: ['2026-11-23', '2027-01-01'], on: ['2026-11-22'], known: [2027] };

  it('go before the state calendar', () => {
    expect([isWorkday(at('2026-11-22 09:00'), days), isWorkday(at('2026-11-23 09:00'), days)]).toEqual([true, false]);
    expect(addCounted(at('2026-11-20 17:30'), HOUR, { ...HOURS, days }, [])).toBe(at('2026-11-22 08:30'));
    expect(addCounted(at('2026-12-31 17:30'), HOUR, { ...HOURS, days }, [])).toBe(at('2027-01-04 08:30'));
  });

  it('tell up to when holidays are known, and that it is time to write the next year 60 days before', () => {
    const none = HOURS.days;
    expect(knownUntil(at('2026-03-06 00:00'), none)).toBe(at('2027-01-01 00:00'));
    expect(knownUntil(at('2026-03-06 00:00'), days)).toBe(at('2028-01-01 00:00'));
    expect(knownUntil(at('2029-03-06 00:00'), none)).toBe(at('2029-01-01 00:00'));
    expect(runsOut(at('2026-11-02 00:00'), none)).toBeNull();
    expect(runsOut(at('2026-11-02 00:01'), none)).toBe(at('2027-01-01 00:00'));
    expect(runsOut(at('2026-11-22 09:00'), days)).toBeNull();
  });

  it('know the schools’ vacations, both ends counted', () => {
    const on = (time: string): string | null => vacationAt(at(time), POLICY.vacations)?.name ?? null;
    expect(['2027-01-23 23:59', '2027-01-24 00:00', '2027-02-21 23:59', '2027-02-22 00:00'].map(on)).toEqual([
      null,
      '寒假',
      '寒假',
      null,
    ]);
  });
});

describe('counting working time', () => {
  it.each([
    ['within the morning', '2026-11-23 09:00', HOUR, '2026-11-23 10:00'],
    ['over lunch', '2026-11-23 11:30', HOUR, '2026-11-23 13:30'],
    ['from within lunch', '2026-11-23 12:20', HOUR, '2026-11-23 14:00'],
    ['up to the very end of the day', '2026-11-23 17:00', HOUR, '2026-11-23 18:00'],
    ['over the night', '2026-11-23 17:30', HOUR, '2026-11-24 08:30'],
    ['from before the day begins', '2026-11-23 05:00', HOUR, '2026-11-23 09:00'],
    ['from late in the evening', '2026-11-23 23:30', HOUR, '2026-11-24 09:00'],
    ['from the last minute of a day', '2026-11-23 23:59', 9 * HOUR, '2026-11-24 18:00'],
    ['over the weekend', '2026-11-20 17:30', HOUR, '2026-11-23 08:30'],
    ['over the spring festival, with Saturday worked before it', '2026-02-14 17:00', 2 * HOUR, '2026-02-24 09:00'],
    ['into a Saturday that is worked', '2026-02-27 17:00', 2 * HOUR, '2026-02-28 09:00'],
    ['over the national day', '2026-09-30 17:00', 2 * HOUR, '2026-10-08 09:00'],
    ['two working days', '2026-11-23 10:47', 18 * HOUR, '2026-11-25 10:47'],
  ])('%s', (_, from, span, due) => {
    expect(working(from, span)).toBe(at(due));
  });

  it('stands still in a pause, wherever the pause lies', () => {
    expect(working('2026-11-23 09:00', 2 * HOUR, ['2026-11-23 10:00', '2026-11-23 14:00'])).toBe(
      at('2026-11-23 15:00'),
    );
    expect(working('2026-11-23 09:00', HOUR, ['2026-11-23 12:00', '2026-11-23 13:00'])).toBe(at('2026-11-23 10:00'));
    expect(working('2026-11-23 17:00', 2 * HOUR, ['2026-11-23 17:30', '2026-11-24 09:30'])).toBe(
      at('2026-11-24 11:00'),
    );
  });

  it('does not count a pause that was over before', () => {
    expect(working('2026-11-23 09:00', HOUR, ['2026-11-23 08:00', '2026-11-23 08:30'])).toBe(at('2026-11-23 10:00'));
  });
});

const isWorkingTime = (instant: number): boolean => {
  const minute = minuteOfDay(instant);
  return isWorkday(instant) && HOURS.parts.some((p) => minute >= p.from && minute <= p.to);
};

const aCase = anInstant.chain((from) =>
  fc.record({ from: fc.constant(from), span: aSpan(40 * HOUR), pauses: somePauses(from) }),
);

describe('what holds for every span', () => {
  it('ends in working time', () => {
    fc.assert(
      fc.property(aCase, ({ from, span, pauses }) => {
        expect(isWorkingTime(addCounted(from, span + MINUTE, HOURS, pauses))).toBe(true);
      }),
    );
  });

  it('is the plain sum round the clock, moved on by what the pauses cover', () => {
    fc.assert(
      fc.property(aCase, ({ from, span, pauses }) => {
        const due = addCounted(from, span, null, pauses);
        const stood = new Set<number>();
        for (const p of pauses)
          for (let m = Math.max(p.from, from); m < Math.min(p.to ?? due, due); m += MINUTE) stood.add(m);
        expect(due - from).toBe(span + stood.size * MINUTE);
      }),
      { numRuns: 60 },
    );
  });

  it('never comes nearer by a pause', () => {
    fc.assert(
      fc.property(aCase, fc.boolean(), ({ from, span, pauses }, all) => {
        const hours = all ? null : HOURS;
        const [, ...fewer] = pauses;
        expect(addCounted(from, span, hours, pauses)).toBeGreaterThanOrEqual(addCounted(from, span, hours, fewer));
      }),
    );
  });

  it('takes two pauses that touch for one', () => {
    fc.assert(
      fc.property(aCase, aSpan(20 * HOUR), aSpan(20 * HOUR), fc.boolean(), ({ from, span }, a, b, all) => {
        const hours = all ? null : HOURS;
        const start = from + HOUR;
        const pause = (f: number, t: number) => ({ from: f, to: t, reason: '' });
        const two = [pause(start, start + a), pause(start + a, start + a + b)];
        expect(addCounted(from, span, hours, two)).toBe(addCounted(from, span, hours, [pause(start, start + a + b)]));
      }),
    );
  });

  it('comes later, never sooner, for a longer span or a later start', () => {
    fc.assert(
      fc.property(aCase, aSpan(DAY), ({ from, span, pauses }, more) => {
        const due = addCounted(from, span, HOURS, pauses);
        expect(addCounted(from, span + more, HOURS, pauses)).toBeGreaterThanOrEqual(due);
        expect(addCounted(from + more, span, HOURS, pauses)).toBeGreaterThanOrEqual(due);
      }),
    );
  });
});
