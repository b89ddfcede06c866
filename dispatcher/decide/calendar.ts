import chineseDays from 'chinese-days';
import type { Break, Instant, Millis } from '../model.js';
import type { WorkingHours } from '../policy.js';
import { DAY, MINUTE, dateOf, startOfDay } from './time.js';

/** Is the instant's date a working day by the state calendar, holidays and make-up days (调休) counted? */
export const isWorkday = (at: Instant): boolean => chineseDays.isWorkday(dateOf(at));

/** One working day as plain working time (ms): the sum of its parts. */
export const workingDay = (hours: WorkingHours): Millis =>
  hours.parts.reduce((sum, part) => sum + (part.to - part.from) * MINUTE, 0);

type Stretch = { readonly from: Instant; readonly to: Instant };

/** The first stretch of working time that ends after `at`. Looks at most 60 days ahead (no holiday is longer). */
const nextWorking = (at: Instant, hours: WorkingHours): Stretch => {
  for (let day = 0; day < 60; day += 1) {
    const midnight = startOfDay(at) + day * DAY;
    if (!isWorkday(midnight)) continue;
    for (const part of hours.parts) {
      const to = midnight + part.to * MINUTE;
      if (to > at) return { from: midnight + part.from * MINUTE, to };
    }
  }
  return { from: at, to: Number.POSITIVE_INFINITY };
};

/**
 * The instant at which `span` ms of counted time have passed since `from`.
 * hours: the working hours that count, or null for round the clock. breaks: stretches in which the clock stood; one that still
 * stands (`to` null) ends nothing and is left out, the caller knows that the clock stands.
 */
export const addCounted = (
  from: Instant,
  span: Millis,
  hours: WorkingHours | null,
  breaks: readonly Break[],
): Instant => {
  const pauses = breaks
    .flatMap((b) => (b.to === null || b.to <= from ? [] : [{ from: b.from, to: b.to }]))
    .sort((a, b) => a.from - b.from);
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
    if (left <= end - at) return at + left;
    left -= end - at;
    at = end;
  }
};
