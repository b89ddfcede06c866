/**
 * How times, names and counts are written. Pure; every time is in ms since the epoch and read in Beijing (always +8).
 * @typedef {{ late: boolean, text: string }} Remaining
 */

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const ZONE = 8 * HOUR;
const WEEKDAYS = '日一二三四五六';

/** @param {number} at */
const shifted = (at) => new Date(at + ZONE).toISOString();

/** 14:05 @param {number} at */
export const hm = (at) => shifted(at).slice(11, 16);

/** 14:05:09 @param {number} at */
export const hms = (at) => shifted(at).slice(11, 19);

/** 2026-11-22 @param {number} at */
export const dayOf = (at) => shifted(at).slice(0, 10);

/** 11月22日 周日 @param {number} at */
export function dateLabel(at) {
  const [, month, day] = dayOf(at).split('-').map(Number);
  return `${month}月${day}日 周${WEEKDAYS[new Date(at + ZONE).getUTCDay()]}`;
}

/**
 * The day as people say it, seen from `now`: 今天, 明天, 后天, 昨天, else the date.
 * @param {number} at
 * @param {number} now
 */
export function dayLabel(at, now) {
  const days = Math.floor((at + ZONE) / DAY) - Math.floor((now + ZONE) / DAY);
  return { '-1': '昨天', 0: '今天', 1: '明天', 2: '后天' }[days] ?? dateLabel(at);
}

/**
 * A deadline in a narrow place: 14:30, 明天 08:00, 11-25 08:00.
 * @param {number} due
 * @param {number} now
 */
export function dueLabel(due, now) {
  const day = dayLabel(due, now);
  if (day === '今天') return hm(due);
  return day.length === 2 ? `${day} ${hm(due)}` : `${dayOf(due).slice(5)} ${hm(due)}`;
}

/**
 * A length of time that runs: 04:12, 1:52:10, 2 天 3 小时.
 * @param {number} ms not negative
 */
export function countdown(ms) {
  const seconds = Math.floor(ms / 1000);
  /** @param {number} n */
  const two = (n) => String(n).padStart(2, '0');
  if (ms >= DAY) {
    const hours = Math.floor((ms % DAY) / HOUR);
    return `${Math.floor(ms / DAY)} 天${hours > 0 ? ` ${hours} 小时` : ''}`;
  }
  const minutes = Math.floor(seconds / 60);
  if (ms >= HOUR) return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
  return `${two(minutes)}:${two(seconds % 60)}`;
}

/**
 * What is left until `due`, or how long it is past.
 * @param {number} due
 * @param {number} now
 * @returns {Remaining}
 */
export function remaining(due, now) {
  return due >= now
    ? { late: false, text: countdown(due - now) }
    : { late: true, text: `超时 ${countdown(now - due)}` };
}

/** The next eight o'clock in the morning after `now`. @param {number} now */
export function nextMorning(now) {
  const today = Math.floor((now + ZONE) / DAY) * DAY - ZONE + 8 * HOUR;
  return today > now ? today : today + DAY;
}

/**
 * What stands in an avatar: the surname of 王老师 (and the first letter of 陌生人), the given name of 赵高斌, two letters of an id.
 * @param {string} name
 */
export function initials(name) {
  const letters = [...name.trim()];
  if (letters.length === 0) return '?';
  if (!/\p{Script=Han}/u.test(name)) return letters.slice(0, 2).join('').toUpperCase();
  if (/(老师|主任|园长|校长|师傅|^陌生人)$/.test(name)) return letters[0] ?? '?';
  return letters.slice(-2).join('');
}

/** One of eight colours, the same for the same id. @param {string} id */
export function hueOf(id) {
  let sum = 7;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return sum % 8;
}

/** A count in a badge. @param {number} count */
export const badge = (count) => (count > 99 ? '99+' : String(count));

/** A unit without the district that all of them are in. @param {string} unit */
export const shortUnit = (unit) => unit.replace(/^北京市通州区(?=.)/, '');
