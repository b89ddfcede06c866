import { describe, expect, it } from 'vitest';
import type { Introduction } from '../model.js';
import { context, named, reader } from './testing/district.js';

const told = (text: string, unit: string | null = null): Introduction | null =>
  reader.understand(text, context({ unit })).introduction;

const YUQIAO = named('玉桥中学');

describe('an introduction', () => {
  it.each([
    ['我是玉桥中学的', null],
    ['我是玉桥中学的王老师，电话13800138001', '王老师'],
    ['大家好，我是玉桥中学新来的网管小李', '小李'],
    ['我们学校是玉桥中学', null],
    ['我现在调到玉桥中学了', null],
    ['我在玉桥中学上班', null],
    ['这边是玉桥中学', null],
  ])('is said: %s', (text, name) => {
    expect(told(text)).toEqual({ unit: YUQIAO, name, how: 'said', alone: true });
  });

  it.each([
    ['玉桥中学 王老师', '王老师'],
    ['玉桥中学王老师 13800138001', '王老师'],
    ['各位好，玉桥中学信息中心李主任', '李主任'],
    ['王老师 玉桥中学', '王老师'],
    ['玉桥中学，王芳', '王芳'],
  ])('is signed: %s', (text, name) => {
    expect(told(text)).toEqual({ unit: YUQIAO, name, how: 'signed', alone: true });
  });

  it.each([
    '我是玉桥中学的，打印机连不上',
    '我是玉桥中学的王老师，三楼没网',
    '这里是玉桥中学，三楼整层上不了网',
    '你好我是玉桥中学的大门口那个球机转不动了',
  ])('stands within a report: %s', (text) => {
    expect(told(text)).toMatchObject({ unit: YUQIAO, how: 'said', alone: false });
    expect(reader.understand(text, context({ unit: named('潞河中学') }))).toMatchObject({
      intent: 'report',
      unit: YUQIAO,
    });
  });

  it.each([
    '玉桥中学断网了',
    '我不是玉桥中学的',
    '我是玉桥中学的吗',
    '我是玉桥中学学生的家长，网站打不开',
    '我是玉桥中学旁边的',
    '我是替玉桥中学报一下，断网了',
    '玉桥中学王老师说打印机坏了',
    '我在玉桥中学，打印机连不上',
    '我们学校全断了',
    '张家湾中学 王老师 13800138001 三楼断网',
  ])('is not in: %s', (text) => {
    expect(told(text)).toBeNull();
  });
});
