import type { Span } from '../../bot/gateway.js';
import type { Fold } from '../model.js';

/** As long as an item may be (characters) to stand in one line with the others. */
const SHORT = 16;

/** The same item told several times stands once, with how often. */
const counted = (items: readonly string[]): readonly string[] =>
  [...new Set(items)].map((item) => {
    const times = items.filter((one) => one === item).length;
    return times === 1 ? item : `${item}（${times} 人报）`;
  });

/**
 * One text for messages that waited together: how many there are, each of them in a few words, and what holds for all. The latest
 * tail counts: it was written last. '' for none.
 */
export const foldedWords = (folds: readonly Fold[]): string => {
  const [first] = folds;
  const last = folds.at(-1);
  if (first === undefined || last === undefined) return '';
  const items = counted(folds.map((fold) => fold.item));
  const inLine = items.every((item) => [...item].length <= SHORT + 8);
  const list = inLine ? items.join('、') : `\n${items.map((item, i) => `${i + 1}. ${item}`).join('\n')}`;
  const tail = last.tail === '' ? '' : inLine ? `；${last.tail}` : `\n${last.tail}`;
  return `${first.head}，共 ${folds.length} 条：${list}${tail}`;
};

/** The words of a message in one line, as an item of a list. Live mentions are left out: what mentions is not folded. */
export const inOneLine = (spans: readonly Span[]): string =>
  spans
    .map((span) => (typeof span === 'string' ? span : `@${span.name}`))
    .join('')
    .replaceAll('\n', '；');
