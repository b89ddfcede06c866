/** What every order typed by staff has around it: the bot's name, marks, and people named. Pure. */
import type { Staff, StaffId } from '../model.js';
import { folded } from './time-words.js';

/** The names a message begins by calling. */
export const BOT = /^(?:\s*@小通(?:机器人|助手)?|\s*@\S+)*\s*/u;
/** Marks around words. */
export const EDGE = /^[\s:,、;.。"“”「」]+|[\s:,、;.。"“”「」]+$/gu;

/** Blanks in one, marks at the edges cut. */
export const tidy = (words: string): string =>
  words
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(EDGE, '');

/** The words of an order: half-width signs, without the @ it begins with. */
export const orderText = (raw: string): string => tidy(folded(raw).replace(BOT, ''));

/** Somebody named in a few words, and the very words that name them. */
export type NamedPerson = { readonly id: StaffId; readonly words: string };
export type FindPerson = (words: string) => NamedPerson | null;

/** A piece no longer than this may be a name heard wrongly. */
const HEARD = 4;

/**
 * Finds the first person named: in full, by given name, and in a piece that is nothing but a name also as the reader hears it. heard: by
 * whom a short piece of words means, or null.
 */
export const createFindPerson =
  (staff: readonly Staff[], heard: (words: string) => StaffId | null): FindPerson =>
  (words) => {
    const written = staff
      .flatMap(({ id, name }) => [{ id, words: name }, ...(name.length >= 3 ? [{ id, words: name.slice(1) }] : [])])
      .filter((one) => words.includes(one.words))
      .sort((a, b) => words.indexOf(a.words) - words.indexOf(b.words) || b.words.length - a.words.length)[0];
    if (written !== undefined) return written;
    const piece = words
      .split(/[\s,、和]/u)
      .find((one) => one.length >= 2 && one.length <= HEARD && heard(one) !== null);
    const id = piece === undefined ? null : heard(piece);
    return id === null || piece === undefined ? null : { id, words: piece };
  };

/** Everybody named, in order, and the pieces that name nobody. */
export const peopleIn = (
  words: string,
  find: FindPerson,
): { readonly people: readonly StaffId[]; readonly unknown: readonly string[] } => {
  const pieces = words
    .split(/[\s,、;和及与/]+/u)
    .map(tidy)
    .filter((piece) => piece !== '');
  const read = pieces.map((piece) => ({ piece, found: find(piece) }));
  return {
    people: [...new Set(read.flatMap(({ found }) => (found === null ? [] : [found.id])))],
    unknown: read.filter(({ found }) => found === null).map(({ piece }) => piece),
  };
};
