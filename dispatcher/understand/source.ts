/**
 * The message made fit for reading, character by character: what is cut or folded keeps its length, so that every position in
 * `text` is the same position in `raw` and evidence can always quote the writer's own words.
 */
import { cutQuote } from './quote.js';

export type Source = {
  /** As it was written. */
  readonly raw: string;
  /** Full-width folded, lower case, and quote, mentions and emoji blanked. As long as `raw`. */
  readonly text: string;
  /** The words of a quoted message, or null. */
  readonly quote: string | null;
  /** Names that were mentioned with @, in order. */
  readonly mentions: readonly string[];
};

// Circled digits (U+2460 on), dashes and Chinese quotation marks stay: they mean something.
const FOLDABLE =
  /[\uFF01-\uFF5E\u3000A-Z\u00A0\u00AD\u2000-\u200F\u2028-\u202F\u205F-\u206F\u20D0-\u20FF\u2190-\u245F\u24FF-\u27BF\u2900-\u2BFF\uD800-\uDFFF\uFE00-\uFE0F\uFEFF\r\t]/g;

const foldOne = (char: string): string => {
  const code = char.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0).toLowerCase();
  if (code >= 0x41 && code <= 0x5a) return char.toLowerCase();
  return ' ';
};

/** What each UTF-16 code is folded to: a look into a table a character. */
const FOLDED = Uint16Array.from({ length: 0x10000 }, (_, code) =>
  String.fromCharCode(code).replace(FOLDABLE, foldOne).charCodeAt(0),
);

const foldAll = (raw: string): string => {
  const codes = new Uint16Array(raw.length);
  for (let i = 0; i < raw.length; i++) codes[i] = FOLDED[raw.charCodeAt(i)] ?? 0;
  return String.fromCharCode(...codes);
};

const blank = (length: number): string => ' '.repeat(length);

/** A mention ends at white space, at punctuation, or where a title ends it. */
const MENTION =
  /@(小通(?:机器人|助手)?|[^\s@,。.;；:：!！?？、()]{1,12}?(?:老师|主任|校长|工程师|[a-z]+工|师傅)(?=\S)|[^\s@,。.;；:：!！?？、()]{1,20})/g;

const cutMentions = (text: string, names: readonly string[], mentions: string[]): string =>
  text.includes('@')
    ? text.replace(MENTION, (whole: string, word: string) => {
        const name = names.find((known) => word.startsWith(known)) ?? word;
        mentions.push(name);
        return blank(name.length + 1) + whole.slice(name.length + 1);
      })
    : text;

/**
 * So many UTF-16 units of a message are read; the longest letter of the labelled set has 315. What a pasted log says further on stays
 * in the raw message. Without an end, a paste of 20,000 characters would hold up everybody's words.
 */
const READ = 1200;

/** Folds, cuts and blanks. `names` are the roster's names, known ends of a mention. */
export const sourceOf = (whole: string, names: readonly string[]): Source => {
  const raw = whole.length > READ ? whole.slice(0, READ) : whole;
  const folded = foldAll(raw);
  const { text, quote } = cutQuote(folded);
  const mentions: string[] = [];
  return { raw, text: cutMentions(text, names, mentions), quote, mentions };
};
