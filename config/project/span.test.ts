import { describe, expect, it } from 'vitest';
import { parseSpan, parseTimeOfDay } from './span.js';

describe('parseSpan', () => {
  it.each([
    ['30 秒', { unit: 'ms', ms: 30_000 }],
    ['5 分钟', { unit: 'ms', ms: 300_000 }],
    ['5分钟', { unit: 'ms', ms: 300_000 }],
    [5, { unit: 'ms', ms: 300_000 }],
    ['2 小时', { unit: 'ms', ms: 7_200_000 }],
    ['1 天', { unit: 'ms', ms: 86_400_000 }],
    ['2 工作日', { unit: 'working-days', days: 2 }],
  ])('%j', (words, expected) => {
    expect(parseSpan(words)).toEqual(expected);
  });

  it.each([
    '5',
    '5 min',
    '5 分',
    '1.5 小时',
    '-1 小时',
    '0 分钟',
    '五分钟',
    '1 小时 30 分钟',
    '',
    0,
    1.5,
    Number.NaN,
    '400 天',
    '400 工作日',
    null,
    true,
  ])('%j is refused', (words) => {
    expect(parseSpan(words)).toBeNull();
  });
});

describe('parseTimeOfDay', () => {
  it.each([
    ['00:00', 0],
    ['18:00', 1080],
    ['24:00', 1440],
    ['24:01', null],
    ['12:60', null],
    ['8:00', null],
    [18, null],
  ])('%j is %j', (words, expected) => {
    expect(parseTimeOfDay(words)).toBe(expected);
  });
});
