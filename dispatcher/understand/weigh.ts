/** The trained part beside the rules: how likely each answer is to a question, by a sum of weights (docs/adr/0005). Pure. */
import type { Level } from '../model.js';
import type { Features } from './weigh-features.js';

/**
 * One linear question. `keys` are the features it knows, in an open table of a power of two (0 where empty); `rows` their rows of
 * `weights` (`weights[row * answers + answer] * scale`). What it does not know says nothing.
 */
export type Question = {
  readonly answers: number;
  readonly scale: number;
  readonly bias: readonly number[];
  readonly keys: Int32Array;
  /** A bit for every key, by its low bits: most n-grams of a message are unknown, and this table stays in the processor's cache. */
  readonly sieve: Int32Array;
  readonly rows: Uint16Array;
  readonly weights: Int8Array;
};

const SIEVE = 1 << 18;
/** Where a feature is looked for first; the lowest bit of every id is set, so that it tells nothing. */
const homeOf = (id: number, size: number): number => (id >>> 1) & (size - 1);

/** The row of a feature, or -1. */
const rowOf = ({ keys, sieve, rows }: Question, id: number): number => {
  const bit = homeOf(id, SIEVE);
  if (((sieve[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return -1;
  const mask = keys.length - 1;
  for (let at = homeOf(id, keys.length); ; at = (at + 1) & mask) {
    const key = keys[at];
    if (key === id) return rows[at] ?? -1;
    if (key === 0 || key === undefined) return -1;
  }
};

/** A question of the features with these ids, in the order of their rows. No id is 0. */
export const questionOf = (
  answers: number,
  scale: number,
  bias: readonly number[],
  ids: Int32Array,
  weights: Int8Array,
): Question => {
  let size = 16;
  while (size < ids.length * 2.5) size *= 2;
  const keys = new Int32Array(size);
  const sieve = new Int32Array(SIEVE / 32);
  const rows = new Uint16Array(size);
  ids.forEach((id, row) => {
    const bit = homeOf(id, SIEVE);
    sieve[bit >>> 5] = (sieve[bit >>> 5] ?? 0) | (1 << (bit & 31));
    let at = homeOf(id, size);
    while (keys[at] !== 0) at = (at + 1) & (size - 1);
    keys[at] = id;
    rows[at] = row;
  });
  return { answers, scale, bias, keys, sieve, rows, weights };
};

/** The three questions. A weigher that answers null has no opinion: the rules stand. */
export type Weigh = {
  intent(features: Features): Float64Array | null;
  level(features: Features): Float64Array | null;
  category(features: Features): Float64Array | null;
  /** How much each n-gram speaks for one answer rather than another; same order as the features. */
  why(about: 'intent' | 'level' | 'category', features: Features, answer: number, instead: number): Float64Array;
};

export const LEVELS: readonly Level[] = [1, 2, 3];

/** Probabilities in place of sums, in the same array. */
export const softmax = (sums: Float64Array): Float64Array => {
  let most = -Infinity;
  for (const sum of sums) most = Math.max(most, sum);
  let all = 0;
  for (let i = 0; i < sums.length; i++) all += sums[i] = Math.exp((sums[i] ?? 0) - most);
  for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] ?? 0) / all;
  return sums;
};

/** How likely each answer is. */
export const scored = (question: Question, features: Features): Float64Array => {
  const { answers, scale, bias, weights } = question;
  const sums = new Float64Array(answers);
  for (let f = 0; f < features.size; f++) {
    const row = rowOf(question, features.ids[f] ?? 0) * answers;
    if (row < 0) continue;
    const value = features.values[f] ?? 0;
    for (let a = 0; a < answers; a++) sums[a] = (sums[a] ?? 0) + (weights[row + a] ?? 0) * value;
  }
  for (let a = 0; a < answers; a++) sums[a] = (sums[a] ?? 0) * scale + (bias[a] ?? 0);
  return softmax(sums);
};

/** How much each feature speaks for one answer rather than another; same order as the features. */
export const speaking = (question: Question, features: Features, answer: number, instead: number): Float64Array =>
  Float64Array.from({ length: features.size }, (_, f) => {
    const row = rowOf(question, features.ids[f] ?? 0) * question.answers;
    if (row < 0) return 0;
    return (features.values[f] ?? 0) * ((question.weights[row + answer] ?? 0) - (question.weights[row + instead] ?? 0));
  });
