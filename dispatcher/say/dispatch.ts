import type { Span } from '../../bot/gateway.js';
import { leaders } from '../decide/attendance.js';
import type { Effect, Place } from '../decision.js';
import { assertNever } from '../decide/never.js';
import { askedTimes } from '../decide/rounds.js';
import type { Asked, Ticket } from '../model.js';
import type { Said } from '../ports.js';
import { alarm } from './alarm.js';
import { HOW, handedOn, isUrgent } from './brief.js';
import { buttons } from './buttons.js';
import { calledIn } from './caller.js';
import { maskPhones } from './mask.js';
import { directTo, instead, lines, mentionStaff, said, whileIn, type Line } from './message.js';
import { reach } from './reach.js';
import type { Stage } from './stage.js';
import { limits, limitsAfter, standing, unaccepted } from './ticket.js';
import { LEVEL, because, cutWords, quoteWords, short, staffName, subject, title, unitName } from './words.js';

type Of<K extends Effect['kind']> = Extract<Effect, { kind: K }>;

/** One question, with its choices where there are few (voice.md 5). Of a call the desk is asked. */
export const questionWords = (asked: Asked, ticket: Ticket | null = null): string => {
  if (asked === 'phone' && ticket !== null && ticket.caller !== null) return '来电号码是多少？只给处理的工程师';
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

/** What a fault means and where it is, under its number: the head of a receipt. */
const head = (ticket: Ticket, stage: Stage): readonly Line[] => [
  `${LEVEL[ticket.level].sign} 已受理 ${title(ticket)}${calledIn(ticket)}`,
  `${subject(ticket, stage.house)}${because(ticket)}`,
];

/** Who comes and by when; while nobody is found, who sees to it. */
const comes = (ticket: Ticket, stage: Stage): string => {
  if (ticket.state === 'offered') {
    return `派给 ${staffName(ticket.assignee, stage.house)}${limitsAfter(ticket, stage.house, stage.now, 'accept', 'arrive')}`;
  }
  const who = leaders(stage.house)
    .map((id) => staffName(id, stage.house))
    .join('、');
  return `已请 ${who} 安排人员${limitsAfter(ticket, stage.house, stage.now, 'arrive')}`;
};

/** The receipt, to the reporter where they wrote. A ticket that waits for its unit says just that. */
export const receipt = (effect: Of<'receipt'>, stage: Stage): Said => {
  const { ticket, at, question } = effect;
  const asks = question === null ? null : questionWords(question, ticket);
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
  const spans = lines(...head(ticket, stage), call, question === null ? null : questionWords(question, ticket));
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

const callHead = (effect: Of<'offer'>, stage: Stage): string => {
  const { ticket } = effect;
  switch (effect.step) {
    case 'first':
      return ` 派单 ${title(ticket)}`;
    case 'again':
      return ` ${title(ticket)} ${unaccepted(ticket, stage.house, stage.now)}`;
    case 'round':
      return ` 第 ${askedTimes(ticket)} 轮派单 ${title(ticket)}`;
    case 'reopened':
      return ` 没修好，重新打开 ${title(ticket)}`;
    case 'next':
    case 'lapsed':
    case 'silent':
      return ` 派单 ${title(ticket)}${effect.from === null ? '' : `（${handedOn(effect.step, effect.from)}）`}`;
    default:
      return assertNever(effect.step);
  }
};

/**
 * The engineer is called in the group by a real mention. at: where the reporter opened it again in this very chat; then the call is the answer
 * to that too (voice.md 2).
 */
export const call = (effect: Of<'offer'>, stage: Stage, at: Place | null = null): Said => {
  const { ticket, step, from } = effect;
  const { house, now, mentions } = stage;
  const assignee = ticket.state === 'offered' ? ticket.assignee : house.policy.lead;
  const sign = step === 'again' ? '⏰ ' : '';
  const kinds = step === 'again' ? (['arrive'] as const) : (['accept', 'arrive'] as const);
  const spans = lines(
    [sign, ...reach(assignee, ticket.home.channel, house), callHead(effect, stage)].filter((s) => s !== ''),
    `${subject(ticket, house)}${limitsAfter(ticket, house, now, ...kinds)}`,
    step === 'reopened' && from !== null && at === null ? handedOn(step, from) : null,
    HOW,
  );
  return said(
    {
      kind: 'dispatch',
      class: isUrgent(ticket) ? 'urgent-ping' : 'ping',
      chat: ticket.home,
      replyTo: at !== null && mentions[ticket.home.channel] === 'inline' ? at.replyTo : null,
      spans,
      ticket,
      buttons: buttons(ticket, 'accept', 'decline'),
      wanted: whileIn(ticket, ['offered'], true),
      repeat: 'again',
    },
    mentions,
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
  const up = ticket.level === 1 ? leaders(house) : [];
  return [group, ...up.map((to) => alarm({ kind: 'alarm', ticket, to, why: { kind: 'level-1' } }, stage))];
};

/** The number to call, where the words do not tell it themselves. */
const reached = (phone: string | null, words: string): string =>
  phone === null || words.replace(/\D/gu, '').includes(phone) ? '' : `（电话 ${phone}）`;

/** What somebody added or asked for, to the engineer directly; a number told is given whole, to the engineer alone. */
export const passedOn = (effect: Of<'passed-on'>, stage: Stage): Said | null => {
  const { ticket, to, what } = effect;
  const { house, mentions } = stage;
  const chat = directTo(instead(to, house), ticket.home.channel, house);
  if (chat === null) return null;
  const by = effect.by === undefined ? '报修人' : `${maskPhones(effect.by)} `;
  const words = (): string => {
    switch (what) {
      case 'supplement':
        return `${short(ticket)} 补充：${cutWords(effect.words)}${reached(ticket.phone, effect.words)}`;
      case 'urge':
        return `⏰ ${short(ticket)} ${by}在催：${quoteWords(effect.words, 30)}；${subject(ticket, house)}，${standing(ticket, house, stage.now)}`;
      case 'cancelled':
        return `${short(ticket)} 已撤单，不用去了：${subject(ticket, house)}`;
      case 'recovered':
        return `${short(ticket)} ${by}告知已恢复：${subject(ticket, house)}`;
      case 'expired':
        return `${short(ticket)} 一直没有您的回音，已改派${'assignee' in ticket ? ` ${staffName(ticket.assignee, house)}` : ''}；已经到了就回复“${short(ticket)} 到场”`;
      case 'taken':
        return `${short(ticket)} ${maskPhones(effect.words)} 接了，您不用去了`;
      case 'gathered':
        return `${short(ticket)} 已并入 ${effect.words} 统一处理，不用单独去了：${subject(ticket, house)}`;
      case 'reassigned':
        return `${short(ticket)} 已由 ${effect.words} ${'assignee' in ticket ? `改派给 ${staffName(ticket.assignee, house)}` : '收回重派'}，您不用去了`;
    }
  };
  return said({ kind: 'passed-on', class: 'receipt', chat, spans: lines(words()), ticket, repeat: 'again' }, mentions);
};
