import { describe, expect, it } from 'vitest';
import { STAFF } from '../testing/house.js';
import { at } from '../testing/time.js';
import { leaveOrder } from './leave.js';
import { createFindPerson } from './order.js';

const NOW = at('2026-11-23 10:47');
const find = createFindPerson(STAFF, (words) => (words === '曹工' ? 'caoyunwu' : null));
const read = (text: string, addressed = true) => leaveOrder(text, NOW, addressed, find);
const FORM = [at('2026-11-23 00:00'), at('2026-11-26 00:00')] as const;

const added = (text: string): unknown => {
  const order = read(text, false);
  return order?.kind === 'leave' ? [order.who, order.from, order.to, order.why] : order;
};

describe('leave is told', () => {
  it.each([
    ['请假 曹云武 11-23 到 11-25', 'caoyunwu', ''],
    ['@小通 请假：曹云武，11月23日至25日', 'caoyunwu', ''],
    ['请假 曹工 11-23 到 11-25', 'caoyunwu', ''],
    ['请假 云武 11-23 到 11-25 家里有事', 'caoyunwu', '家里有事'],
    ['请假 11-23 到 11-25 曹云武', 'caoyunwu', ''],
    ['曹云武 11-23 到 11-25 请假', 'caoyunwu', ''],
    ['曹云武请假 11-23 到 11-25', 'caoyunwu', ''],
    ['给曹云武请个病假 11-23 到 11-25', 'caoyunwu', ''],
    ['请假 11-23 到 11-25', null, ''],
    ['请假 11-23 到 11-25 看病', null, '看病'],
    ['我 11-23 到 11-25 请假', null, ''],
    ['我请假 11-23 到 11-25，孩子生病', null, '孩子生病'],
  ])('%s', (text, who, why) => {
    expect(added(text)).toEqual([who, ...FORM, why]);
  });

  it('of half a day, said in passing', () => {
    expect(added('我明天下午请假')).toEqual([null, at('2026-11-24 12:00'), at('2026-11-25 00:00'), '']);
  });
});

describe('leave is listed and ended', () => {
  it.each(['请假列表', '@小通 谁请假', '谁在请假', '休假名单'])('%s', (text) => {
    expect(read(text)).toEqual({ kind: 'leave-list' });
  });

  it.each([
    ['取消请假 曹云武', 'caoyunwu', null],
    ['取消请假 曹云武 11-24', 'caoyunwu', at('2026-11-24 00:00')],
    ['销假', null, null],
    ['取消请假', null, null],
  ])('%s', (text, who, on) => {
    expect(read(text)).toEqual({ kind: 'leave-end', who, on });
  });
});

describe('a wrong form tells what is wrong', () => {
  it.each([
    ['请假', { kind: 'no-time' }],
    ['请假 曹云武', { kind: 'no-time' }],
    ['请假 曹云武 11-31', { kind: 'bad-time' }],
    ['请假 曹云武 11-20 到 11-21', { kind: 'past', to: at('2026-11-22 00:00') }],
    ['请假 王小明 11-23 到 11-25', { kind: 'no-person', words: '王小明' }],
    ['取消请假 王小明', { kind: 'no-person', words: '王小明' }],
  ])('%s', (text, fault) => {
    expect(read(text)).toEqual({ kind: 'leave-wrong', fault });
  });
});

describe('what is no order', () => {
  it.each([
    '请假',
    '今天请假，去不了',
    '我请假了，转给董亚杨',
    '我明天请假，这单谁接',
    '张老师明天请假',
    '学校放假了',
    '0017 到场',
    '他请假了吗',
    '请假条交了',
  ])('%s, between people', (text) => {
    expect(read(text, false)).toBeNull();
  });
});
