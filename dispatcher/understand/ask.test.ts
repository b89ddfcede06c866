import { describe, expect, it } from 'vitest';
import { STAFF } from '../testing/house.js';
import { askOrder } from './ask.js';
import { createFindPerson } from './order.js';

const find = createFindPerson(STAFF, () => null);
const read = (text: string) => askOrder(text, find);

describe('why somebody was chosen', () => {
  it.each([
    ['为什么派给他', { ref: null, who: null }],
    ['为什么派给张亚钊？', { ref: null, who: 'zhangyazhao' }],
    ['@小通 0004 为什么派给他', { ref: '0004', who: null }],
    ['TZ-20261123-0004为啥派给高斌', { ref: 'TZ-20261123-0004', who: 'zhaogaobin' }],
    ['凭什么派给我', { ref: null, who: 'me' }],
    ['为什么把0004派给他了', { ref: '0004', who: null }],
  ])('%s', (text, order) => {
    expect(read(text)).toEqual(order);
  });

  it.each(['为什么还没派单', '0004 派给张亚钊', '0004 为什么还不来人', '登录记录查不到 1234', '0004 记录仪黑屏'])(
    'is not: %s',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );
});
