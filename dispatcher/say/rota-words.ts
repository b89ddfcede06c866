/** How days, people and jobs of the rota are named in the chat. */
import { MINUTE, clockOf, dateOf, startOfDay, weekday } from '../decide/time.js';
import type { House } from '../decide/scene.js';
import type { Instant, StaffId, Ticket } from '../model.js';
import { WEEKDAYS, short, staffName, unitName } from './words.js';

/** 「11-23（周一）」. */
export const dayOf = (at: Instant): string => `${dateOf(at).slice(5)}（${WEEKDAYS[weekday(at)] ?? ''}）`;

/** The last day of a stretch that ends at `to`, with its time where it is not whole. */
export const lastDay = (to: Instant): string =>
  startOfDay(to) === to ? dayOf(to - MINUTE) : `${dayOf(to)}${clockOf(to)}`;

/** 「11-23（周一）至 11-25（周三）」, with the times where the days are not whole. An end at midnight is the day before. */
export const daysOf = (from: Instant, to: Instant): string => {
  const last = startOfDay(to) === to ? to - MINUTE : to;
  const whole = startOfDay(from) === from && startOfDay(to) === to;
  const end = startOfDay(to) === to ? '24:00' : clockOf(to);
  const same = startOfDay(from) === startOfDay(last);
  if (whole) return same ? dayOf(from) : `${dayOf(from)}至 ${dayOf(last)}`;
  return same ? `${dayOf(from)}${clockOf(from)}-${end}` : `${dayOf(from)}${clockOf(from)} 至 ${dayOf(last)}${end}`;
};

/** People by name. */
export const names = (ids: readonly StaffId[], house: House): string =>
  ids.map((id) => staffName(id, house)).join('、');

const SHOWN = 6;

/** 「0017 张家湾中学、0021 漷县中学」; a long list is cut, with its number. */
export const jobList = (tickets: readonly Ticket[], house: House): string => {
  const some = tickets.slice(0, SHOWN).map((t) => `${short(t)} ${unitName(t.unit, house) ?? t.room ?? ''}`.trim());
  return tickets.length > SHOWN ? `${some.join('、')}等 ${tickets.length} 单` : some.join('、');
};
