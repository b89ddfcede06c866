/**
 * Finding telephone numbers in words. Deliberately wide: seven digits or more in a row, ASCII or full-width, with up to two blanks,
 * dashes, dots or brackets between them. A date that is taken along does no harm, a number that is missed does.
 */

const DIGIT = '[0-9０-９]';
const BETWEEN = '[\\s.·()（）\\-‐‑–—－_]{0,2}';

/** What a sealed number looks like: `⟦tel:KEYID:BASE64URL⟧`. */
const SEALED = '⟦tel:[0-9a-f]{8}:[0-9A-Za-z_-]+⟧';
/** Ticket numbers stay readable for whoever looks into the tables. */
const TICKET = 'TZ-[0-9]{8}-[0-9]{4,5}(?![0-9])';

const FIND = new RegExp(`(${SEALED})|(${TICKET})|(${DIGIT}(?:${BETWEEN}${DIGIT}){6,})`, 'gu');
const FIND_SEALED = new RegExp(SEALED, 'gu');

/**
 * Puts `seal(number)` in the place of every telephone number. Words that already look sealed are sealed as well, so that whatever
 * looks sealed afterwards is ours and opening gives back exactly what was put in.
 */
export function replaceNumbers(words: string, seal: (number: string) => string): string {
  return words.replace(FIND, (whole: string, _sealed: string | undefined, ticket: string | undefined) =>
    ticket === undefined ? seal(whole) : whole,
  );
}

/** Puts `open(sealed)` in the place of everything that is sealed. */
export function replaceSealed(words: string, open: (sealed: string) => string): string {
  return words.replace(FIND_SEALED, open);
}
