import { describe, expect, it } from 'vitest';
import type { Unit } from '../model.js';
import { guaranteeOf } from '../testing/guarantees.js';
import { EXAMS, KUOXIAN, UNITS } from '../testing/house.js';
import { ticketIn, type Extra } from '../testing/tickets.js';
import { at } from '../testing/time.js';
import { liftBy } from './lift.js';

const unitOf = (name: string): Unit => {
  const found = UNITS.find((unit) => unit.name === name);
  if (found === undefined) throw new Error(`no unit: ${name}`);
  return found;
};
const lifted = (now: string, unit = KUOXIAN, ticket: Extra = {}): string | null =>
  liftBy(ticketIn('unassigned', { level: 3, unit: null, ...ticket }), unitOf(unit), [guaranteeOf()], at(now))?.reason
    .meaning ?? null;

describe('a fault whose unit becomes known later', () => {
  it.each([
    ['2026-12-18 07:59', null],
    ['2026-12-18 08:00', '重大活动保障期间'],
    ['2026-12-19 17:59', '重大活动保障期间'],
    ['2026-12-19 18:00', null],
  ])('at a unit of an event, at %s: %s', (now, meaning) => {
    expect(lifted(now)).toBe(meaning);
  });

  it.each<readonly [string, string | null, string, Extra]>([
    ['at a key unit at any time', '重点单位', EXAMS, {}],
    ['but no paper jam', null, EXAMS, { category: 'support', fault: '打印机缺纸' }],
    ['but no request', null, EXAMS, { fault: '网络点位申请' }],
    ['but nothing that only looks odd', null, EXAMS, { fault: '校园网异常' }],
    ['and level 1 stays as it is', null, EXAMS, { level: 1 }],
  ])('%s', (_, meaning, unit, ticket) => {
    expect(lifted('2026-11-23 10:47', unit, ticket)).toBe(meaning);
  });

  it('a terminal of a video conference only while the event is on', () => {
    expect(lifted('2026-12-18 12:00', KUOXIAN, { category: 'video' })).toBeNull();
    expect(lifted('2026-12-19 12:00', KUOXIAN, { category: 'video' })).toBe('重大活动保障期间');
  });
});
