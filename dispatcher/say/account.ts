import { workingDay } from '../decide/calendar.js';
import { clocksOf } from '../decide/sla.js';
import { workedBetween } from '../decide/worked.js';
import type { Millis, Ticket } from '../model.js';
import type { Stage } from './stage.js';
import { lasting, lastingWorked, promised, when } from './words.js';

/** 「10:47 受理 · 11:58 接单 · 12:40 到场 · 13:25 修复，用时 2 小时 38 分（时限 8 小时）」 */
export const account = (ticket: Ticket, stage: Stage): string => {
  if (!('resolvedAt' in ticket)) return '';
  const { house, now } = stage;
  const clock = clocksOf(ticket, house.policy).find((c) => c.kind === 'resolve');
  const working = house.policy.sla[ticket.level].hours === 'working';
  const workday = workingDay(house.policy.workingHours);
  const limit = clock === undefined ? '' : promised(clock.span, working, workday);
  const paused = ticket.breaks.reduce((sum, b) => sum + ((b.to ?? ticket.resolvedAt) - b.from), 0);
  const { clockFrom, resolvedAt } = ticket;
  // Measured as it was promised: against working days in working time, unless all of it lay outside.
  const worked = workedBetween(ticket, house.policy, clockFrom, resolvedAt);
  const outside = working && worked === 0 && resolvedAt > clockFrom;
  const took = outside ? resolvedAt - clockFrom - paused : worked;
  const measured = !working ? '' : outside ? '非工作时间，' : '工作时间，';
  const over = clock === undefined ? 0 : workedBetween(ticket, house.policy, clock.due, resolvedAt);
  const length = (span: Millis): string => (working && !outside ? lastingWorked(span, workday) : lasting(span));
  const late = over > 0 ? `，超时 ${length(over)}` : '';
  const steps = [
    `${when(ticket.reportedAt, now)} 受理`,
    ...(ticket.reopened > 0 ? [`${when(ticket.clockFrom, now)} 重新受理`] : []),
    `${when(ticket.acceptedAt, now)} 接单`,
    ...(ticket.arrivedAt === null ? [] : [`${when(ticket.arrivedAt, now)} 到场`]),
    `${when(ticket.resolvedAt, now)} 修复`,
  ].join(' · ');
  return `${steps}，用时 ${length(took)}（${measured}时限 ${limit}${paused > 0 ? `，已扣除挂起 ${lasting(paused)}` : ''}）${late}`;
};
