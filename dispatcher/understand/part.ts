/** Some statements of a message, asked as one: which words stand in them, and what patterns fit their text. */
import type { Tag, Words } from './lexicon.js';
import { Hits } from './words.js';
import type { Hit } from './words.js';
import type { Place } from './places.js';
import type { Reading } from './reading.js';
import type { Statement } from './statement.js';

export class Part {
  /** The statements' text, joined by line feeds (no pattern runs across). */
  readonly text: string;
  readonly hits: readonly Hit<Tag>[];
  readonly places: readonly Place[];
  readonly #words: Words;

  constructor(
    reading: Reading,
    readonly statements: readonly Statement[],
  ) {
    const whole = statements.length === reading.statements.length;
    let text = '';
    for (const { start, end } of statements) text += (text === '' ? '' : '\n') + reading.text.slice(start, end);
    this.text = text;
    this.hits = whole ? reading.words.all : reading.words.all.filter((hit) => inside(hit, statements));
    this.places = whole ? reading.places : reading.places.filter((place) => inside(place, statements));
    this.#words = whole ? reading.words : new Hits(this.hits);
  }

  has(...tags: readonly Tag[]): boolean {
    return this.#words.has(tags);
  }

  first(...tags: readonly Tag[]): Hit<Tag> | null {
    return this.#words.first(tags);
  }
}

const inside = (one: { start: number; end: number }, statements: readonly Statement[]): boolean => {
  for (const statement of statements) if (one.start >= statement.start && one.start < statement.end) return true;
  return false;
};

/** The part of a reading that lies in these statements. */
export const partOf = (reading: Reading, statements: readonly Statement[]): Part => new Part(reading, statements);

/** Words that say that something does not work. */
export const FAULTY = ['netdown', 'down', 'slow', 'flap'] as const satisfies readonly Tag[];
