/** Which units a message names, and which one is the affected. */
import type { Context, Unit, UnitName } from '../model.js';
import { indexUnits, mentionsIn } from './unit-index.js';
import type { Mention } from './unit-index.js';
import { aliasesOf } from './unit-names.js';

export type UnitsFound = {
  readonly mentions: readonly Mention[];
  /** All units named, official names, each once. */
  readonly units: readonly UnitName[];
  /** The affected one, where the text names exactly one. */
  readonly named: UnitName | null;
  /** How many are affected. */
  readonly affected: number;
};

/** Words before a name that make it a place or a comparison: 在漷县中学走不开, 隔壁的芙蓉小学. */
const ELSEWHERE = /(?:隔壁|旁边|对面|像|跟|和|与|比|离|去|从|到|在|往|回|路过|同)(?:的|是)?$/;

const pick = (mention: Mention, known: UnitName | null): Unit | null =>
  mention.units.length === 1 ? (mention.units[0] ?? null) : (mention.units.find((unit) => unit.name === known) ?? null);

/** Makes the finder: files all names of the units once. */
export const createUnitFinder = (units: readonly Unit[]): ((text: string, own: UnitName | null) => UnitsFound) => {
  const root = indexUnits(aliasesOf(units));
  return (text, own) => {
    const found = mentionsIn(root, text);
    const strong = found.filter((mention) => mention.kind !== 'stem');
    const mentions = strong.length > 0 ? strong : found;
    const names = mentions.flatMap((mention) => pick(mention, own)?.name ?? []);
    const affected = mentions
      .filter((mention) => !ELSEWHERE.test(text.slice(Math.max(0, mention.start - 4), mention.start)))
      .flatMap((mention) => pick(mention, own)?.name ?? []);
    const distinct = [...new Set(affected.length > 0 ? affected : names)];
    return { mentions, units: [...new Set(names)], named: distinct.length === 1 ? (distinct[0] ?? null) : null, affected: distinct.length };
  };
};

/** The affected unit: the one the text names, else the sender's own; null where several are named. */
export const affectedUnit = (found: UnitsFound, context: Context): UnitName | null =>
  found.named ?? (found.units.length > 1 ? null : context.unit);
