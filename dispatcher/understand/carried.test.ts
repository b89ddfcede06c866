import { describe, expect, it } from 'vitest';
import type { Context, Staff } from '../model.js';
import { createUnderstand } from './understand.js';

const staff: readonly Staff[] = [
  { id: 'zhaogaobin', name: '赵高斌', role: 'engineer', primary: [], secondary: [], ids: {} },
  { id: 'dongyayang', name: '董亚杨', role: 'engineer', primary: [], secondary: [], ids: {} },
];
const reader = createUnderstand({ units: [], staff, rooms: [] });
const base: Context = {
  role: 'engineer',
  unit: null,
  addressed: true,
  assignment: 'working',
  replyTo: 'none',
  ticket: 'none',
  asked: null,
  event: null,
};

describe('the words that carry a message', () => {
  it.each([
    ['处理完毕，换了光模块1个，用LC跳线2根', 'resolve', '换了光模块1个，用LC跳线2根'],
    ['办结', 'resolve', ''],
    ['已修复。交换机重启', 'resolve', '交换机重启'],
    ['转派 董亚杨 我在漷县走不开', 'decline', '我在漷县走不开'],
    ['挂起 等学校开门', 'suspend', '等学校开门'],
    ['@小通 光模块坏了，正在换', 'progress', '光模块坏了，正在换'],
  ] as const)('%s (%s)', (text, intent, words) => {
    const facts = reader.understand(text, base);
    expect([facts.intent, facts.words]).toEqual([intent, words]);
  });

  it('keeps the comment of a rating', () => {
    const facts = reader.understand('5分 师傅很快', {
      ...base,
      role: 'reporter',
      assignment: 'none',
      ticket: 'finished',
      asked: 'rating',
    });
    expect([facts.intent, facts.rating, facts.words]).toEqual(['feedback', 5, '师傅很快']);
  });
});

describe('a contact', () => {
  it.each([
    ['三楼整层断网，联系人 王老师 13800138001', '王老师'],
    ['三楼没网，王老师 13800138001', '王老师'],
    ['全体老师上不了网', null],
    ['教学楼断网', null],
  ])('%s → %s', (text, name) => {
    expect(reader.understand(text, { ...base, role: 'reporter', assignment: 'none' }).contact).toBe(name);
  });
});
