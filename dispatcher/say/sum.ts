/** How a deadline comes about, in words: 「周五 16:30 受理，4 个工作小时，周六补班 → 周六 11:30 到场」 (issue 4). */
import { workingDay, type OddDay } from '../decide/calendar.js';
import type { House } from '../decide/scene.js';
import { isObvious, sumOf, type Sum } from '../decide/sum.js';
import { DAY, HOUR, clockOf, dateOf, startOfDay, weekday } from '../decide/time.js';
import type { ClockKind } from '../decision.js';
import type { Instant, Ticket } from '../model.js';
import { CLOCK, WEEKDAYS, lasting, promised } from './words.js';

/** 今天, 周五, or the date where a weekday could be last week's or next week's. */
const dayName = (at: Instant, now: Instant): string => {
  const days = Math.round((startOfDay(at) - startOfDay(now)) / DAY);
  if (days === 0) return '今天';
  return Math.abs(days) < 7 ? (WEEKDAYS[weekday(at)] ?? '') : dateOf(at).slice(5);
};

const moment = (at: Instant, now: Instant): string => `${dayName(at, now)} ${clockOf(at)}`;

const same = (a: OddDay, b: OddDay): boolean =>
  a.what === b.what && (a.what !== 'holiday' || b.what !== 'holiday' || a.name === b.name);

/** Days of one kind that follow one another, together. */
const runs = (days: readonly OddDay[]): readonly (readonly [OddDay, ...OddDay[]])[] =>
  days.reduce<readonly (readonly [OddDay, ...OddDay[]])[]>((all, day) => {
    const last = all.at(-1);
    const before = last?.at(-1);
    return last !== undefined && before !== undefined && same(before, day) && day.day - before.day === DAY
      ? [...all.slice(0, -1), [...last, day]]
      : [...all, [day]];
  }, []);

const runWords = (run: readonly [OddDay, ...OddDay[]], now: Instant): string => {
  const [first] = run;
  const last = run.at(-1) ?? first;
  const each = run.map(({ day }) => dayName(day, now)).join('、');
  const stretch =
    run.length === 1 ? dayName(first.day, now) : `${dateOf(first.day).slice(5)} 至 ${dateOf(last.day).slice(5)}`;
  switch (first.what) {
    case 'weekend':
      return `${each}不计`;
    case 'made-up':
      return `${each}补班`;
    case 'holiday':
      return `${stretch} ${first.name}不计`;
    case 'off':
      return `${stretch} 放假不计`;
    default:
      return first satisfies never;
  }
};

const length = ({ span, working }: Sum, house: House): string =>
  working && span % HOUR === 0 && span % workingDay(house.policy.workingHours) !== 0
    ? `${span / HOUR} 个工作小时`
    : promised(span, working, workingDay(house.policy.workingHours));

const way = (sum: Sum, shown: readonly OddDay[], house: House, now: Instant): string =>
  [
    length(sum, house),
    ...runs(sum.days.filter(({ day }) => shown.every((one) => one.day !== day))).map((run) => runWords(run, now)),
    ...(sum.paused === 0 ? [] : [`挂起 ${lasting(sum.paused)}不计`]),
  ].join('，');

/**
 * The sums of those of these promises that run and are not obvious, in one line: beginning, length, what was left out, deadline; of the
 * second only what it has beyond the first. Null where everybody sees it at once.
 */
export const sumsOf = (ticket: Ticket, house: House, now: Instant, ...kinds: readonly ClockKind[]): string | null => {
  const sums = kinds.map((kind) => sumOf(ticket, house.policy, kind)).filter((sum) => sum !== null && !isObvious(sum));
  const parts = sums.flatMap((sum, i) => {
    if (sum === null) return [];
    const before = sums[i - 1] ?? null;
    const began = sum.kind === 'accept' ? '派单' : ticket.reopened > 0 ? '重新受理' : '受理';
    const start = before?.from === sum.from ? '' : `${moment(sum.from, now)} ${began}，`;
    return [`${start}${way(sum, before?.days ?? [], house, now)} → ${moment(sum.due, now)} ${CLOCK[sum.kind].act}`];
  });
  return parts.length === 0 ? null : parts.join('；');
};
