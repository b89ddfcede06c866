/** What an engineer is told directly of a job: the one place where a telephone number stands whole (design.md 3). */
import { vacationAt } from '../decide/calendar.js';
import type { Effect } from '../decision.js';
import { UNNAMED, type Ticket } from '../model.js';
import type { Said } from '../ports.js';
import { buttons } from './buttons.js';
import { maskPhones } from './mask.js';
import { directTo, lines, said, whileIn } from './message.js';
import type { Stage } from './stage.js';
import { sumsOf } from './sum.js';
import { limits, unaccepted } from './ticket.js';
import { CATEGORY, because, quoteWords, short, subject, title, when } from './words.js';

type Of<K extends Effect['kind']> = Extract<Effect, { kind: K }>;
type Offer = Of<'offer'>;

/** The words that answer a call. */
export const HOW = '回复“接单”，来不了回复“转派”加原因';

/** Level 1 goes before everything else that waits. */
export const isUrgent = (ticket: Ticket): boolean => ticket.level === 1;

/** Why it comes to this engineer, and not to the first or once more. */
export const handedOn = (step: Offer['step'], from: { readonly name: string; readonly reason: string }): string => {
  const reason = quoteWords(from.reason, 30);
  switch (step) {
    case 'lapsed':
      return `${from.name} 超时未接`;
    case 'silent':
      return `${from.name} 过了到场时限没有回音`;
    case 'reopened':
      return reason === '' ? `${maskPhones(from.name)} 说没修好` : `${maskPhones(from.name)}：“${reason}”`;
    case 'first':
    case 'again':
    case 'next':
    case 'round':
      return `${from.name} 转：${reason || '未说明原因'}`;
  }
};

/** Whom to ask for; an unknown name is not said. */
const contactLine = ({ contact, reporter, phone }: Ticket): string => {
  const name = contact ?? reporter.name;
  return `联系人 ${name === UNNAMED ? '' : `${name} `}${phone ?? '未留电话'}`;
};

/** Since when it is so, in the reporter's words. */
const since = ({ began }: Ticket): string => (began === null ? '' : `，报修人说“${quoteWords(began, 16)}”`);

/** In a vacation a school may be shut: worth a call before the way. An office of the district works on. */
const shut = ({ unit }: Ticket, { house, now }: Stage): string | null => {
  const vacation = vacationAt(now, house.policy.vacations);
  const kind = unit === null ? undefined : house.units.get(unit)?.kind;
  if (vacation === null || kind === undefined || kind === 'office') return null;
  return `${vacation.name}中（到 ${vacation.to.slice(5)}），去之前先打电话约人开门`;
};

const fault = (ticket: Ticket, { house, now }: Stage): string =>
  `${subject(ticket, house)}${because(ticket)}，${when(ticket.reportedAt, now)} 报修${since(ticket)}`;

/** Called once more: what it is, and what to answer; the rest was told with the first call. */
const reminded = (ticket: Ticket, { house, now }: Stage): ReturnType<typeof lines> =>
  lines(
    `⏰ ${short(ticket)} ${unaccepted(ticket, house, now)}`,
    [subject(ticket, house), limits(ticket, house, now, 'arrive')].filter((words) => words !== '').join('，'),
    HOW,
  );

/** Everything needed on site, to the engineer alone. */
export const brief = (effect: Offer, stage: Stage): Said | null => {
  const { ticket, step, from } = effect;
  const { house, now } = stage;
  if (ticket.state !== 'offered') return null;
  const chat = directTo(ticket.assignee, ticket.home.channel, house);
  if (chat === null) return null;
  const spans =
    step === 'again'
      ? reminded(ticket, stage)
      : lines(
          `${step === 'reopened' ? '没修好，重新打开：' : ''}${title(ticket)} · ${CATEGORY[ticket.category]}`,
          fault(ticket, stage),
          contactLine(ticket),
          shut(ticket, stage),
          from === null ? null : handedOn(step, from),
          limits(ticket, house, now, 'accept', 'arrive', 'resolve').replaceAll('，', ' · '),
          sumsOf(ticket, house, now, 'arrive', 'resolve'),
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

/** The same to an engineer who took what was not offered to him: it is his, so nothing is asked. */
export const details = ({ ticket, to }: Of<'details'>, stage: Stage): Said | null => {
  const { house, now } = stage;
  const chat = directTo(to, ticket.home.channel, house);
  if (chat === null) return null;
  const spans = lines(
    `${title(ticket)} · ${CATEGORY[ticket.category]}，由您处理`,
    fault(ticket, stage),
    contactLine(ticket),
    shut(ticket, stage),
    limits(ticket, house, now, 'arrive', 'resolve').replaceAll('，', ' · '),
    sumsOf(ticket, house, now, 'arrive', 'resolve'),
  );
  const next = ticket.state === 'accepted' ? buttons(ticket, 'arrive', 'decline') : buttons(ticket, 'resolve');
  return said(
    {
      kind: 'brief',
      class: isUrgent(ticket) ? 'urgent-ping' : 'ping',
      chat,
      spans,
      ticket,
      buttons: next,
      wanted: whileIn(ticket, ['accepted', 'arrived']),
      repeat: 'again',
    },
    stage.mentions,
  );
};
