/** The text in clauses and items: where one statement ends and the next begins. Positions are in the source's text. */

/** [start, end) without its mark; `item` counts the items of an enumeration (0 outside of one). */
export type Clause = { readonly start: number; readonly end: number; readonly item: number };

const SEPARATOR = /[,，。;；!！?？\n…~]|(?<![\d])\.|\.(?!\d)|(?<=[^\x21-\x7e])\s+|\s+(?=[^\x00-\x7f])|:(?=\s|$)/g;

/** What opens an item, at the start of a clause or after a mark. */
const BULLET =
  /(?:^|[\s,，。;；:：!！\n、])(?:(?:[(（]?(?:[1-9]|1\d|[一二三四五六七八九十])[)）、.．:：]\s*(?!\d))|[①②③④⑤⑥⑦⑧⑨⑩]|(?:其一|其二|其三)|(?:一是|二是|三是|四是|五是|一则|二则)|第[一二三四五六](?:个|件|条|点|项)?(?:是|事|问题)?[,，:：、\s]|[1-9](?=\s)|一个是|另一个是|再一个是?|还有一个是?)/g;

/** Where each item begins; fewer than two make no enumeration. */
const itemStarts = (text: string): readonly number[] => {
  const starts: number[] = [];
  for (const found of text.matchAll(BULLET)) starts.push(found.index);
  return starts.length >= 2 ? starts : [];
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
  for (const found of text.matchAll(SEPARATOR)) cutAt(found.index, found.index + found[0].length);
  cutAt(text.length, text.length);
  return clauses;
};
