/** A ticket's history in one view: a line each, time, who, what; telephone numbers masked (issue 4, «TZ-… 记录»). */
import type { Actor, Reason, Ticket, TicketEvent, TimerKind } from '../model.js';
import { assertNever } from '../decide/never.js';
import { isOpen } from '../decide/sla.js';
import { clockOf, dateOf } from '../decide/time.js';
import type { Stage } from './stage.js';
import { sumsOf } from './sum.js';
import { holding } from './ticket.js';
import { CATEGORY, LEVEL, quoteWords, staffName, subject, title, unitName } from './words.js';

/** Words of people are cut to so many characters. */
const CUT = 40;

const who = (by: Actor): string => {
  if (by === 'clock') return '自动';
  const name = quoteWords(by.name, 12);
  return by.via === undefined ? name : `${quoteWords(by.via.name, 12)} 代 ${name}`;
};

const told = (text: string): string => (text.trim() === '' ? '' : `：${quoteWords(text, CUT)}`);

const TOLD: Readonly<Record<TimerKind, string>> = {
  'accept-warn': '快到接单时限，提醒',
  'accept-due': '已到接单时限，再派一次',
  'accept-again': '超时未接，问下一位',
  'arrive-warn': '快到到场时限，提醒',
  'arrive-due': '已过到场时限，报技术负责人',
  'arrive-late': '到场仍超时，报经理',
  'arrive-ask': '过了到场时限没有回音，询问工程师',
  'arrive-expired': '仍没有回音，接单作废',
  'resolve-warn': '快到修复时限，提醒',
  'resolve-due': '已过修复时限，报技术负责人',
  'resolve-late': '修复仍超时，报经理',
  beat: '到了报进展的时候，询问工程师',
  'retry-assign': '上次没派出去，再派一次',
  'suspend-check': '挂起较久，询问是否还要等',
  close: '办结后无异议，到期关闭',
  'incident-beat': '通报事件进展',
  'plan-end': '计划结束，问报修人是否恢复',
};

/** Why a timer spoke; its key begins with its kind. */
const timerWords = (key: string): string =>
  key.startsWith('nearby:') ? '告知附近还有单' : (TOLD[key.slice(0, key.indexOf(':')) as TimerKind] ?? '提醒');

const DUTY = { primary: '主责', secondary: '备岗', reserve: '后备' } as const;

const reasonWords = (reason: Reason, stage: Stage): string => {
  switch (reason.kind) {
    case 'on-duty':
      return '值班';
    case 'duty':
      return DUTY[reason.of];
    case 'near':
      return `就在${unitName(reason.unit, stage.house) ?? '附近'}`;
    case 'load':
      return `手上 ${reason.open} 单`;
    case 'named':
      return `${quoteWords(reason.by, 12)}指定`;
    case 'knows':
      return '上次是他修的';
    default:
      return assertNever(reason);
  }
};

const STRANDED: Readonly<Record<string, string>> = {
  'nobody on this duty': '该岗位没有排人',
  'everybody asked': '都问过了',
  'all busy': '人手都满了',
  'all away': '都请假了',
};

type Set = Extract<TicketEvent, { kind: 'supplemented' | 'corrected' }>['set'];

/** What a supplement or a correction changed. */
const setWords = ({ level, category, unit }: Set, stage: Stage): string => {
  const parts = [
    ...(level === undefined ? [] : [`定为${LEVEL[level].name}`]),
    ...(category === undefined ? [] : [`类别 ${CATEGORY[category]}`]),
    ...(unit === undefined || unit === null ? [] : [`单位 ${unitName(unit, stage.house) ?? unit}`]),
  ];
  return parts.length === 0 ? '' : `（${parts.join('，')}）`;
};

/** What happened, or null where a line would tell nobody anything. */
const what = (event: TicketEvent, stage: Stage): string | null => {
  const { house } = stage;
  switch (event.kind) {
    case 'reported':
      return `报修${told(event.text)}`;
    case 'supplemented':
      return `补充${told(event.text)}${setWords(event.set, stage)}`;
    case 'asked':
      return null;
    case 'joined':
      return `也报了这个故障${told(event.text)}`;
    case 'offered': {
      const why = (event.because?.reasons ?? []).map((reason) => reasonWords(reason, stage)).join('，');
      return `派给 ${staffName(event.to, house)}${why === '' ? '' : `（${why}）`}`;
    }
    case 'stranded':
      return `暂时派不出去${STRANDED[event.why] === undefined ? '' : `：${STRANDED[event.why] ?? ''}`}`;
    case 'accepted':
      return '接单';
    case 'declined': {
      const name = staffName(event.who, house);
      const own = event.by !== 'clock' && event.by.key === `staff:${event.who}`;
      return event.by === 'clock'
        ? `${name} ${event.reason === '' ? '超时未接单' : event.reason}`
        : `${own ? '转派' : `从 ${name} 转出`}${told(event.reason)}`;
    }
    case 'arrived':
      return '到场';
    case 'progressed':
      return `进展${told(event.text)}`;
    case 'suspended':
      return `挂起${told(event.reason)}`;
    case 'resumed':
      return '恢复处理';
    case 'resolved':
      return `办结${told(event.resolution)}`;
    case 'recovered':
      return `告知已恢复${told(event.text)}`;
    case 'reopened':
      return `没修好，重新打开${told(event.text)}`;
    case 'urged':
      return `催单${told(event.text)}`;
    case 'rated':
      return `评价 ${event.rating.score} 分${told(event.rating.words)}`;
    case 'closed':
      return '关闭';
    case 'cancelled':
      return `撤单${told(event.reason)}`;
    case 'merged':
      return `并入 ${event.into.slice(-4)}`;
    case 'held':
      return `计划内的${quoteWords(event.why, 20)}，到 ${clockOf(event.until)} 再问`;
    case 'unmerged':
      return '撤销合并，单独处理';
    case 'left':
      return '同报人另立工单';
    case 'corrected':
      return `更正${setWords(event.set, stage)}${told(event.why)}`;
    case 'told':
      return timerWords(event.timer);
    case 'gathered':
      return event.part === 'head' ? `作为 ${event.incident} 的主单` : `并入 ${event.incident} 统一处理`;
    case 'released':
      return `单独处理${told(event.why)}`;
    case 'restored':
      return '随事件一起修复';
    default:
      return assertNever(event);
  }
};

/** The view's lines: the ticket and how it stands, then its log in order; the day stands where it changes. */
export const recordLines = (ticket: Ticket, events: readonly TicketEvent[], stage: Stage): readonly string[] => {
  let day = '';
  const log = events.flatMap((event) => {
    const words = what(event, stage);
    if (words === null) return [];
    const date = dateOf(event.at).slice(5);
    const line = `${date === day ? '' : `${date} `}${clockOf(event.at)} ${who(event.by)} ${words}`;
    day = date;
    return [line];
  });
  const { house, now } = stage;
  const sum = isOpen(ticket) ? sumsOf(ticket, house, now, 'arrive', 'resolve') : null;
  return [
    `${title(ticket)} 的记录`,
    `${subject(ticket, stage.house)}；${holding(ticket, stage.house, stage.now)}`,
    ...log,
    ...(sum === null ? [] : [`时限：${sum}`]),
  ];
};
