/** Why somebody was chosen, in words (issue 4, «shown on demand»). */
import type { AskEffect } from '../decide/ask.js';
import { assertNever } from '../decide/never.js';
import type { Because, PassedOver, Reason, Ticket } from '../model.js';
import type { House } from '../decide/scene.js';
import type { Line } from './message.js';
import type { Stage } from './stage.js';
import { CATEGORY, short, staffName, subject, unitName, when } from './words.js';

const reason = (why: Reason, { category }: Ticket, house: House): string => {
  switch (why.kind) {
    case 'on-duty':
      return '正在值班';
    case 'duty':
      return `${CATEGORY[category]}${{ primary: '主责', secondary: '备岗', reserve: '后备' }[why.of]}`;
    case 'near':
      return `人在 ${unitName(why.unit, house) ?? why.unit}（${{ unit: '就在本校', town: '同镇', node: '同一节点' }[why.how]}）`;
    case 'load':
      return why.open === 0 ? '手上没有别的单' : `手上另有 ${why.open} 单`;
    case 'named':
      return `${why.by} 指定`;
    case 'knows':
      return '上次由他处理';
    default:
      return assertNever(why);
  }
};

const passed = ({ why, open }: PassedOver): string => {
  switch (why) {
    case 'away':
      return '请假';
    case 'asked':
      return '问过，没接';
    case 'full':
      return `手上已满 ${open} 单`;
    case 'off-duty':
      return '不在值班';
    case 'farther':
      return '离得远';
    case 'deputy':
      return '备岗';
    case 'busier':
      return `手上 ${open} 单，更忙`;
    case 'later':
      return '条件相同，名单在后';
    default:
      return assertNever(why);
  }
};

/** 「校园网主责，手上没有别的单」. */
const reasons = ({ reasons: all }: Because, ticket: Ticket, house: House): string =>
  all.map((one) => reason(one, ticket, house)).join('，');

/** The choice with its reasons, and of everybody else with the duty why not. */
export const whyLines = (effect: Extract<AskEffect, { kind: 'why' }>, { house, now }: Stage): readonly Line[] => {
  const { ticket, offered, who } = effect;
  const head = `${short(ticket)} ${subject(ticket, house)}`;
  const name = who === null ? null : staffName(who, house);
  if (offered === null)
    return [
      name === null
        ? `${head}：还没有派出去`
        : `${head}：没有派给 ${name}${'assignee' in ticket ? `，现在是 ${staffName(ticket.assignee, house)}` : ''}`,
    ];
  const taken =
    'assignee' in ticket && ticket.assignee !== offered.to ? `，后来由 ${staffName(ticket.assignee, house)} 接手` : '';
  const { because } = offered;
  const others = because?.others ?? [];
  return [
    `${head}，${when(offered.at, now)} 派给 ${staffName(offered.to, house)}${taken}`,
    `理由：${because === undefined ? '当时没有记下' : reasons(because, ticket, house)}`,
    others.length === 0
      ? ''
      : `没派：${others.map((one) => `${staffName(one.who, house)}（${passed(one)}）`).join('、')}`,
  ];
};
