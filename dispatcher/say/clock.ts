import type { Effect } from '../decision.js';
import type { TicketState } from '../model.js';
import type { Said } from '../ports.js';
import { alarm } from './alarm.js';
import { buttons } from './buttons.js';
import { directTo, instead, lines, mentionStaff, said, whileIn } from './message.js';
import type { Stage } from './stage.js';
import { sumsOf } from './sum.js';
import { holding } from './ticket.js';
import { CLOCK, LEVEL, lasting, quoteWords, short, subject, when } from './words.js';
import { holderMention } from './work.js';

type Of<K extends Effect['kind']> = Extract<Effect, { kind: K }>;

const STATES: Readonly<Record<'accept' | 'arrive' | 'resolve', readonly TicketState[]>> = {
  accept: ['offered'],
  arrive: ['accepted'],
  resolve: ['accepted', 'arrived'],
};

/** Before a deadline, to the engineer: in the group for acceptance, which others wait for; else directly. */
export const reminder = (effect: Of<'reminder'>, stage: Stage): Said | null => {
  const { ticket, clock, due } = effect;
  const { house, now } = stage;
  if (!('assignee' in ticket)) return null;
  const direct = clock === 'accept' ? null : directTo(ticket.assignee, ticket.home.channel, house);
  const left = `还有 ${lasting(due - now)}到${CLOCK[clock].limit}（${when(due, now)}）`;
  const spans =
    direct === null
      ? lines(['⏰ ', mentionStaff(ticket.assignee, ticket.home.channel, house), ` ${ticket.no} ${left}`])
      : lines(`⏰ ${short(ticket)} ${subject(ticket, house)}，${left}`);
  return said(
    {
      kind: 'reminder',
      class: 'reminder',
      chat: direct ?? ticket.home,
      spans,
      ticket,
      wanted: whileIn(ticket, STATES[clock], clock === 'accept'),
      repeat: 'again',
    },
    stage.mentions,
  );
};

/** After a deadline: to the lead, in the group, with the sum that shows it. */
export const breach = (effect: Of<'breach'>, stage: Stage): Said => {
  const { ticket, clock, due, tell } = effect;
  const { house, now } = stage;
  const late = now - due >= 60_000 ? ` ${lasting(now - due)}` : '';
  const sum =
    sumsOf(ticket, house, now, clock) ??
    `${when(ticket.clockFrom, now)} 受理，应 ${when(due, now)} 前${CLOCK[clock].act}`;
  const spans = lines(
    `${LEVEL[ticket.level].sign} ${ticket.no} 已过${CLOCK[clock].limit}${late}（${sum}）`,
    `${subject(ticket, house)}；${holding(ticket, house, now)}`,
    [mentionStaff(tell, ticket.home.channel, house), ' 请协调'],
  );
  const states: readonly TicketState[] =
    clock === 'arrive' ? ['unassigned', 'offered', 'accepted'] : ['unassigned', 'offered', 'accepted', 'arrived'];
  return said(
    {
      kind: 'breach',
      class: ticket.level === 1 ? 'urgent-ping' : 'reminder',
      chat: ticket.home,
      spans,
      ticket,
      wanted: whileIn(ticket, states),
      repeat: 'again',
    },
    stage.mentions,
  );
};

/** Past the time to be there, to whoever accepted and said nothing since: one question, with the words that answer it. */
export const arriveAsk = (effect: Of<'arrive-ask'>, stage: Stage): Said | null => {
  const { ticket } = effect;
  const { house, mentions, now } = stage;
  if (ticket.state !== 'accepted') return null;
  const who = instead(ticket.assignee, house);
  const direct = directTo(who, ticket.home.channel, house);
  const until = when(now + house.policy.ladder.again, now);
  const text = `${short(ticket)} ${subject(ticket, house)}，到场时限已过，您到了吗？到了回复“到场”，在路上说一句几点到，来不了回复“转派”加原因；${until} 前没有回音就改派`;
  return said(
    {
      kind: 'arrive-ask',
      class: ticket.level === 1 ? 'urgent-ping' : 'ping',
      chat: direct ?? ticket.home,
      spans:
        direct === null
          ? lines(['⏰ ', mentionStaff(who, ticket.home.channel, house), ` ${text}`])
          : lines(`⏰ ${text}`),
      ticket,
      buttons: buttons(ticket, 'arrive', 'decline'),
      wanted: whileIn(ticket, ['accepted'], true),
      repeat: 'again',
    },
    mentions,
  );
};

/** Level 1 owes a word of progress; the engineer is asked directly, so that the group is not drowned. */
export const beat = (effect: Of<'beat'>, stage: Stage): Said | null => {
  const { ticket } = effect;
  if (!('assignee' in ticket)) return null;
  const direct = directTo(ticket.assignee, ticket.home.channel, stage.house);
  const text = `${short(ticket)} ${subject(ticket, stage.house)}，请说一句进展（直接回复，会报到群里）`;
  const who = holderMention(ticket, stage);
  const spans = direct === null && who !== null ? lines([who, ' ', text]) : lines(text);
  return said(
    {
      kind: 'beat',
      class: 'reminder',
      chat: direct ?? ticket.home,
      spans,
      ticket,
      wanted: whileIn(ticket, ['accepted', 'arrived']),
    },
    stage.mentions,
  );
};

/** A ticket that has been suspended for long: is the reason still there? */
export const suspendCheck = (effect: Of<'suspend-check'>, stage: Stage): readonly Said[] => {
  const { ticket } = effect;
  if (ticket.state !== 'suspended') return [];
  const { house, mentions } = stage;
  const since = ticket.breaks.at(-1)?.from ?? ticket.heardAt;
  const direct = directTo(ticket.assignee, ticket.home.channel, house);
  const text = `${short(ticket)} ${subject(ticket, house)} 已挂起 ${lasting(stage.now - since)}（${quoteWords(ticket.why, 30)}）。能继续了回复“恢复”，还要等就说一句情况`;
  const ask =
    direct === null ? lines([mentionStaff(ticket.assignee, ticket.home.channel, house), ' ', text]) : lines(text);
  const own = said(
    {
      kind: 'suspend-check',
      class: 'reminder',
      chat: direct ?? ticket.home,
      spans: ask,
      ticket,
      wanted: whileIn(ticket, ['suspended']),
    },
    mentions,
  );
  // On leave one is not asked; the lead hears of it anyway.
  const away = house.attendance.away.has(ticket.assignee);
  return [
    ...(away ? [] : [own]),
    alarm({ kind: 'alarm', ticket, to: house.policy.lead, why: { kind: 'suspended-long' } }, stage),
  ];
};
