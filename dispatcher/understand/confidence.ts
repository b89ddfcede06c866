/**
 * How sure a reading is, 0 to 1: the whole of it is only as sure as its least sure part.
 * From 0.8 on the words say it outright; from 0.6 on they say it together with what is open; below, a part rests on no word at all.
 */
import type { Category, Scope } from '../model.js';
import type { Trouble } from './trouble.js';

/** Kinds whose level hangs on how far the fault reaches (rubric 2). */
const BY_REACH: ReadonlySet<Category> = new Set<Category>(['campus', 'metro', 'fibre', 'wireless', 'surveillance']);

/** Of one fault: what is broken was said, how far it reaches was said where that matters, what kind it is was said. */
export const faultSureness = (trouble: Trouble, category: Category, scope: Scope, kindSaid: boolean): number => {
  const effect = trouble.hit === null ? 0.55 : trouble.effect === 'request' ? 0.85 : 0.95;
  const open =
    scope === 'unknown' && BY_REACH.has(category) && trouble.effect !== 'request' && trouble.effect !== 'reserve';
  return Math.min(effect, open ? 0.75 : 0.95, kindSaid ? 0.95 : 0.8);
};

/** Of the whole message: of the intent and of each fault the least, to two places. */
export const surenessOf = (intent: number, faults: readonly number[]): number =>
  Math.round(Math.min(intent, ...faults) * 100) / 100;
