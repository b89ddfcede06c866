import type { ClockKind } from '../decision.js';
import type { Category, Instant, Level, Millis, Ticket, TicketState, UnitName } from '../model.js';
import { clockOf, dateOf, DAY, MINUTE, startOfDay, weekday } from '../decide/time.js';
import type { House } from '../decide/scene.js';
import { maskPhones } from './mask.js';

/** The level as it is always said (design.md 5), with its sign (voice.md 6). */
export const LEVEL: Readonly<Record<Level, { readonly name: string; readonly sign: string }>> = {
  1: { name: '一级故障', sign: '🔴' },
  2: { name: '二级故障', sign: '🟠' },
  3: { name: '三级异常', sign: '🔵' },
};

/** States for people. */
export const STATE: Readonly<Record<TicketState, string>> = {
  unassigned: '待派单',
  offered: '派单待接',
  accepted: '已接单',
  arrived: '已到场',
  suspended: '挂起',
  resolved: '已办结',
  closed: '已关闭',
  cancelled: '已撤单',
  merged: '已并单',
};

export const CLOCK: Readonly<Record<ClockKind, { readonly limit: string; readonly act: string }>> = {
  accept: { limit: '接单时限', act: '接单' },
  arrive: { limit: '到场时限', act: '到场' },
  resolve: { limit: '修复时限', act: '修复' },
};

export const CATEGORY: Readonly<Record<Category, string>> = {
  campus: '校园网',
  fibre: '光缆',
  metro: '城域网',
  room: '机房',
  wireless: '无线',
  virtual: '虚拟化',
  backup: '数据备份',
  video: '视频会议',
  security: '网络安全',
  surveillance: '监控网络',
  event: '活动保障',
  platform: '运维平台',
  support: '技术支持',
};

export const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

/** A moment as people say it (voice.md 4): the time today, 明天 with the time, else the date with its weekday. */
export const when = (at: Instant, now: Instant): string => {
  const days = Math.round((startOfDay(at) - startOfDay(now)) / DAY);
  if (days === 0) return clockOf(at);
  if (days === 1) return `明天 ${clockOf(at)}`;
  if (days === -1) return `昨天 ${clockOf(at)}`;
  return `${dateOf(at).slice(5)} ${WEEKDAYS[weekday(at)] ?? ''} ${clockOf(at)}`;
};

/** A length of time as people say it: never bare minutes over an hour (voice.md 4). At least one minute. */
export const lasting = (span: Millis): string => {
  const minutes = Math.max(1, Math.round(span / MINUTE));
  if (minutes < 60) return `${minutes} 分钟`;
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const parts = [
    ...(days > 0 ? [`${days} 天`] : []),
    ...(hours > 0 ? [`${hours} 小时`] : []),
    ...(rest > 0 && days === 0 ? [`${rest} 分`] : []),
  ];
  return parts.join(' ');
};

/** A length of working time: whole working days of `workday` ms are said as such, so that nobody takes 24 hours for a day. */
export const lastingWorked = (span: Millis, workday: Millis): string => {
  const days = Math.floor(span / workday);
  const rest = span - days * workday;
  return [...(days > 0 ? [`${days} 个工作日`] : []), ...(days === 0 || rest >= MINUTE ? [lasting(rest)] : [])].join(
    ' ',
  );
};

/** A promise's length for people: working time over a day is said in working days of the policy. */
export const promised = (span: Millis, working: boolean, workday: Millis): string =>
  working && span % workday === 0 ? `${span / workday} 个工作日` : working ? `${lasting(span)}工作时间` : lasting(span);

/** The last four digits, as people call a ticket in talk. */
export const short = (ticket: Ticket): string => ticket.no.slice(-4);

/** The unit as people say it. */
export const unitName = (unit: UnitName | null, house: House): string | null =>
  unit === null ? null : (house.units.get(unit)?.short ?? unit);

/** Unit and place, what is known of them. */
export const whereOf = (ticket: Ticket, house: House): string =>
  [unitName(ticket.unit, house) ?? ticket.room, ticket.place === null ? null : maskPhones(ticket.place)]
    .filter((part) => part !== null)
    .join(' ');

/** Where and what, in one line; a number typed among the words is masked. */
export const subject = (ticket: Ticket, house: House): string => {
  const where = whereOf(ticket, house);
  const fault = maskPhones(ticket.fault);
  return where === '' ? fault : `${where}：${fault}`;
};

/** The level's reason in the reporter's own words (voice.md 3). */
export const because = (ticket: Ticket): string => {
  const { words, meaning } = ticket.reason;
  if (words === '' && meaning === '') return '';
  return words === '' ? `（${maskPhones(meaning)}）` : `（“${quoteWords(words, 14)}”，${meaning}）`;
};

/** Number and level. */
export const title = (ticket: Ticket): string => `${ticket.no} · ${LEVEL[ticket.level].name}`;

/** A member of staff's name, by id. */
export const staffName = (id: string, house: House): string => house.staff.find((s) => s.id === id)?.name ?? id;

/** Somebody's words in one line, cut to a length (characters) that a phone shows. Numbers in them stay whole: for the engineer alone. */
export const cutWords = (words: string, length = 60): string => {
  const line = words.replace(/\s+/gu, ' ').trim();
  const chars = [...line];
  return chars.length <= length ? line : `${chars.slice(0, length - 1).join('')}…`;
};

/** The same for everybody: every telephone number in the words is masked. */
export const quoteWords = (words: string, length = 60): string => cutWords(maskPhones(words), length);
