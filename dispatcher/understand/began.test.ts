import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beganIn } from './began.js';

describe('when a fault began', () => {
  const TOLD: readonly [string, string, number | null, number | null][] = [
    ['潞苑小学全体老师都上不去网了 从七点四十开始的', '从七点四十开始', 0, 460],
    ['教学楼的摄像头从昨晚十点开始全掉了', '从昨晚十点开始', 1, 22 * 60],
    ['全校从七点就没网了', '从七点就', 0, 420],
    ['机房两点起断网', '两点起', 0, 120],
    ['备的那条从凌晨一点断到现在', '从凌晨一点', 0, 60],
    ['从上午开始上网一会儿通一会儿断', '从上午开始', 0, null],
    ['打今早8:05就这样', '打今早8:05就', 0, 485],
    ['前天下午两点半起机房进不去', '前天下午两点半起', 2, 870],
    ['昨天起打印机就连不上', '昨天起', 1, null],
    ['上周五开始监控就黑屏', '上周五开始', null, null],
    ['半小时前还好好的，现在全断了', '半小时前', null, null],
    ['十分钟前全楼断网', '十分钟前', null, null],
    ['三天前开始掉线', '三天前', 3, null],
  ];
  it.each(TOLD)('%s', (text, words, daysAgo, minutes) => {
    expect(beganIn(text)).toEqual({ words, daysAgo, minutes });
  });

  it.each([
    '三楼上不了网',
    '明天九点有英语机考，麻烦来人保障',
    '自考前检查保密室的监控',
    '体育中考4月27日开始，请测通线路',
    '从八点开始考试，教室里的网断了',
    '302教室上不了网，一年级3班也是',
    '从三楼到五楼都断了',
    '',
  ])('nothing is told in «%s»', (text) => {
    expect(beganIn(text)).toBeNull();
  });

  it('names no time that a clock does not have, whatever is typed', () => {
    fc.assert(
      fc.property(fc.nat(99), fc.nat(99), (h, m) => {
        const minutes = beganIn(`从${h}:${String(m).padStart(2, '0')}开始断网`)?.minutes ?? null;
        return h < 24 && m < 60 ? minutes === h * 60 + m : minutes === null;
      }),
    );
  });
});
