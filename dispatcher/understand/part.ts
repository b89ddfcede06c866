/** Some statements of a message, asked as one: which words stand in them, and what patterns fit their text. */
import type { Hit } from './words.js';
import type { Tag } from './lexicon.js';
import type { Place } from './places.js';
import type { Reading, Statement } from './reading.js';

export type Part = {
  readonly statements: readonly Statement[];
  /** The statements' text, joined by line feeds (no pattern runs across). */
  readonly text: string;
  readonly hits: readonly Hit<Tag>[];
  readonly places: readonly Place[];
  has(...tags: readonly Tag[]): boolean;
  first(...tags: readonly Tag[]): Hit<Tag> | null;
};

const inside = (one: { start: number; end: number }, statements: readonly Statement[]): boolean =>
  statements.some((statement) => one.start >= statement.start && one.start < statement.end);

/** The part of a reading that lies in these statements. */
export const partOf = (reading: Reading, statements: readonly Statement[]): Part => {
  const whole = statements.length === reading.statements.length;
  const hits = whole ? reading.words.all : reading.words.all.filter((hit) => inside(hit, statements));
  const tags = new Set(hits.map((hit) => hit.tag));
  return {
    statements,
    text: statements.map(({ start, end }) => reading.text.slice(start, end)).join('\n'),
    hits,
    places: reading.places.filter((place) => inside(place, statements)),
    has: (...wanted) => wanted.some((tag) => tags.has(tag)),
    first: (...wanted) => (wanted.some((tag) => tags.has(tag)) ? (hits.find((hit) => wanted.includes(hit.tag)) ?? null) : null),
  };
};

/** Words that say that something does not work. */
export const FAULTY = ['netdown', 'down', 'slow', 'flap'] as const satisfies readonly Tag[];

/** Does this statement say so itself? */
export const isFaulty = (reading: Reading, statement: Statement): boolean =>
  reading.words.has(FAULTY, statement.start, statement.end);
