/** The words by which the weights decided, readable: the stretch of one clause that speaks most for the answer. */
import type { Features } from './weigh-features.js';
import { wordsAt } from './reading.js';
import type { Reading } from './reading.js';

/** Characters a quoted stretch may have. */
const LONGEST = 10;
const SHORTEST = 2;
/** What no quoted stretch begins or ends with. */
const LOOSE =
  /^[\s,，。.!！?？;；:：、~…的了呢吧啊呀嘛吗就也都又还]+|[\s,，。.!！?？;；:：、~…的呢吧啊呀嘛吗就也又还]+$/gu;
const BREAK = /[\s,，。!！?？;；:：、~…\n\uE000]/;

/** `weights`: of each feature for the answer given, against the one it replaces. Empty where nothing speaks for it in so many words. */
export const wordsFor = (reading: Reading, features: Features, weights: Float64Array): string => {
  const { text } = reading;
  const each = new Float64Array(text.length + 1);
  for (let f = 0; f < features.size; f++) {
    const from = features.from[f] ?? 0;
    const to = features.to[f] ?? 0;
    const weight = weights[f] ?? 0;
    if (to <= from || weight === 0) continue;
    for (let i = from; i < to; i++) each[i] = (each[i] ?? 0) + weight / (to - from);
  }
  const breaks = Array.from({ length: text.length }, (_, i) => BREAK.test(text.charAt(i)));
  let best = 0;
  let from = 0;
  let to = 0;
  for (let start = 0; start < text.length; start++) {
    let sum = 0;
    for (let end = start; end < text.length && end - start < LONGEST; end++) {
      if (breaks[end]) break;
      sum += each[end] ?? 0;
      if (end - start + 1 >= SHORTEST && sum > best) {
        best = sum;
        from = start;
        to = end + 1;
      }
    }
  }
  return wordsAt(reading.source, from, to).replace(LOOSE, '');
};
