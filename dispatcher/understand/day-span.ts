/** A stretch of days as people type it: 「11-23 到 11-25」「明天下午」「11-23 起 3 天」「11-23 14:00-18:00」. Pure. */
import type { Instant, Millis } from '../model.js';
import {
  DAY,
  GAP,
  MINUTE,
  TO,
  clock,
  date,
  dayOf,
  midnight,
  minutesOf,
  startOfDay,
  ZONE,
  type Groups,
} from './time-words.js';

/** span: [from, to) and where the words stand. bad: no such day or time, or no end after its beginning. */
export type DaySpan =
  | {
      readonly kind: 'span';
      readonly from: Instant;
      readonly to: Instant;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'none' }
  | { readonly kind: 'bad' };

/** Nobody is away for longer in one sentence: a wrong date is. */
const LONGEST: Millis = 180 * DAY;

const HALF = '上午|中午|下午|晚上|晚|全天';
const moment = (n: number): string => `${date(n)}${GAP}(?:${clock(n)}|(?<hd${n}>${HALF}))?`;
const COUNT = '(?<n>\\d{1,3}|半|[一二两三四五六七八九十])';

const SPAN = new RegExp(`${moment(1)}${TO}(?:${moment(2)}|${clock(3)}|(?<dd2>\\d{1,2})(?![\\d:点时])\\s*[日号]?)`, 'u');
const DAYS = new RegExp(`${moment(1)}\\s*(?:起|开始)?${GAP}(?:共|请|休)?\\s*${COUNT}\\s*天`, 'u');
const UNTIL = new RegExp(`(?:到|至)\\s*${moment(1)}`, 'u');
const SINGLE = new RegExp(moment(1), 'u');

/** Minutes after midnight at which a moment's stretch begins, and ends. */
const BEGINS: Readonly<Record<string, number>> = { 上午: 0, 中午: 720, 下午: 720, 晚上: 1080, 晚: 1080, 全天: 0 };
const ENDS: Readonly<Record<string, number>> = { 上午: 720, 中午: 840, 下午: 1440, 晚上: 1440, 晚: 1440, 全天: 1440 };

const beginning = (groups: Groups, n: number): number | null => {
  if (groups[`h${n}`] !== undefined) return minutesOf(groups, n);
  return BEGINS[groups[`hd${n}`] ?? '全天'] ?? null;
};

const ending = (groups: Groups, n: number): number | null => {
  if (groups[`h${n}`] !== undefined) return minutesOf(groups, n);
  return ENDS[groups[`hd${n}`] ?? '全天'] ?? null;
};

const NUMBERS = '零一二三四五六七八九十';
const counted = (words: string): number =>
  words === '半' ? 0.5 : /^\d+$/u.test(words) ? Number(words) : NUMBERS.indexOf(words.replace('两', '二'));

type Ends = { readonly from: Instant; readonly to: Instant } | null;

const at = (day: Instant | null, minutes: number | null): Instant | null =>
  day === null || minutes === null ? null : day + minutes * MINUTE;

const pair = (from: Instant | null, to: Instant | null): Ends =>
  from === null || to === null || to <= from || to - from > LONGEST ? null : { from, to };

/** A bare number is a day of the first one's month: 「11-23 到 25」. */
const sameMonth = (first: Instant, day: number): Instant | null => {
  const start = new Date(first + ZONE);
  return midnight(start.getUTCFullYear(), start.getUTCMonth() + 1, day);
};

const spanEnds = (groups: Groups, now: Instant): Ends => {
  const first = dayOf(groups, 1, now, null);
  const from = at(first, beginning(groups, 1));
  if (first === null) return null;
  if (groups['h3'] !== undefined) {
    const end = minutesOf(groups, 3);
    const later = end !== null && groups['p3'] === undefined && /下午|晚/u.test(groups['p1'] ?? '') && end < 720;
    return pair(from, at(first, later ? end + 720 : end));
  }
  if (groups['dd2'] !== undefined) return pair(from, at(sameMonth(first, Number(groups['dd2'])), 1440));
  return pair(from, at(dayOf(groups, 2, now, first), ending(groups, 2)));
};

const daysEnds = (groups: Groups, now: Instant): Ends => {
  const first = dayOf(groups, 1, now, null);
  const from = at(first, beginning(groups, 1));
  return first === null || from === null ? null : pair(from, from + counted(groups['n'] ?? '') * DAY);
};

const singleEnds = (groups: Groups, now: Instant): Ends => {
  const day = dayOf(groups, 1, now, null);
  const clocked = groups['h1'] !== undefined;
  return pair(at(day, beginning(groups, 1)), at(day, clocked ? 1440 : ending(groups, 1)));
};

const untilEnds = (groups: Groups, now: Instant): Ends =>
  pair(startOfDay(now), at(dayOf(groups, 1, now, startOfDay(now)), ending(groups, 1)));

const FORMS: readonly (readonly [RegExp, (groups: Groups, now: Instant) => Ends])[] = [
  [SPAN, spanEnds],
  [DAYS, daysEnds],
  [UNTIL, untilEnds],
  [SINGLE, singleEnds],
];

/**
 * The one stretch of days that a text names, both ends included. text: as `folded` gives it. Days without a clock are whole; a year that
 * is left out is the coming one. Whether it is over is the caller's question.
 */
export const daySpanIn = (text: string, now: Instant): DaySpan => {
  for (const [pattern, endsOf] of FORMS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const ends = endsOf(match.groups ?? {}, now);
    return ends === null
      ? { kind: 'bad' }
      : { kind: 'span', ...ends, start: match.index, end: match.index + match[0].length };
  }
  return { kind: 'none' };
};
