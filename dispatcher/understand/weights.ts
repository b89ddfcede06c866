/** The weights that are shipped (weights.data.ts, written by `npm run train`), made ready once. Pure. */
import { CATEGORIES, INTENTS } from '../model.js';
import { LEVELS, questionOf, scored, speaking } from './weigh.js';
import type { Question, Weigh } from './weigh.js';
import { DATA } from './weights.data.js';

/** One question as it is kept: the features' ids (int32, little end first) and their int8 weights, both as base64. */
export type Kept = {
  readonly scale: number;
  readonly bias: readonly number[];
  readonly ids: string;
  readonly weights: string;
};

const bytesOf = (base64: string): Uint8Array => {
  const letters = atob(base64);
  return Uint8Array.from({ length: letters.length }, (_, i) => letters.charCodeAt(i));
};

const opened = ({ scale, bias, ids, weights }: Kept, answers: number): Question => {
  const bytes = new DataView(bytesOf(ids).buffer);
  const keys = Int32Array.from({ length: bytes.byteLength / 4 }, (_, i) => bytes.getInt32(i * 4, true));
  return questionOf(answers, scale, bias, keys, new Int8Array(bytesOf(weights).buffer));
};

/** A weigher of three questions. */
export const weigherOf = (questions: {
  readonly intent: Question;
  readonly level: Question;
  readonly category: Question;
}): Weigh => ({
  intent: (features) => scored(questions.intent, features),
  level: (features) => scored(questions.level, features),
  category: (features) => scored(questions.category, features),
  why: (about, features, answer, instead) => speaking(questions[about], features, answer, instead),
});

/** The weigher that is shipped. */
export const SHIPPED: Weigh = weigherOf({
  intent: opened(DATA.intent, INTENTS.length),
  level: opened(DATA.level, LEVELS.length),
  category: opened(DATA.category, CATEGORIES.length),
});
