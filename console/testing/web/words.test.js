import { describe, expect, it } from 'vitest';
import { snippet, tokens } from '../../web/js/words.js';

const BOT = { id: 'bot', name: '小通' };
const ZHAO = { id: 'zhaogaobin', name: '赵高斌' };
const shape = (/** @type {string} */ text, /** @type {typeof ZHAO[]} */ mentioned = []) =>
  tokens(text, mentioned, BOT).map(({ kind, text: words }) => `${kind}:${words}`);

describe('tokens', () => {
  it('mark mentions, ticket numbers and signs among plain words', () => {
    expect(shape('🟠 @赵高斌 派单 TZ-20261122-0017 · 二级\n请接单', [ZHAO])).toEqual([
      'sign:🟠',
      'text: ',
      'mention:@赵高斌',
      'text: 派单 ',
      'ticket:TZ-20261122-0017',
      'text: · 二级\n请接单',
    ]);
  });

  it('mark only whom the message really mentions, and the bot', () => {
    expect(shape('@赵高斌 @小通 你好')).toEqual(['text:@赵高斌 ', 'mention:@小通', 'text: 你好']);
  });

  it('take the longer of two names, and ids too', () => {
    const zhao = { id: 'zhao', name: '赵高' };
    expect(shape('@赵高斌', [zhao, ZHAO])[0]).toBe('mention:@赵高斌');
    expect(shape('@zhaogaobin', [ZHAO])).toEqual(['mention:@zhaogaobin']);
  });

  it('show a mention that stands nowhere in the words', () => {
    expect(shape('请看一下', [ZHAO])).toEqual(['text:请看一下', 'text: ', 'mention:@赵高斌']);
  });

  it('lose and change nothing, whatever somebody is called', () => {
    for (const name of ['a.b*c', '(?', '[x]', '$&', 'a/b-c', '\\']) {
      const text = `<b>@${name}</b> & 尾`;
      const found = tokens(text, [{ id: 'p', name }], BOT);
      expect(found.map((token) => token.text).join('')).toBe(text);
      expect(found.filter(({ kind }) => kind === 'mention')).toHaveLength(1);
    }
  });
});

it('cuts a quote by characters, in one line, without signs', () => {
  expect(snippet('✅ 第一行\n  第二行')).toBe('第一行 第二行');
  expect(snippet('一二三四五', 3)).toBe('一二三…');
  expect(snippet('😀😀😀', 2)).toBe('😀😀…');
});
