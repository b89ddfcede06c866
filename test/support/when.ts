/** Times as the stories write them. */
import { DAY, HOUR, MINUTE, clockOf, dateOf, startOfDay } from '../../dispatcher/decide/time.js';
import type { Instant, Millis } from '../../dispatcher/model.js';

/** Monday 2026-11-23 10:42 in Shanghai: when every story begins. */
export const MONDAY: Instant = Date.UTC(2026, 10, 23, 2, 42);

const UNITS: Readonly<Record<string, Millis>> = { 秒: 1_000, 分钟: MINUTE, 小时: HOUR, 天: DAY };

/** 「15 分钟」「2 小时」「1 天」「30 秒」 in ms. Throws on anything else: a misspelt length must not pass as none. */
export const lengthOf = (words: string): Millis => {
  const [, count, unit] = /^\s*(\d+)\s*(秒|分钟|小时|天)\s*$/u.exec(words) ?? [];
  const size = UNITS[unit ?? ''];
  if (count === undefined || size === undefined) throw new Error(`no length of time: ${words}`);
  return Number(count) * size;
};

/** The next 「18:00」, 「明天 09:00」 or 「11-30 09:00」 after `now`. */
export const momentOf = (words: string, now: Instant): Instant => {
  const [, day, month, date, hour, minute] = /^(?:(明天)\s+|(\d\d)-(\d\d)\s+)?(\d\d):(\d\d)$/u.exec(words) ?? [];
  if (hour === undefined || minute === undefined) throw new Error(`no moment: ${words}`);
  const time = Number(hour) * HOUR + Number(minute) * MINUTE;
  const midnight =
    month === undefined
      ? startOfDay(now) + (day === undefined ? 0 : DAY)
      : startOfDay(Date.parse(`${dateOf(now).slice(0, 4)}-${month}-${date ?? ''}T12:00:00+08:00`));
  const at = midnight + time;
  if (at <= now) throw new Error(`${words} is over: it is ${dateOf(now)} ${clockOf(now)}`);
  return at;
};
