import { describe, expect, it } from 'vitest';
import { at } from '../testing/time.js';
import { planOrder } from './plan-order.js';

const NOW = at('2026-11-23 10:42');
const UNITS: readonly string[] = ['漷县中学', '西集中学'];
const read = (words: string) => planOrder(words, NOW, (piece) => UNITS.filter((unit) => piece.includes(unit)));
const span = { from: at('2026-12-01 08:00'), to: at('2026-12-01 12:00') };

describe('planned work', () => {
  it('is what, when, where and why', () => {
    const add = { kind: 'plan', what: 'add', name: '停电', ...span };
    expect(read('计划 停电 12-01 08:00-12:00 漷县中学、西集中学 变压器检修')).toEqual({
      ...add,
      units: UNITS,
      reason: '变压器检修',
    });
    expect(read('@小通 计划：停电 12-01 08:00-12:00 漷县中学')).toEqual({ ...add, units: ['漷县中学'], reason: '' });
  });

  it('is listed, moved and ended', () => {
    expect(read('计划列表')).toEqual({ kind: 'plan', what: 'list' });
    expect(read('计划 停电 改为 12-01 08:00-12:00')).toEqual({ kind: 'plan', what: 'move', name: '停电', ...span });
    expect([read('取消计划 停电'), read('结束计划')]).toEqual([
      { kind: 'plan', what: 'finish', name: '停电' },
      { kind: 'plan', what: 'finish', name: '' },
    ]);
  });

  it.each([
    '计划',
    '计划 停电 漷县中学',
    '计划 停电 12-01 08:00-12:00',
    '计划 停电 12-01 08:00-12:00 漷县中学、火星小学',
    '计划 停电 11-20 08:00-12:00 漷县中学',
  ])('%s lacks something', (words) => {
    expect(read(words)).toEqual({ kind: 'wrong', form: 'plan' });
  });

  it.each(['计划 明天去张家湾', '计划明天停电', '按计划巡检完了'])('%s is talk', (words) => {
    expect(read(words)).toBeNull();
  });
});
