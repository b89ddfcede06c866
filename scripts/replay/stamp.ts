/** Dates and times as exports write them, in Asia/Shanghai. Pure. */
import type { Instant } from '../../dispatcher/model.js';
import { DAY, HOUR, MINUTE, startOfDay } from '../../dispatcher/decide/time.js';

/** `year` is null where only month and day stand there. */
export type DayParts = { readonly year: number | null; readonly month: number; readonly day: number };
/** Since midnight, in ms. */
export type TimeOfDay = number;

const WEEKDAY = '(?: ?(?:星期|周)[一二三四五六日天])?';
/** Three groups of a whole date, or two of one without its year. */
export const DATE = `(?:(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?|(\\d{1,2})[-/月](\\d{1,2})日?)${WEEKDAY}`;
/** Four groups: half of the day, hours, minutes, seconds. */
export const TIME = '(上午|下午|凌晨|中午|晚上)? ?(\\d{1,2}):(\\d{2})(?::(\\d{2}))?';

/** The groups of DATE. */
export const dayParts = (groups: readonly (string | undefined)[]): DayParts | null => {
  const [year, month, day, shortMonth, shortDay] = groups;
  if (year !== undefined) return { year: Number(year), month: Number(month), day: Number(day) };
  return shortMonth === undefined ? null : { year: null, month: Number(shortMonth), day: Number(shortDay) };
};

/** The groups of TIME; null where there is no such time. */
export const timeOf = (groups: readonly (string | undefined)[]): TimeOfDay | null => {
  const [half, hourWord = '', minuteWord = '', secondWord = '0'] = groups;
  const [hour, minute, second] = [Number(hourWord), Number(minuteWord), Number(secondWord)];
  const later = (half === '下午' || half === '晚上') && hour < 12 ? 12 : half === '凌晨' && hour === 12 ? -12 : 0;
  if (hour > 23 || minute > 59 || second > 59) return null;
  return (hour + later) * HOUR + minute * MINUTE + second * 1_000;
};

/** The first moment of a day in Asia/Shanghai; null where the calendar has no such day. A missing year is that of `near`. */
export const dayOf = (parts: DayParts, near: Instant): Instant | null => {
  const year = parts.year ?? new Date(near + 8 * HOUR).getUTCFullYear();
  const noon = Date.UTC(year, parts.month - 1, parts.day, 12) - 8 * HOUR;
  const back = new Date(noon + 8 * HOUR);
  const same = back.getUTCMonth() + 1 === parts.month && back.getUTCDate() === parts.day;
  return same && year >= 2000 && year < 2100 ? startOfDay(noon) : null;
};

/** Exports are in order: a time that stands alone and lies hours before the last message is the next day's. */
const NEXT_DAY: number = 6 * HOUR;

/** The moment of a bare time of day, after `last`. */
export const after = (last: Instant, time: TimeOfDay): Instant => {
  const today = startOfDay(last) + time;
  return last - today > NEXT_DAY ? today + DAY : today;
};
