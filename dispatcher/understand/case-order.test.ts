import { describe, expect, it } from 'vitest';
import { caseOrder } from './case-order.js';

describe('the record of a ticket', () => {
  it.each([
    ['0004 记录', '0004'],
    ['@小通 0004记录', '0004'],
    ['TZ-20261123-0004 记录', 'TZ-20261123-0004'],
    ['tz202611230004 的处理记录', 'TZ-20261123-0004'],
    ['记录 0004', '0004'],
    ['查看 0004 历史', '0004'],
    ['记录', null],
  ])('%s', (words, ref) => {
    expect(caseOrder(words)).toEqual({ kind: 'record', ref });
  });

  it.each(['0004 记录已经补好了', '巡检记录发群里', '0004 接单', '记录一下 0004 的情况', '记录 0004 0005'])(
    '%s is none',
    (words) => {
      expect(caseOrder(words)).toBeNull();
    },
  );
});

describe('merging and splitting', () => {
  it.each(['合并 0004 到 0002', '0004 并入 0002', '把0004合并到0002', '@小通 合并0004到0002', '0004 合并到 0002'])(
    '%s',
    (words) => {
      expect(caseOrder(words)).toEqual({ kind: 'merge', from: '0004', into: '0002' });
    },
  );

  it.each(['合并', '合并 0004', '合并 0004 0002'])('%s does not tell which one stays', (words) => {
    expect(caseOrder(words)).toEqual({ kind: 'wrong', form: 'merge' });
  });

  it.each([
    ['拆分 0002 李老师', '0002', '李老师'],
    ['0002 拆分：摄像头黑屏', '0002', '摄像头黑屏'],
    ['拆分 TZ-20261123-0004', 'TZ-20261123-0004', ''],
  ])('%s', (words, ref, what) => {
    expect(caseOrder(words)).toEqual({ kind: 'split', ref, what });
  });

  it('a bare 拆分 is wrong, and what tells of an incident is none of these', () => {
    expect(caseOrder('拆分')).toEqual({ kind: 'wrong', form: 'split' });
    expect(caseOrder('SJ-20261123-01 拆分 西集中学')).toBeNull();
    expect(caseOrder('0012 并入 SJ-20261123-01')).toBeNull();
    expect(caseOrder('两个班合并上课')).toBeNull();
  });
});

describe('the level by word', () => {
  it.each([
    ['0004 升级 一级 全校都断了', 'raise', 1],
    ['升级 0004 到一级，全校都断了', 'raise', 1],
    ['0004 降级为 3级故障 原因：全校都断了', 'lower', 3],
  ])('%s', (words, way, level) => {
    expect(caseOrder(words)).toEqual({ kind: 'grade', ref: '0004', way, level, reason: '全校都断了' });
  });

  it.each(['0004 升级', '0004 升级 一级', '0004 降级 只有一间', '升级 0004'])('%s lacks something', (words) => {
    expect(caseOrder(words)).toEqual({ kind: 'wrong', form: 'grade' });
  });

  it.each(['0004 升级固件后恢复了', '0004 升级 固件已完成', '系统升级完成'])('%s is of a device', (words) => {
    expect(caseOrder(words)).toBeNull();
  });
});
