import type { ChatRef, Inbound } from '../bot/gateway.js';
import { needsAllOpen } from './decide/command.js';
import { startOfDay } from './decide/time.js';
import type { Facts, Instant, Sender } from './model.js';
import type { Need } from './ports.js';

/** Nothing at all: for decisions whose cause brings its own ticket. */
export const NOTHING: Need = {
  locks: [],
  unit: null,
  person: null,
  staff: null,
  tickets: [],
  quoted: null,
  allOpen: false,
  span: null,
  talk: null,
  numbers: false,
};

const chatKey = (chat: ChatRef): string => `${chat.channel}:${chat.id}`;

/**
 * What a message has to see, told by a first reading of its words alone: the unit's open tickets (a ticket that does not exist
 * cannot be locked, so the unit's row is, or the chat's where no unit is known), the sender's own, those named or quoted.
 */
export const needOfMessage = (
  inbound: Inbound,
  sender: Sender,
  first: Facts,
  quotedRefs: readonly string[],
  now: Instant,
): Need => {
  const unit = first.unit ?? sender.unit;
  const { quote, chat } = inbound;
  return {
    locks: [unit === null ? `chat:${chatKey(chat)}` : `unit:${unit}`, `person:${sender.key}`],
    unit,
    person: sender.key,
    staff: sender.staff,
    tickets: [...first.tickets, ...quotedRefs],
    quoted: quote === null || quote.messageId === null ? null : { chat, messageId: quote.messageId },
    allOpen: needsAllOpen(first.command),
    span: first.command === 'today' ? { from: startOfDay(now), to: now + 1 } : null,
    talk: { chat, person: sender.key },
    numbers: first.command === null,
  };
};

/** What a press has to see: its ticket, the presser's own, and an open choice. */
export const needOfPress = (chat: ChatRef, sender: Sender, no: string): Need => ({
  ...NOTHING,
  locks: [`person:${sender.key}`],
  person: sender.key,
  staff: sender.staff,
  tickets: [no],
  talk: { chat, person: sender.key },
});
