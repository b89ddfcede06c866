/** What the server finds in plain words by itself: @names, links, commands. Inside code it looks for nothing. */
import type { Entity, ParsedText } from './types.js';

const FINDERS: readonly (readonly [string, RegExp])[] = [
  ['email', /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g],
  ['url', /(?:https?|ftp|ton|tg):\/\/[^\s<>"]+/gi],
  [
    'url',
    /(?:[\w-]{1,63}\.){1,10}(?:com|cn|net|org|edu|gov|info|io|ai|dev|example)(?![A-Za-z0-9])(?:[/:?][^\s<>"]*)?/gi,
  ],
  [
    'url',
    /(?:[\p{L}\p{N}_-]{1,63}\.){1,10}(?:com|cn|net|org|edu|中国|公司|网络)(?![\p{L}\p{N}])(?:[/:?][^\s<>"]*)?/giu,
  ],
  ['url', /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])(?:[/:][^\s<>"]*)?/g],
  ['mention', /(?<![A-Za-z0-9_])@[A-Za-z0-9_]{2,32}(?![A-Za-z0-9_])/g],
  ['bot_command', /(?<![\p{L}\p{N}_/<>])\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![A-Za-z0-9_/])/gu],
  ['hashtag', /(?<![\p{L}\p{N}_])#[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*/gu],
];
const CLOSED = new Set(['code', 'pre', 'text_link', 'text_mention']);

const overlap = (a: Entity, b: Entity): boolean => a.offset < b.offset + b.length && b.offset < a.offset + a.length;

/** Takes parsed text; gives it trimmed as the server trims, with the entities found by itself, in order. */
export function finish(parsed: ParsedText): ParsedText {
  const lead = parsed.text.length - parsed.text.trimStart().length;
  const text = parsed.text.trim();
  const kept: Entity[] = [];
  for (const one of parsed.entities) {
    const from = Math.max(0, one.offset - lead);
    const to = Math.min(text.length, one.offset + one.length - lead);
    if (to > from) kept.push({ ...one, offset: from, length: to - from });
  }
  for (const [type, finder] of FINDERS) {
    for (const match of text.matchAll(finder)) {
      const found: Entity = { type, offset: match.index, length: match[0].length };
      const taken = kept.some(
        (one) => overlap(one, found) && (CLOSED.has(one.type) || one.type === 'url' || one.type === 'email'),
      );
      if (!taken) kept.push(found);
    }
  }
  return { text, entities: kept.sort((a, b) => a.offset - b.offset) };
}
