/** When an event is: 「12-19 08:00-18:00」「12月19日 8点到18点」「明天 8:00-12:00」「12-19至12-20 08:00-18:00」. Pure. */
import type { Instant, Millis } from '../model.js';

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

const MINUTE: Millis = 60_000;
const DAY: Millis = 1440 * MINUTE;
/** Asia/Shanghai, always +8. */
const ZONE: Millis = 480 * MINUTE;
/** A date without a year that lies no further back was meant as it stands, and is over; further back it is next year's. */
const JUST_OVER: Millis = 60 * DAY;
/** No exam and no activity lasts longer: a wrong date does. */
const LONGEST: Millis = 31 * DAY;

const TO = '\\s*(?:-+|~|至|到)\\s*';
const GAP = '[\\s,]*';

const date = (n: number): string =>
  `(?<![\\d:])(?:(?:(?<y${n}>20\\d\\d)\\s*[-/.年]\\s*)?(?<mo${n}>\\d{1,2})\\s*[-/.月]\\s*(?<d${n}>\\d{1,2})(?!\\d)\\s*[日号]?` +
  `|(?<rel${n}>大后天|后天|明天|明日|今天|今日)|(?<wk${n}>本|这|下)?(?:周|星期|礼拜)(?<wd${n}>[一二三四五六日天]))` +
  `(?:\\s*\\(?(?:周|星期)[一二三四五六日天]\\)?)?`;

const clockTail = (n: number): string =>
  `(?:\\s*:\\s*(?<mi${n}>\\d{2})|\\s*[点时](?:(?<half${n}>半)|(?<mm${n}>\\d{1,2})分?|整)?)`;
const PART = '凌晨|早上|早晨|早|上午|中午|下午|晚上|晚';
const clock = (n: number, bare = false): string =>
  `(?<p${n}>${PART})?\\s*(?<h${n}>\\d{1,2})${clockTail(n)}${bare ? '?' : ''}`;

const SECOND_DAY = `(?:(?:\\s*(?:-+|~|至|到|、|,|和)\\s*)(?:${date(2)}|(?<dd2>\\d{1,2})\\s*[日号]))?`;

const BETWEEN = new RegExp(`${date(1)}${GAP}${clock(1)}${TO}${date(2)}${GAP}${clock(2)}`, 'u');
const DAILY = new RegExp(`${date(1)}${SECOND_DAY}${GAP}(?:每天)?${GAP}${clock(1, true)}${TO}${clock(2)}`, 'u');
const WHOLE = new RegExp(`${date(1)}${SECOND_DAY}${GAP}(?:全天|一整天|整天)`, 'u');
const ANY_DATE = new RegExp(date(1), 'u');
const ANY_CLOCK = new RegExp(clock(1), 'u');

type Groups = Readonly<Record<string, string | undefined>>;

/** Half-width signs for full-width ones and for every dash, one for one, so that positions stay. */
export const folded = (text: string): string =>
  text
    .replace(/[\uFF01-\uFF5E]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[–—−]/gu, '-')
    .replace(/〜/gu, '~')
    .replace(/\u3000/gu, ' ');

const startOfDay = (at: Instant): Instant => Math.floor((at + ZONE) / DAY) * DAY - ZONE;

/** Midnight of a date that exists; null where it does not (2-30). */
const midnight = (year: number, month: number, day: number): Instant | null => {
  const utc = Date.UTC(year, month - 1, day);
  const back = new Date(utc);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === day ? utc - ZONE : null;
};

const RELATIVE: Readonly<Record<string, number>> = { 今天: 0, 今日: 0, 明天: 1, 明日: 1, 后天: 2, 大后天: 3 };

/** A day without a year: this year's, or next year's where this year's is long over; `after`: never before that day. */
const withoutYear = (month: number, day: number, now: Instant, after: Instant | null): Instant | null => {
  const year = new Date((after ?? now) + ZONE).getUTCFullYear();
  const own = midnight(year, month, day);
  const earliest = after ?? startOfDay(now) - JUST_OVER;
  return own !== null && own < earliest ? midnight(year + 1, month, day) : own;
};

/** The day named by group `n`; null where there is no such day. */
const dayOf = (groups: Groups, n: number, now: Instant, after: Instant | null): Instant | null => {
  const today = startOfDay(now);
  const relative = groups[`rel${n}`];
  if (relative !== undefined) return today + (RELATIVE[relative] ?? 0) * DAY;
  const weekday = groups[`wd${n}`];
  if (weekday !== undefined) {
    const monday = (new Date(today + ZONE).getUTCDay() + 6) % 7;
    const ahead = ('一二三四五六日'.indexOf(weekday.replace('天', '日')) - monday) * DAY;
    const week = groups[`wk${n}`];
    if (week === '下') return today + ahead + 7 * DAY;
    return week === undefined && ahead < 0 ? today + ahead + 7 * DAY : today + ahead;
  }
  const [month, day] = [Number(groups[`mo${n}`]), Number(groups[`d${n}`])];
  const year = groups[`y${n}`];
  return year === undefined ? withoutYear(month, day, now, after) : midnight(Number(year), month, day);
};

const LATE = /下午|晚/u;

/** Minutes after midnight, up to 24:00; null where the clock has no such time. */
const minutesOf = (groups: Groups, n: number): number | null => {
  const hour = Number(groups[`h${n}`]);
  const minute = groups[`half${n}`] === undefined ? Number(groups[`mi${n}`] ?? groups[`mm${n}`] ?? 0) : 30;
  const part = groups[`p${n}`] ?? '';
  const later =
    (LATE.test(part) && hour < 12) || (part === '中午' && hour < 4) || (part.startsWith('晚') && hour === 12);
  const minutes = (later ? hour + 12 : hour) * 60 + minute;
  return minute < 60 && minutes <= 1440 ? minutes : null;
};

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
