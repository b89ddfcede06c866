/** Dates and times of day as people type them: the patterns, and what they come to. Pure; Asia/Shanghai, always +8. */
import type { Instant, Millis } from '../model.js';

export const MINUTE: Millis = 60_000;
export const DAY: Millis = 1440 * MINUTE;
/** Asia/Shanghai, always +8. */
export const ZONE: Millis = 480 * MINUTE;
/** A date without a year that lies no further back was meant as it stands, and is over; further back it is next year's. */
const JUST_OVER: Millis = 60 * DAY;

/** Between two moments, and between a day and its time. */
export const TO = '\\s*(?:-+|~|至|到)\\s*';
export const GAP = '[\\s,]*';

/** A date as a pattern, its groups numbered `n`: 12-19, 12月19日, 2026/12/19, 明天, 下周六. */
export const date = (n: number): string =>
  `(?<![\\d:])(?:(?:(?<y${n}>20\\d\\d)\\s*[-/.年]\\s*)?(?<mo${n}>\\d{1,2})\\s*[-/.月]\\s*(?<d${n}>\\d{1,2})(?!\\d)\\s*[日号]?` +
  `|(?<rel${n}>大后天|后天|明天|明日|今天|今日)|(?<wk${n}>本|这|下)?(?:周|星期|礼拜)(?<wd${n}>[一二三四五六日天]))` +
  `(?:\\s*\\(?(?:周|星期)[一二三四五六日天]\\)?)?`;

const clockTail = (n: number): string =>
  `(?:\\s*:\\s*(?<mi${n}>\\d{2})|\\s*[点时](?:(?<half${n}>半)|(?<mm${n}>\\d{1,2})分?|整)?)`;
const PART = '凌晨|早上|早晨|早|上午|中午|下午|晚上|晚';
/** A time of day as a pattern, its groups numbered `n`: 8:00, 8点半, 下午2点; `bare`: the hour alone will do. */
export const clock = (n: number, bare = false): string =>
  `(?<p${n}>${PART})?\\s*(?<h${n}>\\d{1,2})${clockTail(n)}${bare ? '?' : ''}`;

/** What the patterns found, by group. */
export type Groups = Readonly<Record<string, string | undefined>>;

/** Half-width signs for full-width ones and for every dash, one for one, so that positions stay. */
export const folded = (text: string): string =>
  text
    .replace(/[\uFF01-\uFF5E]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[–—−]/gu, '-')
    .replace(/〜/gu, '~')
    .replace(/\u3000/gu, ' ');

/** Midnight of the day in Asia/Shanghai. */
export const startOfDay = (at: Instant): Instant => Math.floor((at + ZONE) / DAY) * DAY - ZONE;

/** Midnight of a date that exists; null where it does not (2-30). */
export const midnight = (year: number, month: number, day: number): Instant | null => {
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
export const dayOf = (groups: Groups, n: number, now: Instant, after: Instant | null): Instant | null => {
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

export const LATE = /下午|晚/u;

/** Minutes after midnight, up to 24:00; null where the clock has no such time. */
export const minutesOf = (groups: Groups, n: number): number | null => {
  const hour = Number(groups[`h${n}`]);
  const minute = groups[`half${n}`] === undefined ? Number(groups[`mi${n}`] ?? groups[`mm${n}`] ?? 0) : 30;
  const part = groups[`p${n}`] ?? '';
  const later =
    (LATE.test(part) && hour < 12) || (part === '中午' && hour < 4) || (part.startsWith('晚') && hour === 12);
  const minutes = (later ? hour + 12 : hour) * 60 + minute;
  return minute < 60 && minutes <= 1440 ? minutes : null;
};
