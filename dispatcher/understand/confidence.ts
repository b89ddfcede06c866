/**
 * How sure a reading is, 0 to 1: the surest of it is only as sure as its least sure part.
 * From 0.8 on the words say it outright; from 0.6 on they say it together with what is open; below, a part rests on no word at all.
 */
import type { Scope } from '../model.js';
import type { Trouble } from './trouble.js';

/** Of one fault: what is broken was said, how far it reaches was said, what kind it is was said. */
export const faultSureness = (trouble: Trouble, scope: Scope, kindSaid: boolean): number => {
  const effect = trouble.hit === null ? 0.55 : trouble.effect === 'request' ? 0.85 : 0.95;
  const reach = trouble.effect === 'request' || scope !== 'unknown' ? 0.95 : 0.75;
  return Math.min(effect, reach, kindSaid ? 0.95 : 0.8);
};

/** Of the whole message: of the intent and of each fault the least, to two places. */
export const surenessOf = (intent: number, faults: readonly number[]): number =>
  Math.round(Math.min(intent, ...faults) * 100) / 100;
