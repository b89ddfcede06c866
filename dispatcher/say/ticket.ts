import type { ClockKind } from '../decision.js';
import type { House } from '../decide/scene.js';
import { clockOfKind } from '../decide/sla.js';
import type { Instant, Ticket } from '../model.js';
import { assertNever } from '../decide/never.js';
import { CLOCK, quoteWords, short, staffName, subject, when } from './words.js';

/** 「12:05 前接单」 for each promise that still runs, of the kinds asked for. */
export const limits = (ticket: Ticket, house: House, now: Instant, ...kinds: readonly ClockKind[]): string =>
  kinds
    .flatMap((kind) => {
      const clock = clockOfKind(ticket, house.policy, kind);
      return clock === null || clock.doneAt !== null ? [] : [`${when(clock.due, now)} 前${CLOCK[kind].act}`];
    })
    .join('，');

/** 「12:47 前到场」, or once it is over 「到场已超时（应 12:47 前）」; '' where the promise does not run. */
const promise = (ticket: Ticket, house: House, now: Instant, kind: ClockKind): string => {
  const clock = clockOfKind(ticket, house.policy, kind);
  if (clock === null || clock.doneAt !== null) return '';
  const due = when(clock.due, now);
  return now > clock.due ? `，${CLOCK[kind].act}已超时（应 ${due} 前）` : `，${due} 前${CLOCK[kind].act}`;
};

/** Who is on it and how far, with the promise that runs, in one line. */
export const standing = (ticket: Ticket, house: House, now: Instant): string => {
  const next = { offered: 'accept', accepted: 'arrive', arrived: 'resolve' } as const;
  const running = ticket.state === 'offered' || ticket.state === 'accepted' || ticket.state === 'arrived';
  return `${holding(ticket, house, now)}${running ? promise(ticket, house, now, next[ticket.state]) : ''}`;
};

/** Who is on it and how far, without a promise. */
export const holding = (ticket: Ticket, house: House, now: Instant): string => {
  switch (ticket.state) {
    case 'unassigned':
      return ticket.why === 'unit' ? '待确认学校' : '正在协调人员';
    case 'offered':
      return `已派 ${staffName(ticket.assignee, house)}，等待接单`;
    case 'accepted':
      return `${staffName(ticket.assignee, house)} ${when(ticket.acceptedAt, now)} 已接单`;
    case 'arrived':
      return `${staffName(ticket.assignee, house)} ${when(ticket.arrivedAt, now)} 已到场`;
    case 'suspended':
      return `${staffName(ticket.assignee, house)} 已挂起：${quoteWords(ticket.why, 30)}`;
    case 'resolved':
    case 'closed':
      return `${staffName(ticket.assignee, house)} ${when(ticket.resolvedAt, now)} 已办结`;
    case 'cancelled':
      return '已撤单';
    case 'merged':
      return `已并入 ${ticket.into.slice(-4)}`;
    default:
      return assertNever(ticket);
  }
};

/** One ticket in a list: number, where and what, how it stands. */
export const listLine = (ticket: Ticket, house: House, now: Instant): string =>
  `${short(ticket)} ${subject(ticket, house)}；${standing(ticket, house, now)}`;

/** When a promise falls due, in words; '' where it does not run. */
export const dueWords = (ticket: Ticket, house: House, now: Instant, kind: ClockKind): string => {
  const clock = clockOfKind(ticket, house.policy, kind);
  return clock === null ? '' : when(clock.due, now);
};
