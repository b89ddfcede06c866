import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../../test/support/telegram/detect.js';
import { parseHtml } from '../../test/support/telegram/html.js';
import type { ParsedText } from '../../test/support/telegram/types.js';
import type { Outbound } from '../gateway.js';
import { encode, MAX_TEXT, parseMessageId } from './encode.js';

const out = (more: Partial<Outbound>): Outbound => ({
  chat: { channel: 'telegram', kind: 'group', id: '-1001' },
  spans: [],
  buttons: [],
  replyTo: null,
  ticket: null,
  ...more,
});
const html = (spans: Outbound['spans']): string =>
  encode(out({ spans }))
    .parts.map((part) => part.html)
    .join('|');
const anybody = (id: number) => ({ id, is_bot: false, first_name: 'x', username: 'all_of_them' });
/** What the server makes of it. */
const shown = (text: string): ParsedText => finish(parseHtml(text, anybody));
const live = ({ entities }: ParsedText): readonly string[] =>
  entities.map((entity) => entity.type).filter((type) => !['code', 'hashtag'].includes(type));

describe('encode of words', () => {
  it('escapes, and links a person', () => {
    expect(html([{ mention: '5002', name: '赵<高>&"斌' }, ' 派单 <b> & "x"'])).toBe(
      '<a href="tg://user?id=5002">赵&lt;高&gt;&amp;&quot;斌</a> 派单 &lt;b&gt; &amp; &quot;x&quot;',
    );
  });

  it.each([
    [{ mention: '@zhao_gaobin', name: '赵高斌' }, '@zhao_gaobin'],
    [{ mention: '5002', name: ' ' }, '<a href="tg://user?id=5002">5002</a>'],
    [{ mention: '@a"><b>', name: '赵高斌' }, '@赵高斌'],
    [{ mention: 'zhaogaobin', name: 'gaobin' }, '<code>@gaobin</code>'],
    [{ mention: '', name: '' }, ''],
  ])('a mention %j becomes %j', (mention, expected) => {
    expect(html([mention])).toBe(expected);
  });

  it.each([
    '@all',
    '<@all>',
    'https://evil.example/a?b=c#d',
    '网址是www.tzjy.cn打不开',
    '192.168.1.1:8080',
    'wang@tzjy.cn',
    '/cancel',
    'tg://user?id=5002',
    '看 通州教育.中国 首页',
    'evil.com.',
    'HTTP://EVIL.COM',
  ])('kills %j and changes no character of it', (words) => {
    const seen = shown(html([words]));
    expect(seen.text).toBe(words);
    expect(live(seen)).toEqual([]);
    expect(shown(words.replace(/[<>]/g, '')).entities.length).toBeGreaterThan(0);
  });

  it.each(['3#楼 1.5米', '08:00-18:00', '1.交换机坏了 2.打印机', 'TZ-20261122-0017', '接单/转派', '13800138001'])(
    'leaves %j alone',
    (words) => {
      expect(html([words])).toBe(words);
    },
  );

  it('keeps the order of unseen and half characters out', () => {
    expect(html(['a\u0000b\ud800c\r\nd'])).toBe('ab\ufffdc\nd');
  });

  it('is dead and whole for any words, in HTML and in plain', () => {
    const signs = fc.constantFrom(...'<>&"@/.:#a1b通 \n', 'http', 'www.', '.com', '.cn', '.中国', '@all', '&lt;', '😀');
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 40 }), (parts) => {
        const words = parts.join('');
        const [part] = encode(out({ spans: [words] })).parts;
        if (!part) {
          expect(words.trim()).toBe('');
          return;
        }
        const seen = shown(part.html);
        expect(seen.text).toBe(words.trim());
        expect(live(seen)).toEqual([]);
        const plain = finish({ text: part.plain, entities: [] });
        expect(plain.text.replaceAll('\u2060', '')).toBe(words.trim());
        expect(live(plain)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

it('takes no longer for a long word than for a long text', () => {
  const started = performance.now();
  for (const word of ['x', '一', 'x@', 'a.', '一.', '/', 'http:', '@a', '1.'])
    encode(out({ spans: [word.repeat(20_000)] }));
  // Milliseconds when linear, minutes when not.
  expect(performance.now() - started).toBeLessThan(4_000);
});

describe('encode of long messages', () => {
  const texts = (spans: Outbound['spans']): readonly string[] =>
    encode(out({ spans })).parts.map((part) => shown(part.html).text);

  it('cuts at the end of a line, and counts what is shown, not the HTML', () => {
    const line = `${'<'.repeat(99)}\n`;
    const parts = texts([line.repeat(60)]);
    expect(parts.map((part) => part.length)).toEqual([4000 - 1, 2000 - 1]);
  });

  it('never cuts inside a character, a link or a mention', () => {
    const family = '👩‍👩‍👧‍👦';
    const name = '名'.repeat(30);
    const spans = [family.repeat(500), 'https://tzjy.cn/' + 'a'.repeat(300), { mention: '5002', name }];
    const parts = texts(spans);
    expect(parts.join('')).toBe(spans.map((span) => (typeof span === 'string' ? span : span.name)).join(''));
    for (const part of parts) {
      expect(part.length).toBeLessThanOrEqual(MAX_TEXT);
      expect(part.startsWith('\u200d') || part.endsWith('\u200d')).toBe(false);
    }
    const mentions = encode(out({ spans })).parts.flatMap((part) => part.html.match(/tg:/g) ?? []);
    expect(mentions).toHaveLength(1);
  });

  it('cuts a character without end, as it must', () => {
    expect(texts([`e${'\u0301'.repeat(9000)}`]).join('')).toHaveLength(9001);
  });

  it('keeps below the number of entities that the server would forget', () => {
    const { parts } = encode(
      out({ spans: Array.from({ length: 250 }, (_, i) => ({ mention: String(i + 1), name: `人${i}` })) }),
    );
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) expect(shown(part.html).entities.length).toBeLessThanOrEqual(100);
  });

  it('says nothing where there is nothing to say', () => {
    expect(encode(out({ spans: [' \n', ''] })).parts).toEqual([]);
    expect(texts([`a${' '.repeat(9000)}b`])).toEqual(['a', 'b']);
  });

  it('puts the reply on the first part and the buttons under the last', () => {
    const { parts } = encode(
      out({ spans: ['网'.repeat(5000)], replyTo: '-1001:9:123', buttons: [{ id: 'accept', label: '接单' }] }),
    );
    expect(parts.map((part) => [part.replyTo, part.keyboard !== null])).toEqual([
      [9, false],
      [null, true],
    ]);
  });
});

describe('encode of buttons and replies', () => {
  it('lays short labels side by side', () => {
    const buttons = ['1分', '2分', '3分', '4分', '5分', '不评'].map((label, i) => ({ id: `rate:${i}`, label }));
    const [part] = encode(out({ spans: ['x'], buttons })).parts;
    expect(part?.keyboard?.inline_keyboard.map((row) => row.length)).toEqual([5, 1]);
  });

  it('says a button in words that the platform cannot carry', () => {
    const encoded = encode(
      out({
        spans: ['派单'],
        buttons: [
          { id: '网'.repeat(22), label: '接单' },
          { id: 'b'.repeat(64), label: '转派' },
        ],
      }),
    );
    expect(encoded.wordButtons).toEqual(['网'.repeat(22)]);
    expect(encoded.parts[0]?.html).toBe('派单\n回复“接单”');
    expect(encoded.parts[0]?.keyboard?.inline_keyboard).toEqual([[{ text: '转派', callback_data: 'b'.repeat(64) }]]);
  });

  it.each([
    ['-1001:9', 9],
    ['-1001:9:17', 9],
    ['-1002:9', null],
    ['nonsense', null],
  ])('replies to %j with %j', (replyTo, expected) => {
    expect(encode(out({ spans: ['x'], replyTo })).parts[0]?.replyTo).toBe(expected);
  });

  it('reads its own message ids', () => {
    expect(parseMessageId('-1001:9')).toEqual({ chatId: '-1001', messageId: 9 });
    expect(parseMessageId('-1001:9:')).toBeNull();
  });
});
