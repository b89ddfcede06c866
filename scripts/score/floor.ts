/** The floor in CI: how many messages of the third kept aside have to be read rightly. */
import { countOf, levelOne } from './parts.js';
import type { PartName, Scored } from './parts.js';

/** The parts that have a floor. */
type Floored = Exclude<PartName, 'location'>;
/** Messages read rightly, by part; `recall`: level-1 messages read as such; `messages`: how many there are in all. */
export type Floor = Readonly<Record<Floored | 'recall' | 'messages', number>>;

/** The figures of some readings in the floor's terms. */
export const figuresOf = (scored: readonly Scored[]): Floor => {
  const of = (name: PartName): number => countOf(scored, name).right;
  return {
    messages: scored.length,
    intent: of('intent'),
    level: of('level'),
    category: of('category'),
    unit: of('unit'),
    faults: of('faults'),
    phone: of('phone'),
    recall: levelOne(scored).recall.right,
  };
};
