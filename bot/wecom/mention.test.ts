import { describe, expect, it } from 'vitest';
import { cutMention } from './mention.js';

const cases: readonly (readonly [what: string, typed: string, text: string])[] = [
  ['a leading mention and a blank', '@小通 三楼断网', '三楼断网'],
  ['the blank of mobile clients', '@小通\u2005三楼断网', '三楼断网'],
  ['a no-break blank', '@小通\u00a0三楼断网', '三楼断网'],
  ['an ideographic blank', '@小通　三楼断网', '三楼断网'],
  ['a zero-width blank', '@小通\u200b三楼断网', '三楼断网'],
  ['several blanks', '  @小通 \u2005 三楼断网', '三楼断网'],
  ['a line break', '@小通\n三楼断网', '三楼断网'],
  ['the mention alone', '@小通', ''],
  ['the mention alone with a blank', '@小通\u2005', ''],
  ['a mention at the end', '三楼断网 @小通', '三楼断网'],
  ['a mention inside words keeps a blank', '三楼@小通 断网', '三楼 断网'],
  ['a mention between lines', '三楼断网\n@小通 \n请看', '三楼断网\n\n请看'],
  ['twice', '@小通 @小通 断网', '断网'],
  ['a full-width sign', '＠小通 断网', '断网'],
  ['punctuation after it', '@小通，断网', '，断网'],
  ['no blank after it', '@小通三楼断网', '三楼断网'],
  ['another person with a longer name', '@小通 请@小通州 看一下', '请@小通州 看一下'],
  ['another person', '@小通 @张三 看一下', '@张三 看一下'],
  ['no mention', '三楼断网', '三楼断网'],
  ['inner line breaks stay', '@小通 一\n\n二', '一\n\n二'],
];

describe('cutMention', () => {
  it.each(cases)('%s', (_what, typed, text) => {
    expect(cutMention(typed, '小通')).toBe(text);
  });

  it('takes a name with signs of regular expressions as it is', () => {
    expect(cutMention('@小通(机器人)+ 断网', '小通(机器人)+')).toBe('断网');
  });
});
