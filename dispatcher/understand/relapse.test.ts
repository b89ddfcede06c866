import { describe, expect, it } from 'vitest';
import { relapseIn } from './relapse.js';

describe('a repair that did not hold', () => {
  it.each([
    '还是不行',
    '又断了',
    '还没好',
    '还没好呢',
    '怎么又断了？',
    '还是上不了网',
    '又没网了',
    '好了一会儿又断了',
    '重启了，还是没用',
    '师傅走了又不行了',
    '没修好',
    '老样子',
    '还是不行，到底有人管吗',
    '没用',
    '毛病又来了',
  ])('%s', (text) => {
    expect(relapseIn(text)).not.toBeNull();
  });

  it.each([
    '好了吗',
    '好了没',
    '修好了吗？',
    '又断了吗',
    '是不是又断了',
    '还没好吗',
    '没用上',
    '这个没用',
    '这台打印机没用过',
    '还是不错的',
    '还是没问题',
    '又不急',
    '师傅又来了',
    '不好意思，还没好意思说',
    '没好多少钱',
    '反复确认过了',
    '已经好了，谢谢',
  ])('not in %s', (text) => {
    expect(relapseIn(text)).toBeNull();
  });
});
