/** Who expected what: every message of the bot has to be expected by somebody, once, and in the order of its lane. */
import type { Heard, Place } from './stage.js';

/** Words that must all be there: parts of the text, or patterns. */
export type Words = string | RegExp | readonly (string | RegExp)[];

export type Expected = {
  /** Exactly these people are notified; left out: nobody is. */
  readonly mentions?: readonly string[];
  /** Exactly these labels stand under it; left out: whatever. */
  readonly buttons?: readonly string[];
  /** Words that must not be there. */
  readonly without?: Words;
};

const listOf = (words: Words): readonly (string | RegExp)[] =>
  typeof words === 'string' || words instanceof RegExp ? [words] : words;

const has = (text: string, word: string | RegExp): boolean =>
  typeof word === 'string' ? text.includes(word) : word.test(text);

const samePlace = (a: Place, b: Place): boolean =>
  a.kind === 'group' ? b.kind === 'group' : b.kind === 'direct' && a.person === b.person;

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && [...a].sort().every((one, i) => one === [...b].sort()[i]);

/** Why a message is not the one that was expected; null where it is. */
const mismatch = (heard: Heard, words: Words, { mentions = [], buttons, without = [] }: Expected): string | null => {
  const missing = listOf(words).find((word) => !has(heard.text, word));
  if (missing !== undefined) return `lacks ${String(missing)}`;
  const unwanted = listOf(without).find((word) => has(heard.text, word));
  if (unwanted !== undefined) return `must not say ${String(unwanted)}`;
  if (!sameSet(heard.mentions, mentions)) return `notifies [${heard.mentions.join()}], not [${mentions.join()}]`;
  const labels = heard.buttons.map((button) => button.label);
  if (buttons !== undefined && !sameSet(labels, buttons)) return `has buttons [${labels.join()}]`;
  return null;
};

const nameOf = (place: Place): string => (place.kind === 'group' ? 'the group' : `${place.person} directly`);

const show = (heard: readonly Heard[]): string =>
  heard.length === 0
    ? '  (nothing)'
    : heard.map((one) => `  to ${nameOf(one.place)}: ${one.text.replaceAll('\n', '⏎')}`).join('\n');

export type Ledger = {
  /** Takes the next message of one of the place's lanes that fits; throws with what stands there instead. */
  expect(place: Place, words: Words, expected?: Expected): Heard;
  /** Throws where something was said that nobody expected. */
  nothingMore(): void;
  /** Messages nobody has expected so far. */
  open(): readonly Heard[];
};

export const createLedger = (heard: () => readonly Heard[]): Ledger => {
  const taken = new Set<number>();
  const open = (): readonly Heard[] => heard().filter((one) => !taken.has(one.n));
  return {
    open,
    expect: (place, words, expected = {}) => {
      const here = open().filter((one) => samePlace(one.place, place));
      const next = here.filter((one, i) => here.findIndex((other) => other.lane === one.lane) === i);
      const found = next.find((one) => mismatch(one, words, expected) === null);
      if (found !== undefined) {
        taken.add(found.n);
        return found;
      }
      const why = next.map((one) => mismatch(one, words, expected)).join(' · ');
      throw new Error(
        `expected for ${nameOf(place)}: ${listOf(words).map(String).join(' & ')}\n` +
          `but what comes next there ${why === '' ? 'is nothing' : why}; not expected so far:\n${show(open())}`,
      );
    },
    nothingMore: () => {
      const left = open();
      if (left.length > 0) throw new Error(`said, and nobody expected it:\n${show(left)}`);
    },
  };
};
