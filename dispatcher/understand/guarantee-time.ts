/** When an event is: 「12-19 08:00-18:00」「12月19日 8点到18点」「明天 8:00-12:00」「12-19至12-20 08:00-18:00」. Pure. */
import type { Instant, Millis } from '../model.js';
import {
  DAY,
  GAP,
  LATE,
  MINUTE,
  TO,
  ZONE,
  clock,
  date,
  dayOf,
  midnight,
  minutesOf,
  type Groups,
} from './time-words.js';

/** when: [from, to) and where the words stand, [start, end). none: what is missing. bad: no such day or time, or no end after it. */
export type When =
  | {
      readonly kind: 'when';
      readonly from: Instant;
      readonly to: Instant;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'none'; readonly lacks: 'date' | 'clock' | 'both' }
  | { readonly kind: 'bad' };

/** No exam and no activity lasts longer: a wrong date does. */
const LONGEST: Millis = 31 * DAY;

const SECOND_DAY = `(?:(?:\\s*(?:-+|~|至|到|、|,|和)\\s*)(?:${date(2)}|(?<dd2>\\d{1,2})\\s*[日号]))?`;

const BETWEEN = new RegExp(`${date(1)}${GAP}${clock(1)}${TO}${date(2)}${GAP}${clock(2)}`, 'u');
const DAILY = new RegExp(`${date(1)}${SECOND_DAY}${GAP}(?:每天)?${GAP}${clock(1, true)}${TO}${clock(2)}`, 'u');
const WHOLE = new RegExp(`${date(1)}${SECOND_DAY}${GAP}(?:全天|一整天|整天)`, 'u');
const ANY_DATE = new RegExp(date(1), 'u');
const ANY_CLOCK = new RegExp(clock(1), 'u');

/** 「下午2点到5点」: the second time is of the same half of the day. */
const endMinutes = (groups: Groups, start: number): number | null => {
  const end = minutesOf(groups, 2);
  const sameHalf = end !== null && groups['p2'] === undefined && LATE.test(groups['p1'] ?? '') && end <= start;
  return sameHalf && end < 720 ? end + 720 : end;
};

/** The last day: named, by its number alone, or the first. Two days that are only listed must be neighbours. */
const lastDay = (groups: Groups, words: string, now: Instant, first: Instant): Instant | null => {
  const bare = groups['dd2'];
  const named = groups['d2'] !== undefined || groups['rel2'] !== undefined || groups['wd2'] !== undefined;
  if (bare === undefined && !named) return first;
  const start = new Date(first + ZONE);
  const last =
    bare === undefined
      ? dayOf(groups, 2, now, first)
      : midnight(start.getUTCFullYear(), start.getUTCMonth() + 1, Number(bare));
  const listed = /、|,(?=[^,]*[日号])|和/u.test(words);
  return listed && last !== null && last - first !== DAY ? null : last;
};

const spanOf = (match: RegExpExecArray, whole: boolean, now: Instant): When => {
  const groups: Groups = match.groups ?? {};
  const first = dayOf(groups, 1, now, null);
  const last = first === null ? null : lastDay(groups, match[0], now, first);
  const start = whole ? 0 : minutesOf(groups, 1);
  const end = whole ? 1440 : start === null ? null : endMinutes(groups, start);
  if (first === null || last === null || start === null || end === null) return { kind: 'bad' };
  const [from, to] = [first + start * MINUTE, last + end * MINUTE];
  if (to <= from || to - from > LONGEST) return { kind: 'bad' };
  return { kind: 'when', from, to, start: match.index, end: match.index + match[0].length };
};

/** Finds the one stretch of time that a text names. text: as `folded` gives it. Whether it is over is the caller's question. */
export const whenIn = (text: string, now: Instant): When => {
  const timed = BETWEEN.exec(text) ?? DAILY.exec(text);
  const match = timed ?? WHOLE.exec(text);
  if (match !== null) return spanOf(match, timed === null, now);
  const [day, time] = [ANY_DATE.test(text), ANY_CLOCK.test(text)];
  return { kind: 'none', lacks: day ? 'clock' : time ? 'date' : 'both' };
};
