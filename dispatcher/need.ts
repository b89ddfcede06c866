import type { ChatRef, Inbound } from '../bot/gateway.js';
import { needsAllOpen } from './decide/command.js';
import { goesOut } from './decide/lifecycle.js';
import { overseesAll } from './decide/oversee.js';
import { startOfDay } from './decide/time.js';
import type { Facts, Instant, Sender } from './model.js';
import type { Policy } from './policy.js';
import type { Need } from './ports.js';

/** Nothing at all: for decisions whose cause brings its own ticket. */
export const NOTHING: Need = {
  locks: [],
  unit: null,
  person: null,
  staff: null,
  tickets: [],
  quoted: null,
  waiting: false,
  allOpen: false,
  span: null,
  talk: null,
  numbers: false,
  storm: null,
};

/** Whoever makes or changes an incident holds this: two reports that make one at the same time follow one another. */
export const INCIDENTS = 'incidents';

/** From when on reports may be of one incident. */
const lookBack = (now: Instant, { incident }: Policy): Instant => now - Math.max(incident.within, incident.roomWithin);

const chatKey = (chat: ChatRef): string => `${chat.channel}:${chat.id}`;

/**
 * What a message has to see, told by a first reading of its words alone: the unit's open tickets (a ticket that does not exist
 * cannot be locked, so the unit's row is, or the chat's where no unit is known), the sender's own, those named or quoted.
 * takes: the words can be somebody's who takes a job, so that those nobody has accepted are seen too.
 */
export const needOfMessage = (
  inbound: Inbound,
  sender: Sender,
  first: Facts,
  quotedRefs: readonly string[],
  takes: boolean,
  now: Instant,
  policy: Policy,
): Need => {
  const unit = first.unit ?? sender.unit;
  const { quote, chat } = inbound;
  // Small talk of a reporter makes nothing; what a member of staff says may be an answer to a dispatch.
  const acts = first.command === null && (first.intent !== 'chatter' || sender.staff !== null);
  return {
    locks: [
      unit === null ? `chat:${chatKey(chat)}` : `unit:${unit}`,
      `person:${sender.key}`,
      ...(acts ? [INCIDENTS] : []),
    ],
    unit,
    person: sender.key,
    staff: sender.staff,
    tickets: [...first.tickets, ...quotedRefs],
    quoted: quote === null || quote.messageId === null ? null : { chat, messageId: quote.messageId },
    // Somebody who goes out, or a school that needs nobody any more, may set a hand free for what waits.
    waiting: takes || (acts && (goesOut(sender.role) || first.intent === 'cancel' || first.intent === 'recovered')),
    allOpen:
      needsAllOpen(first.command) ||
      (first.command === null && overseesAll(first.intent, first.tickets, sender, inbound.addressed)),
    span: first.command === 'today' ? { from: startOfDay(now), to: now + 1 } : null,
    talk: { chat, person: sender.key },
    numbers: first.command === null,
    storm: acts ? { since: lookBack(now, policy), incident: null } : null,
  };
};

/** What a press has to see: its ticket, the presser's own, an open choice, and what waits for a hand that it sets free. */
export const needOfPress = (chat: ChatRef, sender: Sender, no: string): Need => ({
  ...NOTHING,
  locks: [`person:${sender.key}`, INCIDENTS],
  person: sender.key,
  staff: sender.staff,
  tickets: [no],
  waiting: true,
  talk: { chat, person: sender.key },
  // A press makes no report, but it may end an incident's head.
  storm: { since: Number.MAX_SAFE_INTEGER, incident: null },
});
