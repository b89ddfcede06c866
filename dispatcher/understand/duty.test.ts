import { describe, expect, it } from 'vitest';
import { STAFF } from '../testing/house.js';
import { at } from '../testing/time.js';
import { dutyOrder } from './duty.js';
import { createFindPerson } from './order.js';

const NOW = at('2026-11-23 10:47');
const read = (text: string, addressed = false) =>
  dutyOrder(
    text,
    NOW,
    addressed,
    createFindPerson(STAFF, () => null),
  );
const day = (from: string, to: string) => ({ from: at(from), to: at(to) });
const SATURDAY = day('2026-11-28 00:00', '2026-11-29 00:00');

describe('duty is ordered', () => {
  it.each([
    '值班 11-28 赵高斌、崔建超',
    '@小通 值班：11月28日 赵高斌和崔建超',
    '值班 赵高斌 崔建超 周六',
    '11-28 赵高斌、崔建超值班',
    '安排值班 11-28 由赵高斌、崔建超负责',
  ])('%s', (text) => {
    expect(read(text)).toEqual({ kind: 'duty', people: ['zhaogaobin', 'cuijianchao'], ...SATURDAY });
  });

  it('for this evening, for several days, from a time to a time', () => {
    expect(read('值班 今晚 赵高斌')).toMatchObject(day('2026-11-23 18:00', '2026-11-24 00:00'));
    expect(read('值班 11-28 到 11-29 赵高斌')).toMatchObject(day('2026-11-28 00:00', '2026-11-30 00:00'));
    expect(read('值班 明天 12:00-13:00 苏喆')).toMatchObject(day('2026-11-24 12:00', '2026-11-24 13:00'));
  });

  it('is exchanged, and taken back', () => {
    const swap = { kind: 'duty-swap', pair: ['zhaogaobin', 'dongyayang'], ...SATURDAY };
    expect(read('换班 11-28 赵高斌 董亚杨')).toEqual(swap);
    expect(read('11-28 赵高斌和董亚杨换班')).toEqual(swap);
    expect(read('取消值班 11-28')).toEqual({ kind: 'duty-end', ...SATURDAY });
  });

  it('is listed', () => {
    for (const text of ['值班表', '排班表', '@小通 值班安排', '值班表 下周'])
      expect(read(text)).toEqual({ kind: 'duty-list', from: null });
    expect(read('值班 11-28')).toEqual({ kind: 'duty-list', from: SATURDAY.from });
  });
});

describe('a wrong form', () => {
  it.each([
    ['值班 赵高斌', { kind: 'duty-no-time' }],
    ['值班 11-31 赵高斌', { kind: 'duty-bad-time' }],
    ['值班 11-21 赵高斌', { kind: 'duty-past', to: at('2026-11-22 00:00') }],
    ['值班 11-28 赵高斌、王小明', { kind: 'duty-no-person', words: ['王小明'] }],
    ['换班 11-28 赵高斌', { kind: 'swap-two' }],
    ['换班 赵高斌 董亚杨', { kind: 'duty-no-time' }],
    ['取消值班', { kind: 'duty-no-time' }],
  ])('%s', (text, fault) => {
    expect(read(text)).toEqual({ kind: 'duty-wrong', fault });
  });
});

it.each(['值班', '今天谁值班', '值班电话多少', '值班人员都到位了', '值班老师说三楼断网了', '我在值班', '0017 到场'])(
  '%s is no order',
  (text) => {
    expect(read(text)).toBeNull();
  },
);
