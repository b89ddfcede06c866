/** The place that a message without a fault of its own tells: the answer to 「在哪儿？」, where an engineer has been. */
import type { Intent } from '../model.js';
import type { Reading } from './reading.js';
import { wordsAt } from './reading.js';

/** Where a key lies, a tool is kept or somebody waits is not where the fault is. */
const BESIDE = /钥匙|门卡|门禁卡|梯子|工具|(?:我|人|师傅|老师|主任|保安)[^,，。]{0,4}在[^,，。]{1,8}(?:等|候|接)/;

const clauseAt = (text: string, at: number): string => {
  const before = Math.max(...[',', '，', '。', ';', '；', '\n'].map((mark) => text.lastIndexOf(mark, at)));
  const after = text.slice(at).search(/[,，。;；\n]/);
  return text.slice(before + 1, after < 0 ? text.length : at + after);
};

/** As written, or null. A bare answer to the question for the place is the place, whatever its words, unless it tells where somebody waits. */
export const placeTold = (reading: Reading, intent: Intent): string | null => {
  if (intent !== 'supplement' && intent !== 'resolve' && intent !== 'progress' && intent !== 'arrive') return null;
  const places = reading.places.filter(
    (place) => place.kind !== 'side' && !BESIDE.test(clauseAt(reading.text, place.start)),
  );
  const [first] = places;
  const last = places.at(-1);
  const bare = reading.text.trim();
  if (
    intent === 'supplement' &&
    reading.context.asked === 'location' &&
    bare.length <= 16 &&
    bare !== '' &&
    !BESIDE.test(bare)
  ) {
    const from = reading.text.indexOf(bare);
    return reading.phone === null ? wordsAt(reading.source, from, from + bare.length) : null;
  }
  if (!first || !last) return null;
  return wordsAt(reading.source, first.start, last.end - first.start <= 24 ? last.end : first.end);
};
