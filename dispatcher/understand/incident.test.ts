import { describe, expect, it } from 'vitest';
import { incidentOrder } from './incident.js';

const SCHOOLS = ['西集中学', '郎府中学'];
const find = (words: string): readonly string[] => SCHOOLS.filter((school) => words.includes(school));
const order = (text: string) => incidentOrder(text, find);
const ref = 'SJ-20261123-01';

describe('an order about an incident', () => {
  it.each([
    ['SJ-20261123-01 确认', { kind: 'confirm', ref }],
    ['@小通 sj20261123-1确认', { kind: 'confirm', ref }],
    ['事件 确认', { kind: 'confirm', ref: null }],
    ['SJ-20261123-01 拆分', { kind: 'split', ref, units: [], unknown: [] }],
    ['SJ-20261123-01 不是同一故障', { kind: 'split', ref, units: [], unknown: [] }],
    ['SJ-20261123-01 拆分 西集中学、火星小学', { kind: 'split', ref, units: ['西集中学'], unknown: ['火星小学'] }],
    ['0012 并入 SJ-20261123-01', { kind: 'merge', ref, tickets: ['0012'] }],
    ['SJ-20261123-01 并入 TZ-20261123-0012 和 0013', { kind: 'merge', ref, tickets: ['TZ-20261123-0012', '0013'] }],
    ['事件', { kind: 'list' }],
    ['SJ-20261123-01', { kind: 'list' }],
  ])('%s', (text, wanted) => {
    expect(order(text)).toEqual(wanted);
  });

  it.each(['事件已经处理好了', '确认', '0012 接单', '拆分', '这个事件 请大家注意', 'SJ-20261123-01 并入'])(
    'is none: %s',
    (text) => {
      expect(order(text)).toBeNull();
    },
  );
});
