import { describe, expect, it } from 'vitest';
import { deskOrder } from './desk-order.js';
import { context, named, reader } from './testing/district.js';

const read = (text: string) => deskOrder(text, 0, [], (words) => reader.understand(words, context()).units);
const YUQIAO = named('玉桥中学');
const bind = { kind: 'bind', id: null, name: null, unit: YUQIAO, phone: null };

describe('an order that binds somebody to a school', () => {
  it.each([
    ['绑定 王老师 玉桥中学', { ...bind, name: '王老师' }],
    ['@小通 绑定 王老师 到 玉桥中学', { ...bind, name: '王老师' }],
    ['绑定王老师到玉桥中学', { ...bind, name: '王老师' }],
    ['绑定：玉桥中学王老师 138-0013-8001', { ...bind, name: '王老师', phone: '13800138001' }],
    ['绑定 @王老师 玉桥中学', bind],
    ['绑定 他 玉桥中学', bind],
    ['绑定玉桥中学', bind],
    ['绑定 zjw-wang 玉桥中学', { ...bind, id: 'zjw-wang' }],
    ['绑定 w17 王芳 玉桥中学', { ...bind, id: 'w17', name: '王芳' }],
    ['王老师调到玉桥中学了', { ...bind, name: '王老师' }],
    ['李主任现在调去北苑学校了', { ...bind, name: '李主任', unit: named('北苑学校') }],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    '绑定',
    '绑定 王老师',
    '绑定 王老师 火星小学',
    '绑定 王老师 玉桥中学 潞河中学',
    '绑定 王老师 李老师 玉桥中学',
  ])('is answered with the right form where it is wrong: %s', (text) => {
    expect(read(text)).toEqual({ kind: 'wrong', form: 'bind' });
  });

  it.each([
    '玉桥中学断网了',
    '王老师说玉桥中学没网',
    '赵高斌调到二楼机房看看',
    '平台账号绑定不了手机',
    '绑定不了手机号怎么办',
  ])('is not in: %s', (text) => {
    expect(read(text)).toBeNull();
  });
});
