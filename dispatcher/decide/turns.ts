import type { Instant } from '../model.js';
import type { Policy } from '../policy.js';
import { isWorkday } from './calendar.js';
import { guaranteeTurnsDue, nextGuaranteeTurn } from './guarantee-turns.js';
import { INSPECTION_TURNS } from './inspection-turns.js';
import { NOTICE_TURNS } from './notice.js';
import { PLAN_TURNS } from './plan.js';
import { nextRotaTurn, rotaTurnsDue } from './rota-turns.js';
import { DAY, HOUR, MINUTE, dateOf, startOfDay } from './time.js';
import type { Calendar, Turn, TurnSource } from './turn.js';

const digestOf = (day: Instant, policy: Policy): Turn => ({
  kind: 'digest',
  id: `digest:${dateOf(day)}`,
  at: startOfDay(day) + policy.digestAt * MINUTE,
  since: startOfDay(day),
  staff: null,
});

/** The day's digest: today's where it has come by now; on days off there is none. The next one, at most 60 days ahead. */
const DIGEST: TurnSource = {
  due: ({ now, policy }) => {
    const turn = digestOf(now, policy);
    return isWorkday(now, policy.workingHours.days) && turn.at <= now ? [turn] : [];
  },
  next: ({ now, policy }) => {
    for (let day = 0; day <= 60; day += 1) {
      const midnight = startOfDay(now) + day * DAY;
      const { at } = digestOf(midnight + HOUR, policy);
      if (at > now && isWorkday(midnight + HOUR, policy.workingHours.days)) return at;
    }
    return null;
  },
};

/** Every source of turns. Another kind of turn is another line here, and a handler in workers/turns.ts. */
const SOURCES: readonly TurnSource[] = [
  DIGEST,
  { due: guaranteeTurnsDue, next: nextGuaranteeTurn },
  { due: rotaTurnsDue, next: nextRotaTurn },
  NOTICE_TURNS,
  PLAN_TURNS,
  INSPECTION_TURNS,
];

/** Every turn that has come by now and is not out of date, the earliest first. */
export const turnsDue = (calendar: Calendar): readonly Turn[] =>
  SOURCES.flatMap((source) => source.due(calendar)).sort((a, b) => a.at - b.at);

/** When the next turn of any kind comes; null where none does. */
export const nextTurn = (calendar: Calendar): Instant | null =>
  SOURCES.map((source) => source.next(calendar)).reduce<Instant | null>(
    (first, at) => (at !== null && (first === null || at < first) ? at : first),
    null,
  );
