import type { Category, Fault, Scope, Sender, Ticket, UnitName } from '../model.js';
import { isOpen } from './sla.js';

/** Kinds of work that one loss of network can be told as. */
const NETWORK: readonly Category[] = ['campus', 'metro', 'fibre', 'wireless', 'room'];

/** Can both be told of one fault? A loss of network is told in many ways. */
export const sameKind = (a: Category, b: Category): boolean => a === b || (NETWORK.includes(a) && NETWORK.includes(b));

const WIDE: readonly Scope[] = ['region', 'unit', 'unit-partly'];

/** Places as people write them, without the words that make no difference. */
const bare = (place: string): string => place.replace(/[\s的层楼号室]/gu, '');

const samePlace = (ticket: Ticket, fault: Fault): boolean => {
  if (ticket.place !== null && fault.location !== null) {
    const [a, b] = [bare(ticket.place), bare(fault.location)];
    return a === b || a.includes(b) || b.includes(a);
  }
  const wide = (scope: Scope): boolean => WIDE.includes(scope) || scope === 'unknown';
  return wide(ticket.scope) || wide(fault.scope)
    ? true
    : ticket.place === null && fault.location === null && ticket.scope === fault.scope;
};

/** Does the bot ask this person what is still missing: who reported it, or who of the desk entered the call? */
export const isAsked = (ticket: Ticket, sender: Sender): boolean =>
  ticket.reporter.key === sender.key || ticket.caller?.by.key === sender.key;

/** Did this person report it, enter it for a caller, or join it? */
export const isOf = (ticket: Ticket, sender: Sender): boolean =>
  isAsked(ticket, sender) || ticket.members.some((m) => m.key === sender.key);

/** Does this fault tell what the ticket tells: the same unit (as far as one is named), kind and place? */
export const tellsSame = (ticket: Ticket, fault: Fault, unit: UnitName | null): boolean =>
  (unit === null || ticket.unit === unit) && sameKind(ticket.category, fault.category) && samePlace(ticket, fault);

/**
 * The open ticket that tells the same fault, or null. Another person of the same unit joins it when kind and place agree; one's own
 * second fault is never glued to the first: the same person must say the same thing of the same place to be taken as repeating.
 */
export const sameFault = (
  fault: Fault,
  unit: UnitName | null,
  sender: Sender,
  tickets: readonly Ticket[],
): Ticket | null => {
  if (unit === null) return null;
  const near = tickets.filter((t) => isOpen(t) && t.unit === unit && sameKind(t.category, fault.category));
  const found = near.find((t) =>
    isOf(t, sender)
      ? t.category === fault.category && t.fault === fault.summary && t.place === fault.location
      : samePlace(t, fault),
  );
  return found ?? null;
};
