import type { ClockKind } from '../decision.js';
import type { House } from '../decide/scene.js';
import { acceptCounts, clockOfKind } from '../decide/sla.js';
import type { Instant, Ticket } from '../model.js';
import { assertNever } from '../decide/never.js';
import { CLOCK, quoteWords, short, staffName, subject, when } from './words.js';

/** Has the engineer time to accept that is worth a word? Where it is over, or would end after the time to be there, it is said at once. */
const acceptInTime = (ticket: Ticket, house: House, now: Instant): boolean =>
  acceptCounts(ticket, house.policy) && now < (clockOfKind(ticket, house.policy, 'accept')?.due ?? now);

/** 「12:47 前到场」, or once it is over 「到场已超时（应 12:47）」; null where the promise does not run. */
const promise = (ticket: Ticket, house: House, now: Instant, kind: ClockKind): string | null => {
  const clock = clockOfKind(ticket, house.policy, kind);
  if (clock === null || clock.doneAt !== null) return null;
  if (kind === 'accept' && !acceptInTime(ticket, house, now)) return '请马上接单';
  const due = when(clock.due, now);
  return now >= clock.due ? `${CLOCK[kind].act}已超时（应 ${due}）` : `${due} 前${CLOCK[kind].act}`;
};

/** 「12:05 前接单，13:50 前到场」: each promise that still runs, of the kinds asked for; one that is past says so. */
export const limits = (ticket: Ticket, house: House, now: Instant, ...kinds: readonly ClockKind[]): string =>
  kinds
    .map((kind) => promise(ticket, house, now, kind))
    .filter((words) => words !== null)
    .join('，');

/** The same behind other words, with its comma; '' where nothing of it runs. */
export const limitsAfter = (ticket: Ticket, house: House, now: Instant, ...kinds: readonly ClockKind[]): string => {
  const words = limits(ticket, house, now, ...kinds);
  return words === '' ? '' : `，${words}`;
};

/** Who is on it and how far, with the promise that runs, in one line. */
export const standing = (ticket: Ticket, house: House, now: Instant): string => {
  switch (ticket.state) {
    case 'offered':
      return `${holding(ticket, house, now)}${waitingFor(ticket, house, now)}`;
    case 'accepted':
      // Somebody was there before him: then the repair is what is promised next.
      return `${holding(ticket, house, now)}${limitsAfter(ticket, house, now, ticket.reachedAt === null ? 'arrive' : 'resolve')}`;
    case 'arrived':
      return `${holding(ticket, house, now)}${limitsAfter(ticket, house, now, 'resolve')}`;
    case 'unassigned':
    case 'suspended':
    case 'resolved':
    case 'closed':
    case 'cancelled':
    case 'merged':
      return holding(ticket, house, now);
    default:
      return assertNever(ticket);
  }
};

/** Until when the engineer has time to accept, told to others; where that is over or makes no sense any more, how it stands with being there. */
const waitingFor = (ticket: Ticket, house: House, now: Instant): string =>
  limitsAfter(ticket, house, now, acceptInTime(ticket, house, now) ? 'accept' : 'arrive');

/** Who is on it and how far, without a promise. */
export const holding = (ticket: Ticket, house: House, now: Instant): string => {
  switch (ticket.state) {
    case 'unassigned':
      return ticket.why === 'unit'
        ? '待确认学校'
        : ticket.why.startsWith('plan:')
          ? '计划内，结束后再问'
          : '正在协调人员';
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

/** That the engineer has not accepted in time. */
export const unaccepted = (ticket: Ticket, house: House, now: Instant): string => {
  const clock = clockOfKind(ticket, house.policy, 'accept');
  return clock === null || !acceptCounts(ticket, house.policy)
    ? '还没接单，请马上接单'
    : `已过接单时限（${when(clock.due, now)}），请尽快接单`;
};
