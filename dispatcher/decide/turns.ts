import type { Instant } from '../model.js';
import type { Policy } from '../policy.js';
import { isWorkday } from './calendar.js';
import { DAY, HOUR, MINUTE, dateOf, startOfDay } from './time.js';

/** A turn of the calendar: its id is made of its date, so that it is taken once. */
export type Turn = { readonly id: string; readonly at: Instant };

const digestOf = (day: Instant, policy: Policy): Turn => ({
  id: `digest:${dateOf(day)}`,
  at: startOfDay(day) + policy.digestAt * MINUTE,
});

/** Today's turns that have come by `now`; on days off there are none. */
export const turnsDue = (now: Instant, policy: Policy): readonly Turn[] => {
  const turn = digestOf(now, policy);
  return isWorkday(now) && turn.at <= now ? [turn] : [];
};

/** The next turn after `now`, at most 60 days ahead; null beyond. */
export const nextTurn = (now: Instant, policy: Policy): Turn | null => {
  for (let day = 0; day <= 60; day += 1) {
    const midnight = startOfDay(now) + day * DAY;
    const turn = digestOf(midnight + HOUR, policy);
    if (turn.at > now && isWorkday(midnight + HOUR)) return turn;
  }
  return null;
};
