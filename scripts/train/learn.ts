/** One linear softmax learnt by AdaGrad from instances; the same seed, the same weights. */
import { questionOf, softmax } from '../../dispatcher/understand/weigh.js';
import type { Question } from '../../dispatcher/understand/weigh.js';
import type { Instance } from './instances.js';

export type Learning = {
  readonly answers: number;
  readonly rounds: number;
  readonly rate: number;
  /** Pull of every weight towards nothing. */
  readonly decay: number;
  /** How often the rules' own features are left out: of messages they were written with, and of others. */
  readonly dropSeen: number;
  readonly dropFresh: number;
  /** How often a feature of the words is left out. */
  readonly dropWord: number;
  /** In so many messages a feature must stand to be known; of these the most common are kept. */
  readonly least: number;
  readonly most: number;
  /** Learnt so often, each time in another order, and the mean taken. */
  readonly times: number;
  readonly seed: number;
};

/** Numbers from 0 to 1 that follow from the seed (mulberry32). */
export const randomOf = (seed: number): (() => number) => {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

/** The features that enough instances have, the commonest first. */
const knownOf = (instances: readonly Instance[], { least, most }: Learning): Int32Array => {
  const counts = new Map<number, number>();
  for (const { features } of instances)
    for (const id of new Set(features.ids.subarray(0, features.size))) counts.set(id, (counts.get(id) ?? 0) + 1);
  const known = [...counts].filter(([, count]) => count >= least).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return Int32Array.from(known.slice(0, most), ([id]) => id);
};

/** An instance by the rows of the features that are known; from `rules` on the rules' own. */
type Known = {
  readonly rows: Int32Array;
  readonly values: Float32Array;
  readonly rules: number;
  readonly answer: number;
  readonly seen: boolean;
};

const knownAs = ({ features, answer, seen }: Instance, rowOf: ReadonlyMap<number, number>): Known => {
  const rows: number[] = [];
  const values: number[] = [];
  let rules = 0;
  for (let f = 0; f < features.size; f++) {
    if (f === features.rules) rules = rows.length;
    const row = rowOf.get(features.ids[f] ?? 0);
    if (row === undefined) continue;
    rows.push(row);
    values.push(features.values[f] ?? 0);
  }
  return { rows: Int32Array.from(rows), values: Float32Array.from(values), rules, answer, seen };
};

type Learnt = { readonly weights: Float32Array; readonly bias: Float64Array };

const once = (instances: readonly Known[], size: number, how: Learning, seed: number): Learnt => {
  const { answers } = how;
  const random = randomOf(seed);
  const weights = new Float32Array(answers * size);
  const spent = new Float32Array(answers * size).fill(0.05);
  const bias = new Float64Array(answers);
  const order = instances.map((_, n) => n);
  const sums = new Float64Array(answers);
  const kept = new Int32Array(20_000);
  const values = new Float32Array(20_000);
  for (let round = 0; round < how.rounds; round++) {
    for (let n = order.length - 1; n > 0; n--) {
      const m = Math.floor(random() * (n + 1));
      [order[n], order[m]] = [order[m] ?? 0, order[n] ?? 0];
    }
    for (const n of order) {
      const one = instances[n];
      if (!one) continue;
      const { rows, answer, seen, rules } = one;
      const last = random() < (seen ? how.dropSeen : how.dropFresh) ? rules : rows.length;
      let count = 0;
      for (let f = 0; f < last; f++) {
        if (f < rules && random() < how.dropWord) continue;
        kept[count] = (rows[f] ?? 0) * answers;
        values[count] = (one.values[f] ?? 0) / (f < rules ? 1 - how.dropWord : 1);
        count += 1;
      }
      for (let a = 0; a < answers; a++) sums[a] = bias[a] ?? 0;
      for (let f = 0; f < count; f++) {
        const row = kept[f] ?? 0;
        const value = values[f] ?? 0;
        for (let a = 0; a < answers; a++) sums[a] = (sums[a] ?? 0) + (weights[row + a] ?? 0) * value;
      }
      softmax(sums);
      for (let a = 0; a < answers; a++) {
        const off = (sums[a] ?? 0) - (a === answer ? 1 : 0);
        bias[a] = (bias[a] ?? 0) - 0.01 * off;
        if (Math.abs(off) < 1e-4) continue;
        for (let f = 0; f < count; f++) {
          const at = (kept[f] ?? 0) + a;
          const weight = weights[at] ?? 0;
          const slope = off * (values[f] ?? 0) + how.decay * weight;
          const sum = (spent[at] = (spent[at] ?? 0) + slope * slope);
          weights[at] = weight - (how.rate * slope) / Math.sqrt(sum);
        }
      }
    }
  }
  return { weights, bias };
};

/** Learns one question. Its weights are int8 steps of one scale, the rarest outliers clipped. */
export const learn = (instances: readonly Instance[], how: Learning): Question => {
  const { answers, times } = how;
  const ids = knownOf(instances, how);
  const rowOf = new Map(Array.from(ids, (id, row) => [id, row]));
  const known = instances.map((one) => knownAs(one, rowOf));
  const weights = new Float32Array(answers * ids.length);
  const bias = new Float64Array(answers);
  for (let time = 0; time < times; time++) {
    const learnt = once(known, ids.length, how, how.seed + time);
    learnt.weights.forEach((weight, at) => (weights[at] = (weights[at] ?? 0) + weight / times));
    learnt.bias.forEach((one, at) => (bias[at] = (bias[at] ?? 0) + one / times));
  }
  const sizes = Array.from(weights, Math.abs).sort((a, b) => a - b);
  const scale = (sizes[Math.floor(sizes.length * 0.9998)] ?? 1) / 127;
  const steps = Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale))));
  return questionOf(
    answers,
    scale,
    Array.from(bias, (one) => Math.round(one * 1e4) / 1e4),
    ids,
    steps,
  );
};
