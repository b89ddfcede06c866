import { describe, expect, it } from 'vitest';
import * as format from '../../web/js/format.js';

const at = (/** @type {string} */ time) => Date.parse(`${time}+08:00`);
const NOW = at('2026-11-22T23:30:00');

describe('times', () => {
  it('are Beijing’s, wherever the browser is', () => {
    expect(format.hm(at('2026-11-22T00:05:09'))).toBe('00:05');
    expect(format.hms(at('2026-11-22T23:59:59'))).toBe('23:59:59');
    expect(format.dayOf(at('2026-11-22T00:00:00'))).toBe('2026-11-22');
    expect(format.dateLabel(at('2026-11-22T00:00:00'))).toBe('11月22日 周日');
  });

  it.each([
    ['2026-11-21T23:59:00', '昨天'],
    ['2026-11-22T00:00:00', '今天'],
    ['2026-11-23T00:00:00', '明天'],
    ['2026-11-24T23:59:00', '后天'],
    ['2026-11-25T00:00:00', '11月25日 周三'],
  ])('%s is %s', (time, label) => {
    expect(format.dayLabel(at(time), NOW)).toBe(label);
  });

  it('name a deadline shortly', () => {
    expect(format.dueLabel(at('2026-11-22T23:45:00'), NOW)).toBe('23:45');
    expect(format.dueLabel(at('2026-11-23T08:00:00'), NOW)).toBe('明天 08:00');
    expect(format.dueLabel(at('2026-11-26T08:00:00'), NOW)).toBe('11-26 08:00');
  });

  it('find the next morning', () => {
    expect(format.nextMorning(NOW)).toBe(at('2026-11-23T08:00:00'));
    expect(format.nextMorning(at('2026-11-23T07:59:59'))).toBe(at('2026-11-23T08:00:00'));
    expect(format.nextMorning(at('2026-11-23T08:00:00'))).toBe(at('2026-11-24T08:00:00'));
  });
});

describe('a running clock', () => {
  it.each([
    [0, '00:00'],
    [999, '00:00'],
    [4 * format.MINUTE + 12_000, '04:12'],
    [format.HOUR, '1:00:00'],
    [23 * format.HOUR + 59 * format.MINUTE + 59_000, '23:59:59'],
    [format.DAY, '1 天'],
    [2 * format.DAY + 3 * format.HOUR + 59 * format.MINUTE, '2 天 3 小时'],
  ])('%i ms read %s', (ms, text) => {
    expect(format.countdown(ms)).toBe(text);
  });

  it('says how late it is', () => {
    expect(format.remaining(NOW + 60_000, NOW)).toEqual({ late: false, text: '01:00' });
    expect(format.remaining(NOW, NOW)).toEqual({ late: false, text: '00:00' });
    expect(format.remaining(NOW - 60_000, NOW)).toEqual({ late: true, text: '超时 01:00' });
  });
});

describe('names', () => {
  it.each([
    ['赵高斌', '高斌'],
    ['苏喆', '苏喆'],
    ['王老师', '王'],
    ['赵主任', '赵'],
    ['陌生人', '陌'],
    ['laoli', 'LA'],
    ['甲方代表', '代表'],
    ['  ', '?'],
    ['𠮷野家', '野家'],
  ])('%s has the initials %s', (name, initials) => {
    expect(format.initials(name)).toBe(initials);
  });

  it('keep their colour, of eight', () => {
    const hues = ['zhaogaobin', 'suzhe', '陌生人', ''].map(format.hueOf);
    expect(hues).toEqual(['zhaogaobin', 'suzhe', '陌生人', ''].map(format.hueOf));
    for (const hue of hues) expect(hue >= 0 && hue < 8 && Number.isInteger(hue)).toBe(true);
  });

  it('of units lose the district, and nothing else', () => {
    expect(format.shortUnit('北京市通州区张家湾中学')).toBe('张家湾中学');
    expect(format.shortUnit('北京景山学校通州分校')).toBe('北京景山学校通州分校');
  });
});

it('cuts a badge’s count', () => {
  expect([7, 99, 100].map(format.badge)).toEqual(['7', '99', '99+']);
});
