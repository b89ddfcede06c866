/** How a guaranteed event is named in the chat: when, where. */
import type { House } from '../decide/scene.js';
import { MINUTE, clockOf, dateOf, startOfDay, weekday } from '../decide/time.js';
import type { Guarantee, Instant, StaffId, UnitName } from '../model.js';
import { quoteWords, staffName, unitName } from './words.js';

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

const day = (at: Instant): string => `${dateOf(at).slice(5)}（${WEEKDAYS[weekday(at)] ?? ''}）`;

/** 「12-19（周六）08:00-18:00」; over several days both days with their times. An end at midnight is 24:00 of the day before. */
export const span = ({ from, to }: Pick<Guarantee, 'from' | 'to'>): string => {
  const end = startOfDay(to) === to ? { day: to - MINUTE, time: '24:00' } : { day: to, time: clockOf(to) };
  return startOfDay(from) === startOfDay(end.day)
    ? `${day(from)}${clockOf(from)}-${end.time}`
    : `${day(from)}${clockOf(from)} 至 ${day(end.day)}${end.time}`;
};

const SHOWN = 5;

/** 「潞河中学、运河中学 共 2 家」; a long list is cut, with its number. */
export const unitList = (units: readonly UnitName[], house: House, shown = SHOWN): string => {
  const names = units.map((unit) => unitName(unit, house) ?? unit);
  if (names.length === 1) return names.join('');
  return names.length <= shown
    ? `${names.join('、')} 共 ${names.length} 家`
    : `${names.slice(0, shown).join('、')}等 ${names.length} 家`;
};

/** The name as it was typed, masked and cut as everything that people type. */
export const title = (event: Guarantee): string => quoteWords(event.name, 40);

/** Name, time, units, in one line. */
export const lineOfEvent = (event: Guarantee, house: House): string =>
  `${title(event)}，${span(event)}，${unitList(event.units, house)}`;

/** People by name. */
export const names = (ids: readonly StaffId[], house: House): string =>
  ids.map((id) => staffName(id, house)).join('、');
