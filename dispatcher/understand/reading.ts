/** A message as read so far: the text with everything that was found in it. What the questions (intent, level …) are asked of. */
import type { Context, StaffId } from '../model.js';
import type { Words } from './lexicon.js';
import type { Numeral } from './numbers.js';
import type { Place } from './places.js';
import type { Source } from './source.js';
import type { Statement } from './statement.js';
import type { Affected, UnitsFound } from './units.js';

export type Reading = {
  readonly source: Source;
  /** The source's text with misheard words put right and units, numbers blanked; same positions. */
  readonly text: string;
  readonly words: Words;
  readonly statements: readonly Statement[];
  readonly places: readonly Place[];
  readonly units: UnitsFound;
  readonly affected: Affected;
  readonly room: { readonly name: string; readonly start: number; readonly end: number } | null;
  readonly phone: Numeral | null;
  readonly tickets: readonly Numeral[];
  /** The person of the roster whom the text names. */
  readonly target: StaffId | null;
  readonly context: Context;
};

/** The writer's own words at [start, end). */
export const wordsAt = (source: Source, start: number, end: number): string => source.raw.slice(start, end).trim();

/** Does the text name a school, a machine room or a place? */
export const saysWhere = ({ text, places, room }: Reading): boolean =>
  room !== null || places.length > 0 || text.includes('\uE000');
