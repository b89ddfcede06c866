import chineseDays from 'chinese-days';
import type { Break, Instant, Millis } from '../model.js';
import type { SpecialDays, Vacation, WorkingHours } from '../policy.js';
import { DAY, MINUTE, dateOf, startOfDay, weekday } from './time.js';

/** Nothing announced beyond the library's table. */
const NO_DAYS: SpecialDays = { off: [], on: [], known: [] };

/**
 * Is the instant's date a working day: by what the project's calendar says of it, else by the state calendar, holidays and make-up days
 * (调休) counted?
 */
export const isWorkday = (at: Instant, days: SpecialDays = NO_DAYS): boolean => {
  const date = dateOf(at);
  if (days.off.includes(date)) return false;
  return days.on.includes(date) || chineseDays.isWorkday(date);
};

/** A day that the weekday alone does not explain, or at which nobody works. `name`: the holiday's. */
export type OddDay =
  | { readonly day: Instant; readonly what: 'weekend' | 'off' | 'made-up' }
  | { readonly day: Instant; readonly what: 'holiday'; readonly name: string };

/** What is odd about the date of `at`; null for a weekday that is worked. `day` is its midnight. */
export const oddDay = (at: Instant, days: SpecialDays): OddDay | null => {
  const day = startOfDay(at);
  const date = dateOf(at);
  const weekend = weekday(at) === 0 || weekday(at) === 6;
  if (isWorkday(at, days)) return weekend || days.on.includes(date) ? { day, what: 'made-up' } : null;
  if (days.off.includes(date)) return { day, what: 'off' };
  // 'National Day,国庆节,3' for a holiday, 'Saturday' for a day that is none.
  const name = chineseDays.getDayDetail(date).name.split(',')[1];
  return name === undefined ? { day, what: 'weekend' } : { day, what: 'holiday', name };
};

/** Does the library know the year's holidays? In a year it does not know, the week of the national day looks like any other. */
const inLibrary = (year: number): boolean =>
  [1, 2, 3, 4, 5, 6, 7].every((day) => chineseDays.isHoliday(`${year}-10-0${day}`));

/** How long before the end of the known years it is time to say so. */
const AHEAD: Millis = 60 * DAY;

/** Up to when the holidays are known, seen from `now`: the end of the last year known in a row; of an unknown year its beginning. */
export const knownUntil = (now: Instant, days: SpecialDays): Instant => {
  let year = Number(dateOf(now).slice(0, 4));
  while (inLibrary(year) || days.known.includes(year)) year += 1;
  return Date.parse(`${year}-01-01T00:00:00+08:00`);
};

/** The end of the known holidays, where it is less than 60 days off; else null. */
export const runsOut = (now: Instant, days: SpecialDays): Instant | null => {
  const end = knownUntil(now, days);
  return end - now < AHEAD ? end : null;
};

/** The schools' vacation at that instant; null in term. */
export const vacationAt = (at: Instant, vacations: readonly Vacation[]): Vacation | null => {
  const date = dateOf(at);
  return vacations.find(({ from, to }) => from <= date && date <= to) ?? null;
};

/** One working day as plain working time (ms): the sum of its parts. */
export const workingDay = (hours: WorkingHours): Millis =>
  hours.parts.reduce((sum, part) => sum + (part.to - part.from) * MINUTE, 0);

/** Counted time, half-open. */
export type Stretch = { readonly from: Instant; readonly to: Instant };

/** The first stretch of working time that ends after `at`. Looks at most 60 days ahead (no holiday is longer). */
const nextWorking = (at: Instant, hours: WorkingHours): Stretch => {
  for (let day = 0; day < 60; day += 1) {
    const midnight = startOfDay(at) + day * DAY;
    if (!isWorkday(midnight, hours.days)) continue;
    for (const part of hours.parts) {
      const to = midnight + part.to * MINUTE;
      if (to > at) return { from: midnight + part.from * MINUTE, to };
    }
  }
  return { from: at, to: Number.POSITIVE_INFINITY };
};

/**
 * The stretches that are counted from `from` until `span` ms of them have passed, in order; the last ends at the deadline.
 * hours: the working hours that count, or null for round the clock. breaks: stretches in which the clock stood; one that still
 * stands (`to` null) ends nothing and is left out, the caller knows that the clock stands.
 */
export const countedFrom = (
  from: Instant,
  span: Millis,
  hours: WorkingHours | null,
  breaks: readonly Break[],
): readonly [Stretch, ...Stretch[]] => {
  const pauses = breaks
    .flatMap((b) => (b.to === null || b.to <= from ? [] : [{ from: b.from, to: b.to }]))
    .sort((a, b) => a.from - b.from);
  const counted: Stretch[] = [];
  let at = from;
  let left = span;
  for (;;) {
    const stretch = hours === null ? { from: at, to: Number.POSITIVE_INFINITY } : nextWorking(at, hours);
    at = Math.max(at, stretch.from);
    const inside = pauses.find((p) => p.from <= at && at < p.to);
    if (inside !== undefined) {
      at = inside.to;
      continue;
    }
    const end = Math.min(stretch.to, ...pauses.filter((p) => p.from > at).map((p) => p.from));
    const last = { from: at, to: Math.min(end, at + left) };
    const [first, ...more] = [...counted, last];
    if (left <= end - at) return [first ?? last, ...more];
    counted.push(last);
    left -= end - at;
    at = end;
  }
};

/** The instant at which `span` ms of counted time have passed since `from` (`countedFrom`). */
export const addCounted = (
  from: Instant,
  span: Millis,
  hours: WorkingHours | null,
  breaks: readonly Break[],
): Instant => countedFrom(from, span, hours, breaks).at(-1)?.to ?? from;
