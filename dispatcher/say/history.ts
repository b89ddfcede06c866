/** All that happened to a ticket, a line each (issue 4, «ticket history in one view»). */
import type { AskEffect } from '../decide/ask.js';
import { assertNever } from '../decide/never.js';
import { isOpen } from '../decide/sla.js';
import type { Actor, Ticket, TicketEvent } from '../model.js';
import { maskPhones } from './mask.js';
import type { Line } from './message.js';
import type { Stage } from './stage.js';
import { sumsOf } from './sum.js';
import { standing } from './ticket.js';
import { LEVEL, quoteWords, staffName, subject, title, unitName, when } from './words.js';
import { reasons } from './why.js';

/** Who did it; in whose place. */
const by = (actor: Actor): string =>
  actor === 'clock' ? '小通' : `${maskPhones(actor.name)}${actor.via === undefined ? '' : `（${actor.via.name} 代）`}`;

const quoted = (words: string): string => (words === '' ? '' : `：${quoteWords(words, 40)}`);

/** What a timer did, by its kind; those that only remind are left out. */
const TIMERS: Readonly<Record<string, string>> = {
  'accept-due': '过接单时限，再次提醒',
  'arrive-due': '过到场时限，已告知负责人',
  'arrive-late': '到场超时较久，已告知项目经理',
  'arrive-ask': '过到场时限，已问处理人',
  'resolve-due': '过修复时限，已告知负责人',
  'resolve-late': '修复超时较久，已告知项目经理',
  'suspend-check': '挂起较久，已询问',
  nearby: '顺路的单已告知处理人',
};

const corrected = ({ set }: Extract<TicketEvent, { kind: 'corrected' }>, { house }: Stage): string =>
  [
    ...(set.level === undefined ? [] : [`改为${LEVEL[set.level].name}`]),
    ...(set.unit === undefined ? [] : [`单位改为 ${unitName(set.unit, house) ?? '待定'}`]),
    ...(set.category === undefined ? [] : ['类别已改']),
  ].join('，');

/** One event; null for what people need not read. */
const words = (event: TicketEvent, ticket: Ticket, stage: Stage): string | null => {
  const { house } = stage;
  switch (event.kind) {
    case 'reported':
      return `${by(event.by)} 报修${quoted(event.text)}`;
    case 'supplemented':
      return event.by === 'clock' ? null : `${by(event.by)} 补充${quoted(event.text)}`;
    case 'asked':
      return null;
    case 'joined':
      return `${maskPhones(event.member.name)} 也报了${quoted(event.text)}`;
    case 'offered':
      return `派给 ${staffName(event.to, house)}${event.because === undefined ? '' : `（${reasons(event.because, ticket, house)}）`}`;
    case 'stranded':
      return '暂时没有人可派，等人空出来';
    case 'accepted':
      return `${by(event.by)} 接单`;
    case 'declined':
      return event.by === 'clock'
        ? `${staffName(event.who, house)} ${event.reason}`
        : `${by(event.by)} 转派${quoted(event.reason)}`;
    case 'arrived':
      return `${by(event.by)} 到场`;
    case 'progressed':
      return `${by(event.by)} 进展${quoted(event.text)}`;
    case 'suspended':
      return `${by(event.by)} 挂起${quoted(event.reason)}`;
    case 'resumed':
      return `${by(event.by)} 继续处理`;
    case 'resolved':
      return `${by(event.by)} 办结${quoted(event.resolution)}`;
    case 'recovered':
      return `${by(event.by)} 告知已恢复`;
    case 'reopened':
      return `${by(event.by)} 重新打开${quoted(event.text)}`;
    case 'urged':
      return `${by(event.by)} 催单`;
    case 'rated':
      return `${by(event.by)} 评 ${event.rating.score} 分${quoted(event.rating.words)}`;
    case 'closed':
      return `${by(event.by)} 关闭`;
    case 'cancelled':
      return `${by(event.by)} 撤单${quoted(event.reason)}`;
    case 'merged':
      return `并入 ${event.into.slice(-4)}`;
    case 'corrected':
      return `${by(event.by)} 更正：${corrected(event, stage)}${quoted(event.why)}`;
    case 'told': {
      const [kind = ''] = event.timer.split(':');
      return TIMERS[kind] ?? null;
    }
    case 'gathered':
      return `并入事件 ${event.incident}`;
    case 'released':
      return '移出事件，单独派单';
    case 'restored':
      return `随事件修复${quoted(event.resolution)}`;
    default:
      return assertNever(event);
  }
};

/** As many lines as a phone shows; the newest are kept. */
const SHOWN = 24;

/** The ticket's head, its log, and where it is open how it stands and how its deadlines come about. */
export const historyLines = (effect: Extract<AskEffect, { kind: 'history' }>, stage: Stage): readonly Line[] => {
  const { ticket, log } = effect;
  const { house, now } = stage;
  const told = log.flatMap((event) => {
    const line = words(event, ticket, stage);
    return line === null ? [] : [`${when(event.at, now)} ${line}`];
  });
  const hidden = told.length - SHOWN;
  return [
    `${title(ticket)} ${subject(ticket, house)}`,
    hidden > 0 ? `（前面还有 ${hidden} 条）` : '',
    ...told.slice(-SHOWN),
    isOpen(ticket) ? `现在：${standing(ticket, house, now)}` : '',
    isOpen(ticket) ? (sumsOf(ticket, house, now, 'arrive', 'resolve') ?? '') : '',
  ];
};
