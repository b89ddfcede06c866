import { describe, expect, it } from 'vitest';
import type { Staff, Unit } from '../../config/project/types.js';
import { sayFault } from '../../config/fault.js';
import { readRows } from './rows.js';

const unit = (name: string, ...shortNames: string[]): Unit => ({
  name,
  short: shortNames[0] ?? name,
  shortNames,
  kind: 'full',
  town: null,
  node: '研修中心',
  key: false,
});
const units = [unit('北京市通州区玉桥中学', '玉桥中学', '玉中'), unit('北京市通州区玉桥小学', '玉桥小学', '玉中')];
const staff: readonly Staff[] = [
  { id: 'suzhe', name: '苏喆', role: 'desk', title: '服务台', primary: [], secondary: [], ids: { wecom: 'suzhe' } },
];
const HEAD = 'name,channel,id,unit,phone\n';
const read = (...lines: readonly string[]) => readRows(HEAD + lines.join('\n'), 'people.csv', { units, staff });
const faults = (...lines: readonly string[]): readonly string[] => {
  const rows = read(...lines);
  return rows.kind === 'faults' ? rows.faults.map(sayFault) : [];
};

describe('people from a file', () => {
  it('are read with their unit under any of its names, and their number in digits', () => {
    const rows = read(
      '王老师,wecom,w1,玉桥中学,138-0013-8001',
      '# 备注',
      '李老师,telegram,77,,',
      '赵,wecom,w2,北京市通州区玉桥小学,010-80540000',
    );
    expect(rows).toEqual({
      kind: 'people',
      people: [
        { name: '王老师', key: 'wecom:w1', unit: '北京市通州区玉桥中学', phone: '13800138001' },
        { name: '李老师', key: 'telegram:77', unit: null, phone: null },
        { name: '赵', key: 'wecom:w2', unit: '北京市通州区玉桥小学', phone: '01080540000' },
      ],
    });
  });

  it.each([
    [',wecom,w1,玉桥中学,', /^people.csv:2 name: There is no name. → /],
    ['王 13800138001,wecom,w1,,', /:2 name: A number stands in the name/],
    ['王老师,wecon,w1,,', /:2 channel: "wecon" is no channel. → Did you mean wecom\?/],
    ['王老师,wecom,,,', /:2 id: There is no id/],
    ['王老师,wecom,w 1,,', /:2 id: An id has no blanks/],
    ['王老师,telegram,@wang,,', /:2 id: A Telegram id is a number/],
    ['王老师,wecom,suzhe,,', /:2 id: This is 苏喆 of the roster/],
    ['王老师,wecom,w1,玉桥中心,', /:2 unit: "玉桥中心" is no unit of units.csv. → Did you mean 玉桥中学\?/],
    ['王老师,wecom,w1,玉中,', /:2 unit: Several units are called "玉中". → Write the official name: .*玉桥中学 or /],
    ['王老师,wecom,w1,,1380013', /:2 phone: This is no telephone number/],
    ['王老师,wecom,w1', /:2: The line has 3 cells, not 5/],
    ['"王老师,wecom,w1,,', /:2: A quote is not closed/],
  ])('a fault is named with its line and its cure: %s', (line, expected) => {
    expect(faults(line).join('\n')).toMatch(expected);
  });

  it('all faults come at once, and one leaves nobody', () => {
    expect(faults('王老师,wecom,w1,,', '李老师,wecom,w1,,', '赵老师,xx,w3,火星,')).toHaveLength(3);
  });

  it('no fault repeats a telephone number', () => {
    expect(faults('王老师,wecom,w1,,13800138001138').join()).not.toContain('138001');
  });

  it.each(['', '王老师,wecom,w1,,\n'])('a file without its head, or empty, is refused', (text) => {
    expect(readRows(text, 'people.csv', { units, staff })).toMatchObject({ kind: 'faults' });
  });

  it('a file with nobody in it is refused', () => {
    expect(faults()).toEqual([expect.stringContaining('nobody in it')]);
  });
});
