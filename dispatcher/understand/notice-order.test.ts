import { describe, expect, it } from 'vitest';
import { noticeOrder } from './notice-order.js';

const STAFF = ['赵高斌', '董亚杨'];
const read = (words: string) => noticeOrder(words, STAFF);

describe('an announcement', () => {
  it('is all that follows, with its lines', () => {
    const text = '今晚22:00-23:00核心机房割接，\n期间各校断网';
    const draft = { kind: 'notice', what: 'draft', text, confirm: false, asked: [] };
    expect(read(`公告 ${text}`)).toEqual(draft);
    expect(read(`@小通 公告：${text}`)).toEqual(draft);
  });

  it('wants confirmation of the team, or of those named', () => {
    expect(read('公告 需确认 今晚核心机房割接')).toMatchObject({ confirm: true, asked: [], text: '今晚核心机房割接' });
    expect(read('公告 需确认 赵高斌、董亚杨：明早带光功率计')).toMatchObject({
      confirm: true,
      asked: STAFF,
      text: '明早带光功率计',
    });
    expect(read('公告 需确认 注意：今晚割接')).toMatchObject({ asked: [], text: '注意：今晚割接' });
  });

  it.each([
    ['公告 发布', 'publish'],
    ['取消公告', 'cancel'],
    ['公告情况', 'status'],
    ['公告 结束', 'end'],
  ])('%s', (words, what) => {
    expect(read(words)).toEqual({ kind: 'notice', what });
  });

  it('is confirmed by a word, lacks its text, or is talk', () => {
    expect([read('公告收到'), read('收到公告')]).toEqual([{ kind: 'notice-seen' }, { kind: 'notice-seen' }]);
    expect([read('公告'), read('公告 需确认')]).toEqual(Array(2).fill({ kind: 'wrong', form: 'notice' }));
    expect([read('公告栏的屏幕黑了'), read('看到公告了')]).toEqual([null, null]);
  });
});
