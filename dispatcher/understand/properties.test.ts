import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { context, reader } from './testing/district.js';

const REPORTS = [
  '张家湾中学三楼整层上不了网',
  '潞苑小学全校断网了',
  '芙蓉小学东门摄像头黑屏',
  '二年级3班的电脑连不上网',
  '全校wifi都连不上，有线正常',
  '打印机卡纸了，拽不出来',
  '核心机房两台空调都停了，温度还在升',
  '我校主页被改成博彩网站了',
] as const;

/** What is answered, without the words that carry it and the confidence. */
const answer = (text: string) => {
  const { intent, faults, unit, phone } = reader.understand(text, context());
  return {
    intent,
    unit,
    phone,
    faults: faults.map(({ severity, category, location }) => ({ severity, category, location })),
  };
};

const wide = (text: string): string =>
  text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

describe('what surrounds a report changes no answer', () => {
  const report = fc.constantFrom(...REPORTS);
  const before = fc.constantFrom(
    '',
    '@小通 ',
    '老师好，',
    '各位老师早上好！',
    '您好 ',
    '🙏🙏 ',
    '@赵高斌 ',
    '师傅在吗，',
  );
  const after = fc.constantFrom('', '😭', '，谢谢', '！！！', '🙏', '，辛苦了', '。');
  const quote = fc.constantFrom(
    '',
    '「张三：我们学校也断了」\n- - - - - - - - - - - - - - -\n',
    '「小通：请问是哪所学校？」\n------\n',
  );

  it('greetings, emoji, mentions, quotes', () => {
    fc.assert(
      fc.property(report, before, after, quote, (text, lead, tail, quoted) => {
        const said = answer(`${quoted}${lead}${text}${tail}`);
        expect({ ...said, faults: said.faults.map((fault) => ({ ...fault })) }).toEqual(answer(text));
      }),
    );
  });

  it('full-width forms', () => {
    for (const text of REPORTS) {
      const told = answer(text);
      expect(answer(wide(text)).intent).toBe(told.intent);
      expect(answer(wide(text)).faults.map(({ severity, category }) => [severity, category])).toEqual(
        told.faults.map(({ severity, category }) => [severity, category]),
      );
    }
  });

  it('a denial of scope never raises a level', () => {
    const denial = fc.constantFrom('不是全校，', '不是整层，', '不是学校断网，');
    const narrow = fc.constantFrom(
      '就音乐教室没网',
      '三楼会议室上不了网',
      '一台电脑连不上网',
      '实验楼没网',
      '东门摄像头黑屏',
    );
    fc.assert(
      fc.property(denial, narrow, (no, text) => {
        const plain = answer(text).faults[0]?.severity ?? 3;
        expect(answer(no + text).faults[0]?.severity ?? 3).toBeGreaterThanOrEqual(plain);
      }),
    );
  });
});

describe('no input', () => {
  it('of random Unicode throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const facts = reader.understand(text, context());
        expect(facts.confidence).toBeGreaterThanOrEqual(0);
        expect(facts.confidence).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });

  it('of Chinese pieces throws, and evidence quotes the text', () => {
    const piece = fc.constantFrom(
      ...'三楼,网,断了,@,「,」,:,\n,不是,全校,1、,2、,一是,二是,🙏,，,。, ,没,都,13800138000,TZ-20261122-0001,机房,马驹桥'.split(
        ',',
      ),
      ',',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        for (const { field, words } of reader.understand(text, context()).evidence)
          if (field === 'location' || field === 'unit') expect(text).toContain(words);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['nothing', ''],
    ['20,000 of one character', '断'.repeat(20_000)],
    ['20,000 of a report', '张家湾中学三楼整层上不了网，'.repeat(1430)],
    ['20,000 digits', '1'.repeat(20_000)],
    ['20,000 quotes', '「'.repeat(20_000)],
    ['20,000 places', '三楼和'.repeat(6_667)],
    ['20,000 spaces', ' '.repeat(20_000)],
    ['20,000 mentions', '@张'.repeat(10_000)],
    ['20,000 units', '潞河中学'.repeat(5_000)],
  ])('throws: %s', (_, text) => {
    const { confidence } = reader.understand(text, context());
    expect(confidence).toBeGreaterThanOrEqual(0);
  });
});
