/** What is answered to 「为什么派给他」: the sending that is meant, with the reasons the log kept. Pure. */
import type { Place } from '../decision.js';
import type { Refusal, Sender, StaffId, Ticket, TicketEvent } from '../model.js';
import type { Loaded } from '../ports.js';
import type { AskOrder } from '../understand/ask.js';
import { isOpen } from './sla.js';

export type Offered = Extract<TicketEvent, { kind: 'offered' }>;

export type AskEffect =
  /** offered: the sending that is meant, with its reasons; null where it was never sent to that person. */
  | {
      readonly kind: 'why';
      readonly ticket: Ticket;
      readonly offered: Offered | null;
      readonly who: StaffId | null;
      readonly at: Place;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly at: Place };

type Asked = { readonly order: AskOrder; readonly loaded: Loaded; readonly sender: Sender; readonly at: Place };

const holder = (ticket: Ticket): StaffId | null => ('assignee' in ticket ? ticket.assignee : null);

const personOf = ({ order, sender }: Asked): StaffId | null => (order.who === 'me' ? sender.staff : order.who);

/** By number, else quoted; else the newest open job of that person, or the newest that was sent out here. */
const ticketOf = (asked: Asked): Ticket | null => {
  const { order, loaded, at } = asked;
  const { ref } = order;
  if (ref !== null) return loaded.tickets.find((t) => t.no === ref || t.no.endsWith(`-${ref}`)) ?? null;
  const quoted = loaded.tickets.find((t) => t.id === loaded.quoted?.ticket);
  if (quoted !== undefined) return quoted;
  const who = personOf(asked);
  const here = (t: Ticket): boolean => at.chat.kind === 'direct' || t.home.id === at.chat.id;
  const meant = loaded.tickets.filter(
    (t) => isOpen(t) && here(t) && holder(t) !== null && (who === null || holder(t) === who),
  );
  return meant.toSorted((a, b) => b.heardAt - a.heardAt)[0] ?? null;
};

/** The answer; nothing is changed by it. */
export const decideAsk = (asked: Asked): AskEffect => {
  const { order, loaded, at } = asked;
  const ticket = ticketOf(asked);
  if (ticket === null) {
    const refusal: Refusal = order.ref === null ? { kind: 'nothing-open' } : { kind: 'no-such-ticket', ref: order.ref };
    return { kind: 'refused', refusal, at };
  }
  const who = personOf(asked);
  const sent = (loaded.logs?.get(ticket.id) ?? [])
    .filter((event) => event.kind === 'offered')
    .filter(({ to }) => who === null || to === who);
  return { kind: 'why', ticket, offered: sent.at(-1) ?? null, who: who ?? holder(ticket), at };
};
