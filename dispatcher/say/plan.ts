/** What is said of planned cuts and changes (issue 4, «Planned work»). */
import type { Plan } from '../bulletin.js';
import type { PlanNews } from '../decide/desk-decision.js';
import type { Effect } from '../decision.js';
import type { Said } from '../ports.js';
import { span, unitList } from './guarantee-words.js';
import { lines, said, type Line } from './message.js';
import type { Stage } from './stage.js';
import { quoteWords, short, subject, when } from './words.js';

type Of<K extends Effect['kind']> = Extract<Effect, { kind: K }>;

/** 停电，12-01（周二）08:00-12:00，漷县中学、西集中学（变压器检修）. */
export const planLine = (plan: Plan, { house }: Stage): string => {
  const reason = plan.reason === '' ? '' : `（${quoteWords(plan.reason, 30)}）`;
  return `${quoteWords(plan.name, 20)}，${span(plan)}，${unitList(plan.units, house)}${reason}`;
};

const body = (news: Exclude<PlanNews, { kind: 'told' }>, stage: Stage): readonly Line[] => {
  switch (news.kind) {
    case 'made':
      return [
        `已登记计划：${planLine(news.plan, stage)}`,
        '前一天 18:30 和开始前 30 分钟在群里通知；期间这些单位报断网、断电只登记，结束后再问一次',
        `要改请说“计划 ${news.plan.name} 改为 …”，不做了说“取消计划 ${news.plan.name}”`,
      ];
    case 'moved':
      return [`已改期：${planLine(news.plan, stage)}`];
    case 'finished':
      return [`计划已结束：${quoteWords(news.plan.name, 20)}，等着的单现在去问报修人`];
    case 'list':
      return news.plans.length === 0
        ? ['没有登记的计划']
        : [`计划 ${news.plans.length} 项`, ...news.plans.map((plan) => `· ${planLine(plan, stage)}`)];
    default:
      return news satisfies never;
  }
};

/** Where it was ordered; the word before it to every group. */
export const planWords = (news: PlanNews, stage: Stage): readonly Said[] => {
  if (news.kind === 'told')
    return news.groups.map((chat) =>
      said(
        {
          ...{ kind: 'plan', class: 'info', chat, ticket: null },
          spans: lines(`📢 ${planLine(news.plan, stage)}`, '期间断网、断电不必报修，结束后没恢复再报'),
        },
        stage.mentions,
      ),
    );
  const { chat, replyTo } = news.at;
  return [
    said(
      { kind: 'plan', class: 'receipt', chat, replyTo, spans: lines(...body(news, stage)), ticket: null },
      stage.mentions,
    ),
  ];
};

/** One line to whoever reports what is planned: until when, and that it is kept. */
export const plannedLine = ({ ticket, name, until, at }: Of<'planned'>, stage: Stage): Said =>
  said(
    {
      ...{ kind: 'receipt', class: 'receipt', chat: at.chat, replyTo: at.replyTo, ticket, repeat: 'again' },
      spans: lines(
        `计划内的${quoteWords(name, 20)}，到 ${when(until, stage.now)} 结束；已登记 ${short(ticket)}，结束后再问您一次`,
      ),
    },
    stage.mentions,
  );

/** After its end, to the reporter, once. */
export const planOver = ({ ticket, by }: Of<'plan-over'>, stage: Stage): Said => {
  const { reporter, caller } = ticket;
  const chat = caller === null ? reporter.chat : ticket.home;
  const live = caller === null && chat.kind === 'group' && reporter.user !== '';
  const name = quoteWords(reporter.name, 12);
  return said(
    {
      ...{ kind: 'question', class: 'reminder', chat, ticket },
      spans: lines([
        ...(live ? [{ mention: reporter.user, name }, ' '] : [`${name}，`]),
        `计划已结束，${short(ticket)} ${subject(ticket, stage.house)} 恢复了吗？恢复了回复“${short(ticket)} 已恢复”；${when(by, stage.now)} 前没有回复就派人去看`,
      ]),
    },
    stage.mentions,
  );
};
