/** A small notation for the patterns of this folder: a gap within a clause, and nouns by their sense. */
import { NOUNS } from './nouns.lexicon.js';
import type { Noun } from './nouns.lexicon.js';

const isNoun = (name: string): name is Noun => Object.hasOwn(NOUNS, name);

/**
 * Compiles the notation: `~6` stands for up to six characters of one clause, `<part>` for a noun of that sense (nouns.lexicon.ts).
 * Everything else is a regular expression. An unknown sense is left as it is written and so matches nothing.
 */
export const pattern = (source: string): RegExp =>
  new RegExp(
    source
      .replace(/(?<!\(\?)<(\w+)>/g, (whole, name: string) => (isNoun(name) ? `(?:${NOUNS[name]})` : whole))
      .replace(/~(\d+)/g, (_, most: string) => `[^,，。;；!！?？\\n ]{0,${most}}`),
    'g',
  );
