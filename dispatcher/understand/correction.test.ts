import { describe, expect, it } from 'vitest';
import { correctionIn } from './correction.js';

const none = { level: null, category: null, unit: null, reason: '' };

describe('a correction', () => {
  it.each([
    ['TZ-20261122-0017 改一级', { ...none, level: 1 }],
    ['0017 改为二级', { ...none, level: 2 }],
    ['0017降为3级，因为只有一间', { ...none, level: 3, reason: '只有一间' }],
    ['0017 升级到一级 原因：考试中', { ...none, level: 1, reason: '考试中' }],
    ['0017 类别改为光缆', { ...none, category: 'fibre' }],
    ['0017 类型调成监控', { ...none, category: 'surveillance' }],
  ])('%s', (text, expected) => {
    expect(correctionIn(text, [])).toEqual(expected);
  });

  it('takes the last unit named as what it shall become', () => {
    expect(correctionIn('0017 单位改为漷县中学', ['甲', '乙'])).toEqual({ ...none, unit: '乙' });
  });

  it('wants a unit that is known', () => {
    expect(correctionIn('0017 单位改为某某学校', [])).toBeNull();
  });

  it.each(['一级故障处理中', '教学楼三级台阶那边', '改天再来', '光缆断了', '学校改造停电', '升级一下系统'])(
    'is not in: %s',
    (text) => {
      expect(correctionIn(text, ['甲'])).toBeNull();
    },
  );
});
