import { describe, expect, it } from 'vitest';
import { caseOrder } from './case-order.js';

describe('the record of a ticket', () => {
  it.each([
    ['0004 记录', '0004'],
    ['@小通 0004记录', '0004'],
    ['TZ-20261123-0004 记录', 'TZ-20261123-0004'],
    ['tz202611230004 的处理记录', 'TZ-20261123-0004'],
    ['记录 0004', '0004'],
    ['查看 0004 历史', '0004'],
    ['记录', null],
  ])('%s', (words, ref) => {
    expect(caseOrder(words)).toEqual({ kind: 'record', ref });
  });

  it.each(['0004 记录已经补好了', '巡检记录发群里', '0004 接单', '记录一下 0004 的情况', '记录 0004 0005'])(
    '%s is none',
    (words) => {
      expect(caseOrder(words)).toBeNull();
    },
  );
});
