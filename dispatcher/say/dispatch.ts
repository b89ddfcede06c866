import type { Span } from '../../bot/gateway.js';
import type { Effect } from '../decision.js';
import type { Asked, Ticket } from '../model.js';
import type { Said } from '../ports.js';
import { buttons } from './buttons.js';
import { directTo, lines, mentionStaff, said, whileIn, type Line } from './message.js';
import { reach } from './reach.js';
import type { Stage } from './stage.js';
import { dueWords, limits, standing } from './ticket.js';
import {
  CATEGORY,
  LEVEL,
  because,
  cutWords,
  quoteWords,
  short,
  staffName,
  subject,
  title,
  unitName,
  when,
} from './words.js';

type Of<K extends Effect['kind']> = Extract<Effect, { kind: K }>;

const HOW = '回复“接单”，来不了回复“转派”加原因';

/** One question, with its choices where there are few (voice.md 5). */
export const questionWords = (asked: Asked): string => {
  switch (asked) {
    case 'unit':
      return '请问是哪所学校？';
    case 'location':
      return '请问在哪个位置（楼、层、房间）？';
    case 'phone':
      return '方便留个现场联系电话吗？只给处理的工程师';
    case 'scope':
      return '影响的是一台、一间、一层，还是全校？在哪个位置？';
    case 'fault':
      return '请问是什么现象？';
    case 'rating':
      return '这次处理您还满意吗？回复 1-5 分';
    case 'choice':
      return '请问说的是哪一张？';
  }
};

const isUrgent = (ticket: Ticket): boolean => ticket.level === 1;

/** What a fault means and where it is, under its number: the head of a receipt. */
const head = (ticket: Ticket, stage: Stage): readonly Line[] => [
  `${LEVEL[ticket.level].sign} 已受理 ${title(ticket)}`,
  `${subject(ticket, stage.house)}${because(ticket)}`,
];

/** Who comes and by when; while nobody is found, who sees to it. */
const comes = (ticket: Ticket, stage: Stage): string => {
  if (ticket.state === 'offered') {
    return `派给 ${staffName(ticket.assignee, stage.house)}，${limits(ticket, stage.house, stage.now, 'accept', 'arrive')}`;
  }
  const { lead, manager } = stage.house.policy;
  return `已请 ${staffName(lead, stage.house)}、${staffName(manager, stage.house)} 安排人员，${limits(ticket, stage.house, stage.now, 'arrive')}`;
};

/** The receipt, to the reporter where they wrote. A ticket that waits for its unit says just that. */
export const receipt = (effect: Of<'receipt'>, stage: Stage): Said => {
  const { ticket, at, question } = effect;
  const asks = question === null ? null : questionWords(question);
  const waits = ticket.state === 'unassigned' && ticket.why === 'unit';
  const spans = waits
    ? lines(`收到，已登记 ${title(ticket)}`, subject(ticket, stage.house), asks)
    : lines(...head(ticket, stage), comes(ticket, stage), asks);
  return said(
    { kind: 'receipt', class: 'receipt', chat: at.chat, replyTo: at.replyTo, spans, ticket, repeat: 'again' },
    stage.mentions,
  );
};

/** Receipt and call in one message, where the reporter's chat is the group and a mention in it notifies (voice.md 2). */
export const announcement = (effect: Of<'receipt'>, stage: Stage): Said => {
  const { ticket, at, question } = effect;
  const assignee = ticket.state === 'offered' ? ticket.assignee : stage.house.policy.lead;
  const call: readonly Span[] = [
    ...reach(assignee, ticket.home.channel, stage.house),
    ` ${limits(ticket, stage.house, stage.now, 'accept', 'arrive')}；${HOW}`,
  ];
  const spans = lines(...head(ticket, stage), call, question === null ? null : questionWords(question));
  return said(
    {
      kind: 'dispatch',
      class: isUrgent(ticket) ? 'urgent-ping' : 'ping',
      chat: at.chat,
      replyTo: at.replyTo,
      spans,
      ticket,
      buttons: buttons(ticket, 'accept', 'decline'),
      repeat: 'again',
    },
    stage.mentions,
  );
};

/** Why it comes to this engineer and not to the first. */
const handedOn = (effect: Of<'offer'>, from: { readonly name: string; readonly reason: string }): string =>
  effect.step === 'lapsed'
    ? `${from.name} 超时未接`
    : `${from.name} 转：${quoteWords(from.reason, 30) || '未说明原因'}`;

const callHead = (effect: Of<'offer'>, stage: Stage): string => {
  const { ticket } = effect;
  switch (effect.step) {
    case 'first':
      return ` 派单 ${title(ticket)}`;
    case 'again':
      return ` ${title(ticket)} 已过接单时限（${dueWords(ticket, stage.house, stage.now, 'accept')}），请尽快接单`;
    case 'next':
    case 'lapsed':
      return ` 派单 ${title(ticket)}${effect.from === null ? '' : `（${handedOn(effect, effect.from)}）`}`;
  }
};

/** The engineer is called in the group by a real mention. */
export const call = (effect: Of<'offer'>, stage: Stage): Said => {
  const { ticket } = effect;
  const { house, now } = stage;
  const assignee = ticket.state === 'offered' ? ticket.assignee : house.policy.lead;
  const sign = effect.step === 'again' ? '⏰ ' : '';
  const spans = lines(
    [sign, ...reach(assignee, ticket.home.channel, house), callHead(effect, stage)].filter((s) => s !== ''),
    `${subject(ticket, house)}，${effect.step === 'again' ? limits(ticket, house, now, 'arrive') : limits(ticket, house, now, 'accept', 'arrive')}`,
    HOW,
  );
  return said(
    {
      kind: 'dispatch',
      class: isUrgent(ticket) ? 'urgent-ping' : 'ping',
      chat: ticket.home,
      spans,
      ticket,
      buttons: buttons(ticket, 'accept', 'decline'),
      wanted: whileIn(ticket, ['offered'], true),
      repeat: 'again',
    },
    stage.mentions,
  );
};

/** Everything needed on site, to the engineer alone: the one place where a telephone number stands whole (design.md 3). */
export const brief = (effect: Of<'offer'>, stage: Stage): Said | null => {
  const { ticket } = effect;
  const { house, now } = stage;
  if (ticket.state !== 'offered') return null;
  const chat = directTo(ticket.assignee, ticket.home.channel, house);
  if (chat === null) return null;
  const contact = [ticket.contact ?? ticket.reporter.name, ticket.phone ?? '未留电话'].join(' ');
  const again = effect.step === 'again' ? '⏰ 请尽快接单：' : '';
  const spans = lines(
    `${again}${title(ticket)} · ${CATEGORY[ticket.category]}`,
    `${subject(ticket, house)}${because(ticket)}，${when(ticket.reportedAt, now)} 报修`,
    `联系人 ${contact}`,
    effect.from === null ? null : handedOn(effect, effect.from),
    limits(ticket, house, now, 'accept', 'arrive', 'resolve').replaceAll('，', ' · '),
    HOW,
  );
  return said(
    {
      kind: 'brief',
      class: isUrgent(ticket) ? 'urgent-ping' : 'ping',
      chat,
      spans,
      ticket,
      buttons: buttons(ticket, 'accept', 'decline'),
      wanted: whileIn(ticket, ['offered'], true),
      repeat: 'again',
    },
    stage.mentions,
  );
};

const alarmHead = (effect: Of<'alarm'>, stage: Stage): string => {
  const { ticket, why } = effect;
  const sign = LEVEL[ticket.level].sign;
  switch (why.kind) {
    case 'level-1':
      return `${sign} ${title(ticket)}`;
    case 'nobody':
      return `${sign} ${title(ticket)} 暂时派不出去：${why.why === 'everybody asked' ? '该岗位的人都问过了' : '该岗位没有排人'}。请指派：回复“${short(ticket)} 转派 姓名”，或启用后备`;
    case 'no-accept':
      return `${sign} ${title(ticket)}：${staffName(why.by, stage.house)} 超时未接单，已改派`;
    case 'late':
      return `${sign} ${title(ticket)} 已超过${why.clock === 'arrive' ? '到场' : '修复'}时限，请协调`;
    case 'unhappy':
      return `${title(ticket)} 评价偏低，请跟进`;
    case 'suspended-long':
      return `${title(ticket)} 挂起时间较长，请过问`;
  }
};

/** Somebody further up is told directly; where that cannot be, by a mention in the group. */
export const alarm = (effect: Of<'alarm'>, stage: Stage): Said => {
  const { ticket, to } = effect;
  const { house, now } = stage;
  const direct = directTo(to, ticket.home.channel, house);
  const text = lines(
    direct === null
      ? [mentionStaff(to, ticket.home.channel, house), ' ', alarmHead(effect, stage)]
      : alarmHead(effect, stage),
    `${subject(ticket, house)}${because(ticket)}，${when(ticket.reportedAt, now)} 报修`,
    effect.why.kind === 'unhappy' && ticket.state === 'closed' && ticket.rating !== null
      ? `${ticket.rating.score} 分${ticket.rating.words === '' ? '' : `：${quoteWords(ticket.rating.words)}`}，处理人 ${staffName(ticket.assignee, house)}`
      : standing(ticket, house, now),
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

/** The fault is known: who comes, where to wait for word. */
export const joined = (effect: Of<'joined'>, stage: Stage): Said => {
  const { ticket, at } = effect;
  const spans = lines(
    `与 ${short(ticket)} 是同一故障，已并入，不必再报`,
    `${subject(ticket, stage.house)}；${standing(ticket, stage.house, stage.now)}`,
  );
  return said({ kind: 'joined', class: 'receipt', chat: at.chat, replyTo: at.replyTo, spans, ticket }, stage.mentions);
};

/** The level rose: the group and the engineer hear it, and for level 1 the lead and the manager. */
export const raised = (effect: Of<'raised'>, stage: Stage): readonly Said[] => {
  const { ticket } = effect;
  const { house, now, mentions } = stage;
  const who: readonly Span[] =
    'assignee' in ticket ? [mentionStaff(ticket.assignee, ticket.home.channel, house), ' '] : [];
  const spans = lines(`${LEVEL[ticket.level].sign} ${ticket.no} 升为${LEVEL[ticket.level].name}${because(ticket)}`, [
    ...who,
    `${unitName(ticket.unit, house) ?? ''} ${limits(ticket, house, now, 'accept', 'arrive', 'resolve')}`.trim(),
  ]);
  const group = said(
    {
      kind: 'raised',
      class: isUrgent(ticket) ? 'urgent-ping' : 'ping',
      chat: ticket.home,
      spans,
      ticket,
      repeat: 'again',
    },
    mentions,
  );
  const up = ticket.level === 1 ? [house.policy.lead, house.policy.manager] : [];
  return [group, ...up.map((to) => alarm({ kind: 'alarm', ticket, to, why: { kind: 'level-1' } }, stage))];
};

/** The number to call, where the words do not tell it themselves. */
const reached = (phone: string | null, words: string): string =>
  phone === null || words.replace(/\D/gu, '').includes(phone) ? '' : `（电话 ${phone}）`;

/** What somebody added or asked for, to the engineer directly; a number told is given whole, to the engineer alone. */
export const passedOn = (effect: Of<'passed-on'>, stage: Stage): Said | null => {
  const { ticket, to, what } = effect;
  const { house, mentions } = stage;
  const chat = directTo(to, ticket.home.channel, house);
  if (chat === null) return null;
  const words = (): string => {
    switch (what) {
      case 'supplement':
        return `${short(ticket)} 补充：${cutWords(effect.words)}${reached(ticket.phone, effect.words)}`;
      case 'urge':
        return `⏰ ${short(ticket)} 报修人在催：${quoteWords(effect.words, 30)}；${subject(ticket, house)}，${standing(ticket, house, stage.now)}`;
      case 'cancelled':
        return `${short(ticket)} 已撤单，不用去了：${subject(ticket, house)}`;
      case 'recovered':
        return `${short(ticket)} 报修人告知已恢复：${subject(ticket, house)}`;
      case 'reassigned':
        return `${short(ticket)} 已由 ${effect.words} ${'assignee' in ticket ? `改派给 ${staffName(ticket.assignee, house)}` : '收回重派'}，您不用去了`;
    }
  };
  return said({ kind: 'passed-on', class: 'receipt', chat, spans: lines(words()), ticket, repeat: 'again' }, mentions);
};
