import type { Intent, Sender, Ticket } from '../model.js';
import type { Loaded } from '../ports.js';
import { lapsedFrom } from './lifecycle.js';
import { isOpen } from './sla.js';
import { isColleague } from './rights.js';
import { isOf } from './same-fault.js';

/** Which ticket a message is about. many: the bot has to ask, it never guesses between two. */
export type Target =
  | { readonly kind: 'one'; readonly ticket: Ticket }
  | { readonly kind: 'many'; readonly tickets: readonly Ticket[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown-number'; readonly ref: string };

const holds = (ticket: Ticket, sender: Sender): boolean =>
  'assignee' in ticket && sender.staff !== null && ticket.assignee === sender.staff;

/** Which of one's tickets an act can be about, by the act alone. */
const fits = (ticket: Ticket, act: Intent, sender: Sender): boolean => {
  const mine = holds(ticket, sender);
  switch (act) {
    case 'accept':
      return mine && ticket.state === 'offered';
    case 'decline':
      return mine && (ticket.state === 'offered' || ticket.state === 'accepted' || ticket.state === 'arrived');
    case 'arrive':
      return mine && (ticket.state === 'offered' || ticket.state === 'accepted');
    case 'suspend':
      return mine && (ticket.state === 'offered' || ticket.state === 'accepted' || ticket.state === 'arrived');
    case 'resume':
      return mine && ticket.state === 'suspended';
    case 'progress':
    case 'resolve':
      return mine && (isOpen(ticket) || (ticket.state === 'resolved' && ticket.resolution === ''));
    case 'feedback':
      return isOf(ticket, sender) && (ticket.state === 'resolved' || ticket.state === 'closed');
    case 'recovered':
      return isOf(ticket, sender) && (isOpen(ticket) || ticket.state === 'resolved');
    case 'supplement':
    case 'urge':
    case 'cancel':
      return isOf(ticket, sender) && isOpen(ticket);
    case 'query':
      return (isOf(ticket, sender) || mine) && isOpen(ticket);
    case 'report':
    case 'chatter':
      return false;
  }
};

/**
 * Where none fits: a suspended ticket of the sender's, who is back on site or hands it on from there; or one that was offered to the sender,
 * that nobody has accepted since, and that is now reached or repaired.
 */
const waits = (ticket: Ticket, act: Intent, sender: Sender): boolean =>
  ((act === 'arrive' || act === 'decline') && ticket.state === 'suspended' && holds(ticket, sender)) ||
  ((act === 'arrive' || act === 'resolve') && lapsedFrom(ticket, sender.staff)) ||
  // 好了吗, just after it was told to be repaired.
  (act === 'query' && isOf(ticket, sender) && (ticket.state === 'resolved' || ticket.state === 'closed'));

/** Where nothing is one's own: an open ticket of one's school, which a colleague may ask for and press; what takes it back names it. */
const ofSchool = (ticket: Ticket, act: Intent, sender: Sender): boolean =>
  (act === 'urge' || act === 'query') && isOpen(ticket) && isColleague(ticket, sender);

const one = (tickets: readonly Ticket[]): Target => {
  const [first, ...rest] = tickets;
  if (first === undefined) return { kind: 'none' };
  return rest.length === 0 ? { kind: 'one', ticket: first } : { kind: 'many', tickets };
};

/** Tickets named by number (whole, or the last four digits) among those loaded, each once; the newest of a short number. */
const numbered = (refs: readonly string[], tickets: readonly Ticket[]): readonly Ticket[] => {
  const found = refs.flatMap((ref) => tickets.find((t) => t.no === ref || t.no.endsWith(`-${ref}`)) ?? []);
  return [...new Set(found)];
};

/**
 * The ticket an act is about: named by number, then quoted, then the only one of the sender's that the act fits. A loaded ticket that does
 * not fit is still given when it was named or quoted, so that the refusal can say why. (Who takes a job without naming it: take.ts.)
 */
export const targetOf = (act: Intent, refs: readonly string[], sender: Sender, loaded: Loaded): Target => {
  const [ref] = refs;
  if (ref !== undefined) {
    const found = numbered(refs, loaded.tickets);
    return found.length === 0 ? { kind: 'unknown-number', ref } : one(found);
  }
  const quoted = loaded.quoted === null ? undefined : loaded.tickets.find((t) => t.id === loaded.quoted?.ticket);
  if (quoted !== undefined) return { kind: 'one', ticket: quoted };
  const fitting = loaded.tickets.filter((t) => fits(t, act, sender));
  if (fitting.length > 0) return one(fitting);
  const waiting = loaded.tickets.filter((t) => waits(t, act, sender));
  return one(waiting.length > 0 ? waiting : loaded.tickets.filter((t) => ofSchool(t, act, sender)));
};
