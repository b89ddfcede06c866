/** What somebody further up is told directly. */
import type { Effect } from '../decision.js';
import { assertNever } from '../decide/never.js';
import { askedTimes } from '../decide/rounds.js';
import { timersOf } from '../decide/timers.js';
import type { Nobody, Ticket } from '../model.js';
import type { Said } from '../ports.js';
import { isUrgent } from './brief.js';
import { directTo, lines, mentionStaff, said } from './message.js';
import type { Stage } from './stage.js';
import { limitsAfter, standing } from './ticket.js';
import { LEVEL, because, lasting, quoteWords, short, staffName, subject, title, when } from './words.js';

type Of<K extends Effect['kind']> = Extract<Effect, { kind: K }>;

/** Who has it on offer now. */
const offeredTo = (ticket: Ticket, stage: Stage): string =>
  'assignee' in ticket ? staffName(ticket.assignee, stage.house) : '';

const nobodyWords = (why: Nobody, asked: string): string => {
  switch (why) {
    case 'everybody asked':
      return `${asked} 都问过了`;
    case 'all busy':
      return '该岗位的人手上都满了，有人腾出手就派';
    case 'all away':
      return '该岗位的人都请假了';
    case 'nobody on this duty':
      return '该岗位没有排人';
    default:
      return assertNever(why);
  }
};

/** What is new: the first line. */
const head = ({ ticket, why }: Of<'alarm'>, stage: Stage): string => {
  const name = `${LEVEL[ticket.level].sign} ${title(ticket)}`;
  const times = askedTimes(ticket);
  switch (why.kind) {
    case 'level-1':
      return name;
    case 'nobody': {
      const who = nobodyWords(why.why, why.asked.map((id) => staffName(id, stage.house)).join('、'));
      return `${name} ${times > 1 ? `第 ${times} 轮仍` : '暂时'}派不出去：${who}`;
    }
    case 'no-accept':
      return `${name}：${staffName(why.by, stage.house)} 超时未接单，已改派 ${offeredTo(ticket, stage)}`;
    case 'silent':
      return ticket.state === 'accepted'
        ? `${name}：${staffName(why.by, stage.house)} 接单后没有回音，也没有别人可派，请联系他或指派`
        : `${name}：${staffName(why.by, stage.house)} 接单后没有回音，已改派 ${offeredTo(ticket, stage)}`;
    case 'round':
      return `${name} ${lasting(stage.now - ticket.clockFrom)}无人接单，第 ${times} 轮派 ${offeredTo(ticket, stage)}`;
    case 'reopened':
      return `${name} 没修好，已重新打开`;
    case 'accepted':
      return `${title(ticket)} 已有人接单`;
    case 'late':
      return `${name} 已超过${why.clock === 'arrive' ? '到场' : '修复'}时限，请协调`;
    case 'unhappy':
      return `${title(ticket)} 评价偏低，请跟进`;
    case 'suspended-long':
      return `${title(ticket)} 挂起时间较长，请过问`;
    default:
      return assertNever(why);
  }
};

/** When everybody will be asked anew. */
const nextRound = (ticket: Ticket, { house, now }: Stage): string => {
  const retry = timersOf(ticket, house.policy).find((t) => t.kind === 'retry-assign');
  return retry === undefined ? '' : `；不指派则 ${when(retry.due, now)} 从头再派`;
};

/** What and where, how it stands, and what can be done. The level's reason is told once, with the first word of it. */
const body = ({ ticket, why }: Of<'alarm'>, stage: Stage): readonly string[] => {
  const { house, now } = stage;
  const what = subject(ticket, house);
  const since = `，${when(ticket.reportedAt, now)} 报修`;
  const stands = standing(ticket, house, now);
  switch (why.kind) {
    case 'level-1':
      return [`${what}${because(ticket)}${since}`, stands];
    case 'nobody':
      return [
        `${what}${since}${limitsAfter(ticket, house, now, 'arrive')}`,
        `请指派：回复“${short(ticket)} 转派 姓名”，或启用后备${nextRound(ticket, stage)}`,
      ];
    case 'unhappy': {
      if (ticket.state !== 'closed' || ticket.rating === null) return [what];
      const { score, words } = ticket.rating;
      const said = words === '' ? '' : `：${quoteWords(words)}`;
      return [`${what}${since}`, `${score} 分${said}，处理人 ${staffName(ticket.assignee, house)}`];
    }
    case 'accepted':
      return [`${what}；${stands}`];
    case 'no-accept':
    case 'silent':
    case 'round':
    case 'reopened':
    case 'late':
    case 'suspended-long':
      return [`${what}${since}`, stands];
    default:
      return assertNever(why);
  }
};

/** Somebody further up is told directly; where that cannot be, by a mention in the group. */
export const alarm = (effect: Of<'alarm'>, stage: Stage): Said => {
  const { ticket, to } = effect;
  const { house } = stage;
  const direct = directTo(to, ticket.home.channel, house);
  const first = head(effect, stage);
  const text = lines(
    direct === null ? [mentionStaff(to, ticket.home.channel, house), ' ', first] : first,
    ...body(effect, stage),
  );
  return said(
    {
      kind: 'alarm',
      class: isUrgent(ticket) ? 'urgent-ping' : 'reminder',
      chat: direct ?? ticket.home,
      spans: text,
      ticket,
      repeat: 'again',
    },
    stage.mentions,
  );
};
