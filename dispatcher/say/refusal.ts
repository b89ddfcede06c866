import { UNNAMED, type Intent, type Refusal, type Ticket } from '../model.js';
import { assertNever } from '../decide/never.js';
import { WORK_ACTS } from '../decide/rights.js';
import { incidentRefusal } from './incident-refusal.js';
import { maskPhones } from './mask.js';
import type { Stage } from './stage.js';
import { lastDay } from './rota-words.js';
import { STATE, quoteWords, short, staffName } from './words.js';

/** Acts for people, where a refusal names one. */
const ACT: Readonly<Partial<Record<Intent, string>>> = {
  accept: '接单',
  decline: '转派',
  arrive: '到场',
  progress: '报进展',
  suspend: '挂起',
  resume: '恢复',
  resolve: '办结',
  cancel: '撤单',
  feedback: '评价',
  query: '查看全部工单',
};

const isWork = (act: Intent): boolean => WORK_ACTS.some((one) => one === act);

/** What would work now, where an act does not fit the state. */
const instead = (ticket: Ticket, act: Intent): string => {
  switch (ticket.state) {
    case 'unassigned':
    case 'offered':
    case 'accepted':
    case 'arrived':
    case 'suspended':
      if (act === 'feedback') return '修好后再请您评价';
      if (ticket.state === 'suspended') return '能继续了先回复“恢复”';
      if (ticket.state === 'accepted') return '到场回复“到场”，修好回复“办结”';
      return ticket.state === 'arrived' ? '修好回复“办结”' : '先回复“接单”';
    case 'resolved':
    case 'closed':
      return act === 'cancel' || act === 'supplement' ? '没修好请回复“还是不行”' : '有新情况请另报一次';
    case 'cancelled':
      return isWork(act) ? '不用再处理' : '故障还在请重新报一次';
    case 'merged':
      return `进展请看 ${ticket.into.slice(-4)}`;
    default:
      return assertNever(ticket);
  }
};

/** The reporter where a name is known. */
const reporterOf = ({ reporter: { name } }: Ticket): string => (name === UNNAMED ? '' : `报修人 ${maskPhones(name)}，`);

/** What a school's contact may not do with another's ticket; of whose it is nothing is told. */
const ofOthers = (ticket: Ticket, act: Intent, stage: Stage): string =>
  act === 'feedback'
    ? `${short(ticket)} 的评价要由报修人来给`
    : `${short(ticket)} 不是您学校报的单。是本校老师请先回复“我是某某学校的”，别的请找 ${staffName(stage.house.policy.lead, stage.house)}`;

/** Whose it is, so that whoever is refused knows whom to ask. */
const whose = (ticket: Ticket, stage: Stage): string => {
  const { house } = stage;
  const no = short(ticket);
  const lead = staffName(house.policy.lead, house);
  if ('assignee' in ticket)
    return `${no} 不在您名下：${reporterOf(ticket)}接单人 ${staffName(ticket.assignee, house)}。要改动请找他们，或请 ${lead} 协调`;
  return ticket.state === 'unassigned'
    ? `${no} 还没有人接单。工程师先回复“接单”，别的请找 ${lead}`
    : `${no} 现在是“${STATE[ticket.state]}”，不用再处理`;
};

/** A refusal in Chinese: why, and what would work (voice.md 8). Nothing has changed. */
export const refusalWords = (refusal: Refusal, stage: Stage): string => {
  const { house } = stage;
  const lead = staffName(house.policy.lead, house);
  switch (refusal.kind) {
    case 'no-such-ticket':
      return `没有找到工单 ${quoteWords(refusal.ref, 20)}。回复“我的工单”可以看到您在办的单`;
    case 'nothing-open':
      return '您名下没有对得上的工单。请带上单号再说一次，例如“0017 进度”';
    case 'nothing-waits':
      return '现在没有等人接的单';
    case 'not-yours':
      return refusal.act === undefined ? whose(refusal.ticket, stage) : ofOthers(refusal.ticket, refusal.act, stage);
    case 'taken':
      return `${short(refusal.ticket)} 已由 ${staffName(refusal.by, house)} 接单，您不用去了`;
    case 'not-in-state':
      return `${short(refusal.ticket)} 现在是“${STATE[refusal.ticket.state]}”，${instead(refusal.ticket, refusal.act)}`;
    case 'role':
      if (refusal.act === 'query') return '这个只有运维人员能看。查您自己的单请回复“我的工单”';
      return refusal.act === 'supplement'
        ? `更正要请服务台或 ${lead} 来做`
        : `${ACT[refusal.act] ?? '这个'}由运维工程师来做。您可以回复“进度”或“催单”`;
    case 'own-rating':
      return `${short(refusal.ticket)} 是您处理的，评价要由报修人来给`;
    case 'no-reason':
      return `${short(refusal.ticket)} 挂起要说原因，例如“挂起 等学校开门”`;
    case 'no-such-person':
      return `不能派给 ${quoteWords(refusal.name, 20)}：不在可派的工程师名单里。回复“值班”可以看到人员`;
    case 'away':
      return `${staffName(refusal.who, house)} 请假到 ${lastDay(refusal.until)}，派不了。回复“值班”可以看到人员`;
    case 'too-late':
      return `${short(refusal.ticket)} 办结已超过 48 小时，请按新故障再报一次`;
    case 'incident':
      return incidentRefusal(refusal, stage);
    default:
      return assertNever(refusal);
  }
};
