/** What is said of tickets made one, parted, or put on another level by word (issue 4, «Also»). */
import type { ChatRef, Span } from '../../bot/gateway.js';
import type { DeskEffect } from '../decide/desk-decision.js';
import { isOpen } from '../decide/sla.js';
import { UNNAMED, type Ticket } from '../model.js';
import type { Said } from '../ports.js';
import { isUrgent } from './brief.js';
import { instead, lines, mentionStaff, said, type Line } from './message.js';
import type { Stage } from './stage.js';
import { limits, standing } from './ticket.js';
import { LEVEL, because, quoteWords, short, staffName, subject } from './words.js';

type Of<K extends DeskEffect['kind']> = Extract<DeskEffect, { kind: K }>;

const sameChat = (a: ChatRef, b: ChatRef): boolean => a.channel === b.channel && a.kind === b.kind && a.id === b.id;

/** The reporter where they wrote: by a mention in a group; who called reads no chat. */
const reporterIn = ({ reporter, caller }: Ticket): readonly Span[] => {
  if (caller !== null || reporter.chat.kind !== 'group' || reporter.user === '') return [];
  return [{ mention: reporter.user, name: quoteWords(reporter.name, 12) }, ' '];
};

const to = (chat: ChatRef, replyTo: string | null, kind: string, ticket: Ticket, stage: Stage, ...body: Line[]): Said =>
  said({ kind, class: 'receipt', chat, replyTo, spans: lines(...body), ticket, repeat: 'again' }, stage.mentions);

/** One line to who reported; where that is somewhere else, another to whoever ordered it. */
export const merged = ({ ticket, into, at }: Of<'merged'>, stage: Stage): readonly Said[] => {
  const { house, now } = stage;
  const words = `${short(ticket)} 与 ${short(into)} 是同一故障，已合并处理：${standing(into, house, now)}`;
  const undo = `${short(ticket)} 已并入 ${short(into)}（${subject(into, house)}）。并错了请说“拆分 ${short(ticket)}”`;
  const { chat } = ticket.reporter;
  const called = ticket.caller !== null;
  const here = sameChat(chat, at.chat);
  return [
    ...(called ? [] : [to(chat, here ? at.replyTo : null, 'merged', ticket, stage, [...reporterIn(ticket), words])]),
    ...(here && !called ? [] : [to(at.chat, at.replyTo, 'merged', ticket, stage, undo)]),
  ];
};

/** Where it was ordered; the call to its engineer is said as ever. */
export const parted = ({ ticket, from, at }: Of<'parted'>, stage: Stage): Said => {
  const out = from === null ? '' : `从 ${short(from)} `;
  return to(
    at.chat,
    at.replyTo,
    'parted',
    ticket,
    stage,
    `${short(ticket)} 已${out}拆出，单独处理：${subject(ticket, stage.house)}`,
  );
};

/** The engineer, who has to know by when; the lead in their place while they are away. */
const goes = (ticket: Ticket, stage: Stage): readonly Span[] =>
  isOpen(ticket) && 'assignee' in ticket
    ? [mentionStaff(instead(ticket.assignee, stage.house), ticket.home.channel, stage.house), ' ']
    : [];

/** To the group, with the engineer and the reporter called; once. Who ordered or reported it elsewhere hears it there. */
export const graded = ({ ticket, from, at }: Of<'graded'>, stage: Stage): readonly Said[] => {
  const { house, now, mentions } = stage;
  const way = ticket.level < from ? '升' : '降';
  const what = `${LEVEL[ticket.level].sign} ${ticket.no} ${way}为${LEVEL[ticket.level].name}${because(ticket)}`;
  const due = limits(ticket, house, now, 'accept', 'arrive', 'resolve');
  const { chat, name } = ticket.reporter;
  const group = said(
    {
      kind: 'graded',
      class: isUrgent(ticket) ? 'urgent-ping' : 'ping',
      chat: ticket.home,
      replyTo: sameChat(at.chat, ticket.home) ? at.replyTo : null,
      spans: lines(what, [...goes(ticket, stage), ...reporterIn(ticket), due === '' ? subject(ticket, house) : due]),
      ticket,
      repeat: 'again',
    },
    mentions,
  );
  const direct = chat.kind === 'direct' && ticket.caller === null && !sameChat(chat, at.chat);
  const who = name === UNNAMED ? '' : `${quoteWords(name, 12)}，`;
  const now1 = 'assignee' in ticket ? `，${staffName(ticket.assignee, house)} 处理` : '';
  return [
    group,
    ...(direct ? [to(chat, null, 'graded', ticket, stage, `${who}您报的 ${what}${now1}`)] : []),
    ...(sameChat(at.chat, ticket.home) ? [] : [to(at.chat, at.replyTo, 'graded', ticket, stage, what, due)]),
  ];
};
