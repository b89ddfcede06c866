/** The text in clauses and items: where one statement ends and the next begins. Positions are in the source's text. */

import { matchesOf } from './matches.js';

/** [start, end) without its mark; `item` counts the items of an enumeration (0 outside of one). */
export type Clause = { readonly start: number; readonly end: number; readonly item: number };

const SEPARATOR = /[,，。;；!！?？\n…~]|(?<![\d])\.|\.(?!\d)|(?<=[^\x21-\x7e])\s+|\s+(?=[^\x00-\x7f])|:(?=\s|$)/g;

/** What opens an item, at the start of the text or after a mark, with its number. */
const BULLET =
  /(?:^|[\s,，。;；:：!！\n、])(?:[(（]?([1-9]|1\d|[一二三四五六七八九十])(?:[)）、.．:：](?!\d)|\s(?=\S{2}))|([①②③④⑤⑥⑦⑧⑨⑩])|其([一二三四])|([一二三四五])(?:是|则|来)|(?:第([一二三四五六])|(头))(?:一?个|件|条|点|项)?(?:事儿?|问题)?(?:是)?[,，:：、\s]?|(一个)(?:是)?(?!人|月|半|小时|星期|学期|班|教室|办公室|老师|摄像|ap|上午|下午|礼拜|网|点)|(?:再|另|还有|又)(一个)(?:是|就是)?)/g;

const ORDER = '一二三四五六七八九十';
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩';

/** Items that count up begin with a first and have a second: each of them with one of these characters. */
const FIRST = /[1一①头]/;
const SECOND = /[2二②再另还又]/;

const numberOf = (found: RegExpMatchArray, expected: number): number => {
  const [, plain, circled, its, is, nth, head, first, next] = found;
  if (head || first) return 1;
  if (next) return expected;
  const word = plain ?? its ?? is ?? nth ?? '';
  if (circled) return CIRCLED.indexOf(circled) + 1;
  return /\d/.test(word) ? Number(word) : ORDER.indexOf(word) + 1;
};

/** Where each item begins: numbers that count up from one, at least two of them. */
const itemStarts = (text: string): readonly number[] => {
  if (!FIRST.test(text) || !SECOND.test(text)) return [];
  let starts: number[] = [];
  let best: number[] = [];
  for (const found of matchesOf(BULLET, text)) {
    const number = numberOf(found, starts.length + 1);
    if (number === 1) starts = [found.index];
    else if (number === starts.length + 1 && starts.length > 0) starts = [...starts, found.index];
    if (starts.length > best.length) best = starts;
  }
  return best.length >= 2 ? best : [];
};

/** Cuts a text to clauses. Empty ones are left out. */
export const clausesOf = (text: string): readonly Clause[] => {
  const items = itemStarts(text);
  const clauses: Clause[] = [];
  let item = 0;
  const push = (start: number, end: number): void => {
    let from = start;
    let to = end;
    while (from < to && text.charCodeAt(from) <= 32) from++;
    while (to > from && text.charCodeAt(to - 1) <= 32) to--;
    if (from < to) clauses.push({ start: from, end: to, item });
  };
  let start = 0;
  const cutAt = (end: number, next: number): void => {
    while (item < items.length && (items[item] ?? Infinity) < end && (items[item] ?? 0) >= start) {
      const at = items[item] ?? 0;
      push(start, at);
      item += 1;
      start = at;
    }
    push(start, end);
    start = next;
    while (item < items.length && (items[item] ?? Infinity) < next) item += 1;
  };
  for (const found of matchesOf(SEPARATOR, text)) cutAt(found.index, found.index + found[0].length);
  cutAt(text.length, text.length);
  return clauses;
};
