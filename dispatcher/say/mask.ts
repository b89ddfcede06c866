/** A telephone number for people who do not need it whole: 138****8001. */
export const maskPhone = (phone: string): string =>
  phone.length >= 7 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : '****';

/** What people put between the groups of a number. A dot counts only in groups of 3-4-4, so that an address stays one. */
const GAP = '[\\s\\p{Pd}·]';
const NUMBER = [
  // A ticket's number and a date are no telephone numbers.
  'TZ-\\p{Nd}{8}-\\p{Nd}{4}',
  '20\\p{Nd}{2}-(?:0?[1-9]|1[0-2])-[0-3]?\\p{Nd}(?!\\p{Nd})',
  '[1１][3-9３-９]\\p{Nd}[.．]\\p{Nd}{4}[.．]\\p{Nd}{4}',
  `\\p{Nd}(?:${GAP}{0,3}\\p{Nd}){7,}`,
].join('|');
const FOUND = new RegExp(NUMBER, 'giu');
const KEPT = /^(?:TZ|20\p{Nd}{2}-(?:0?[1-9]|1[0-2])-[0-3]?\p{Nd}$)/iu;

/** Somebody's words with every telephone number in them masked, however it was typed; of eight digits and more (design.md 3). */
export const maskPhones = (words: string): string =>
  words.replace(FOUND, (found) =>
    KEPT.test(found) ? found : maskPhone(found.normalize('NFKC').replace(/\P{Nd}/gu, '')),
  );
