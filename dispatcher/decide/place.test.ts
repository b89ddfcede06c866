import { describe, expect, it } from 'vitest';
import { contradicts, placeAfter } from './place.js';

describe('two places', () => {
  it.each([
    ['三楼', '二楼'],
    ['教学楼三层', '实验楼'],
    ['203办公室', '205'],
    ['教学楼三层', '食堂'],
    ['教学楼三层', '401'],
    ['教学楼三层', '实验楼三层'],
  ])('%s and %s cannot be one', (one, two) => {
    expect(contradicts(one, two)).toBe(true);
    expect(contradicts(two, one)).toBe(true);
  });

  it.each([
    ['三楼', '教学楼'],
    ['三楼', '3层'],
    ['教学楼三层', '302'],
    ['教学楼', '北教学楼二层'],
    ['三楼', '弱电间'],
    ['203办公室', '203'],
    ['教学楼三层', '三层东侧'],
  ])('%s and %s can', (one, two) => {
    expect(contradicts(one, two)).toBe(false);
    expect(contradicts(two, one)).toBe(false);
  });
});

describe('a place told in parts', () => {
  it.each([
    ['三楼', '教学楼', '教学楼三楼'],
    ['教学楼', '三层', '教学楼三层'],
    ['教学楼三层', '东侧', '教学楼三层 东侧'],
    ['三楼', '教学楼三层东侧', '教学楼三层东侧'],
    ['教学楼三层', '三楼', '教学楼三层'],
    ['三楼', '二楼', '三楼、二楼'],
    ['教学楼三层', '食堂', '教学楼三层、食堂'],
  ])('%s, then %s: %s', (before, told, after) => {
    expect(placeAfter(before, told, false)).toBe(after);
  });

  it.each([
    ['三楼', '二楼', '二楼'],
    ['教学楼三层', '二层', '教学楼二层'],
    ['教学楼三层', '实验楼二层', '实验楼二层'],
    ['203', '205', '205'],
  ])('%s, put right by %s: %s', (before, told, after) => {
    expect(placeAfter(before, told, true)).toBe(after);
  });
});
