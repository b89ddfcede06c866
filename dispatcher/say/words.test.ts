import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../decide/time.js';
import { HOUSE } from '../testing/house.js';
import { ticketIn } from '../testing/tickets.js';
import { at } from '../testing/time.js';
import { because, cutWords, lasting, promised, quoteWords, subject, when } from './words.js';

describe('times as people say them', () => {
  it.each([
    ['2026-11-23 14:30', '14:30'],
    ['2026-11-23 23:59', '23:59'],
    ['2026-11-24 00:00', '明天 00:00'],
    ['2026-11-22 23:59', '昨天 23:59'],
    ['2026-11-25 10:47', '11-25 周三 10:47'],
    ['2026-11-20 09:05', '11-20 周五 09:05'],
  ])('%s is %s on Monday morning', (then, words) => {
    expect(when(at(then), at('2026-11-23 10:47'))).toBe(words);
  });

  it.each([
    [0, '1 分钟'],
    [20 * MINUTE, '20 分钟'],
    [59.6 * MINUTE, '1 小时'],
    [90 * MINUTE, '1 小时 30 分'],
    [8 * HOUR, '8 小时'],
    [DAY, '1 天'],
    [DAY + 90 * MINUTE, '1 天 1 小时'],
  ])('%i ms last %s', (span, words) => {
    expect(lasting(span)).toBe(words);
  });

  it('says a promise in working days where it is one', () => {
    const day = 9 * HOUR;
    expect(promised(18 * HOUR, true, day)).toBe('2 个工作日');
    expect(promised(HOUR, true, day)).toBe('1 小时工作时间');
    expect(promised(18 * HOUR, false, day)).toBe('18 小时');
  });
});

describe('a ticket in words', () => {
  it('names unit and place by what is known of them', () => {
    expect(subject(ticketIn('offered'), HOUSE)).toBe('张家湾中学 教学楼三层：整层断网');
    expect(subject(ticketIn('offered', { unit: null, place: null }), HOUSE)).toBe('整层断网');
    expect(subject(ticketIn('offered', { unit: null, room: '研修中心', place: null }), HOUSE)).toBe(
      '研修中心：整层断网',
    );
    expect(subject(ticketIn('offered', { unit: '某新学校', place: null }), HOUSE)).toBe('某新学校：整层断网');
  });

  it('gives the level’s reason in the reporter’s own words, where there are some', () => {
    const reason = (words: string, meaning: string): string =>
      because(ticketIn('offered', { reason: { words, meaning } }));
    expect(reason('三楼整层', '影响一层楼')).toBe('（“三楼整层”，影响一层楼）');
    expect(reason('', '影响一层楼')).toBe('（影响一层楼）');
    expect(reason('', '')).toBe('');
  });

  it('cuts long words and lays lines together', () => {
    expect(quoteWords('一\n 二   三')).toBe('一 二 三');
    expect(quoteWords('一二三四五', 4)).toBe('一二三…');
    expect([...cutWords('😀😀😀😀😀', 4)]).toHaveLength(4);
    expect(cutWords('电话 13800138001')).toBe('电话 13800138001');
  });
});
