import { describe, expect, it } from 'vitest';
import { STAFF } from '../testing/house.js';
import { askOrder } from './ask.js';
import { createFindPerson } from './order.js';

const find = createFindPerson(STAFF, () => null);
const read = (text: string, pointed = false) => askOrder(text, pointed, find);

describe('questions about one ticket’s past', () => {
  it.each([
    ['为什么派给他', { kind: 'why', ref: null, who: null }],
    ['为什么派给张亚钊？', { kind: 'why', ref: null, who: 'zhangyazhao' }],
    ['@小通 0004 为什么派给他', { kind: 'why', ref: '0004', who: null }],
    ['TZ-20261123-0004为啥派给高斌', { kind: 'why', ref: 'TZ-20261123-0004', who: 'zhaogaobin' }],
    ['凭什么派给我', { kind: 'why', ref: null, who: 'me' }],
    ['为什么把0004派给他了', { kind: 'why', ref: '0004', who: null }],
    ['TZ-20261123-0004 记录', { kind: 'history', ref: 'TZ-20261123-0004' }],
    ['0004 的处理记录', { kind: 'history', ref: '0004' }],
    ['记录 0004', { kind: 'history', ref: '0004' }],
  ])('%s', (text, order) => {
    expect(read(text)).toEqual(order);
  });

  it('needs a number or a quote for a history', () => {
    expect(read('记录')).toBeNull();
    expect(read('记录', true)).toEqual({ kind: 'history', ref: null });
  });

  it.each(['为什么还没派单', '0004 派给张亚钊', '0004 为什么还不来人', '登录记录查不到 1234', '0004 记录仪黑屏'])(
    'is not: %s',
    (text) => {
      expect(read(text, true)).toBeNull();
    },
  );
});
