import { describe, expect, it } from 'vitest';
import { inspectionOrder } from './inspection-order.js';

const UNITS: readonly string[] = ['渠头小学', '漷县中学'];
const read = (words: string) => inspectionOrder(words, (piece) => UNITS.filter((unit) => piece.includes(unit)));
const done = { kind: 'inspection', what: 'done' } as const;
const here = { place: '渠头小学', units: ['渠头小学'] };

describe('inspections as they are told', () => {
  it('are done, with what was found', () => {
    expect(read('渠头小学 巡检完成，UPS 电池告警')).toEqual({ ...done, ...here, finding: 'UPS 电池告警' });
    expect(read('@小通 渠头小学今天巡检完成。')).toEqual({ ...done, ...here, finding: '' });
    expect(read('渠头小学巡检做完了，一切正常')).toEqual({ ...done, ...here, finding: '' });
    expect(read('研修中心机房 巡检完成')).toEqual({ ...done, place: '研修中心机房', units: [], finding: '' });
    expect(read('巡检完成')).toEqual({ ...done, place: '', units: [], finding: '' });
  });

  it('are moved with a reason, and listed', () => {
    const move = { kind: 'inspection', what: 'move', ...here, reason: '学校考试' };
    expect([read('渠头小学 巡检改天，学校考试'), read('渠头小学 改天 学校考试')]).toEqual([move, move]);
    expect(read('巡检')).toEqual({ kind: 'inspection', what: 'list' });
  });

  it.each(['渠头小学 巡检改天', '巡检改天'])('%s lacks something', (words) => {
    expect(read(words)).toEqual({ kind: 'wrong', form: 'inspection' });
  });

  it.each(['按计划巡检完了', '改天再说', '改天，今天忙', '明天去渠头小学巡检'])('%s is talk', (words) => {
    expect(read(words)).toBeNull();
  });
});
