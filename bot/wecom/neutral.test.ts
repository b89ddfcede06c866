import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownWords, plainWords } from './neutral.js';

/** Signs of which markup is made, and some that are none. */
const markup = fc.string({
  unit: fc.constantFrom(...'<>@[]()*_`|~\\#-+=!&;:/.1 2\n\t\rab通'.split('')),
  maxLength: 60,
});

/** What a renderer could take for markup, found without the code under test. */
const live: readonly (readonly [what: string, RegExp])[] = [
  ['a tag or mention', /</],
  ['a link or image', /[[\]]/],
  ['a bare address', /\w:\/\/|www\./i],
  ['emphasis, code, a table or an escape', /[*_`|~\\]/],
  ['an entity', /&#?\w+;/],
  ['a heading', /^\s*#/m],
  ['a quote', /^\s*>/m],
  ['a list', /^\s*([-+]|\d+[.)])(\s|$)/m],
  ['a rule or underlined heading', /^\s*(-[- ]*|=+ *)$/m],
  ['a code block', /^( {4}| *\t)/m],
  ['a hidden sign', /[\u0000-\u0008\u000b-\u001f\u202e]/],
];

describe('markdownWords', () => {
  it.each([
    ['<@all> 请看', '＜@all> 请看'],
    ['<font color="warning">急</font>', '＜font color="warning">急＜/font>'],
    ['[点我](https://evil.invalid)', '［点我］(https：//evil.invalid)'],
    ['**粗** _斜_ `码` ~~删~~', '＊＊粗＊＊ ＿斜＿ ｀码｀ ～～删～～'],
    ['# 题\n> 引\n- 项\n+ 项\n1. 项\n2) 项', '＃ 题\n＞ 引\n－ 项\n＋ 项\n1． 项\n2） 项'],
    ['题\n===', '题\n＝=='],
    ['题\n---', '题\n－--'],
    ['    码', '\u2002\u2002\u2002\u2002码'],
    ['&lt;@all&gt;', '＆lt;@all＆gt;'],
    ['WWW.evil.invalid', 'WWW．evil.invalid'],
    ['a\u202eb\u0000c\ud800', 'abc\ufffd'],
  ])('%j', (typed, said) => {
    expect(markdownWords(typed)).toBe(said);
  });

  it.each([
    '3#楼2层 -5℃，1.5米，张家湾𠮷中学 👩‍👩‍👧‍👦 “三楼”',
    'TZ-20261122-0017 · 二级故障',
    '电话 13800138000，8:30-12:00',
    '-5℃',
    '1.5米',
  ])('leaves %j as it is', (typed) => {
    expect(markdownWords(typed)).toBe(typed);
  });

  it.each(live)('leaves nothing that could be %s', (_what, sign) => {
    fc.assert(
      fc.property(markup, (typed) => !sign.test(markdownWords(typed))),
      { numRuns: 500 },
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(fc.property(markup, (typed) => markdownWords(markdownWords(typed)) === markdownWords(typed)));
  });
});

describe('plainWords', () => {
  it('takes out tags, mentions and links, and leaves the rest', () => {
    expect(plainWords('<@all> # 题 **粗** http://a.invalid\r\nwww.b')).toBe(
      '＜@all> # 题 **粗** http：//a.invalid\nwww．b',
    );
  });
});
