import { describe, expect, it } from 'vitest';
import { sayFault, type Fault } from '../fault.js';
import { readCalendar } from './calendar.js';

const read = (
  text: string | null,
): { readonly calendar: ReturnType<typeof readCalendar>; readonly faults: string[] } => {
  const faults: Fault[] = [];
  const calendar = readCalendar(text, (fault) => faults.push(fault));
  return { calendar, faults: faults.map(sayFault) };
};

describe('calendar.yaml', () => {
  it('has announced years, days of the district that go before them, and vacations', () => {
    const { calendar, faults } = read(
      [
        "years: { 2027: { state: 已公布, off: ['2027-01-01 到 2027-01-03'], on: ['2027-01-09'] }, 2028: { state: 暂定 } }",
        "extra: { off: ['2027-01-09'], on: ['2027-01-03'] }",
        "schoolYears: [{ name: 今年, terms: [{ name: 上, days: '2026-09-01 到 2027-01-23' }], vacations: [{ name: 寒假, days: '2027-01-24 到 2027-02-21' }] }]",
      ].join('\n'),
    );
    expect(faults).toEqual([]);
    expect(calendar.days).toEqual({
      off: ['2027-01-01', '2027-01-02', '2027-01-09'],
      on: ['2027-01-03'],
      known: [2027],
    });
    expect(calendar.vacations).toEqual([{ name: '寒假', from: '2027-01-24', to: '2027-02-21' }]);
  });

  it('may be missing, or empty of years', () => {
    const none = { days: { off: [], on: [], known: [] }, vacations: [] };
    expect(read(null)).toEqual({ calendar: none, faults: [] });
    expect(read('years: {}')).toEqual({ calendar: none, faults: [] });
  });

  it.each([
    ["extra: { off: ['2026-11-30 到 2026-11-28'] }", /extra\.off\[0\]: "2026-11-30 到 2026-11-28" is no day/],
    ["extra: { off: ['2026-11-28'], on: ['2026-11-27 到 2026-11-28'] }", /extra\.on: 2026-11-28 is off and on/],
    ["years: { 2027: { state: 暂定, off: ['2028-01-01'] } }", /years\.2027\.off\[0\]: This is not in 2027/],
    ['years: { 2027: { state: 听说 } }', /years\.2027\.state: "听说" .*→ Choose one of: 已公布, 暂定/],
    ['years: { 27: { state: 暂定 } }', /years\.27: /],
    [
      "schoolYears: [{ name: 今年, terms: [{ name: 上, days: '2026-09-01 到 2027-01-23' }], vacations: [{ name: 寒假, days: '2027-01-23 到 2027-02-21' }] }]",
      /schoolYears\[0\]\.vacations\[0\]\.days: 寒假 begins before 上 is over/,
    ],
    ['year: {}', /Unknown: year/],
  ])('%s', (text, said) => {
    const { faults } = read(text);
    expect(faults).toEqual([expect.stringMatching(said)]);
    for (const fault of faults) expect(fault).toMatch(/ → .{5,}/);
  });
});
