import type { Agent, Sender, Ticket, UnitName } from '../model.js';
import type { DeskFault } from './desk-decision.js';

/** Whom an order of the desk speaks for, as its words tell it; `key` where a mention or an id does. */
export type Named = { readonly name: string; readonly key: string | null; readonly units: readonly UnitName[] };

const senderFor = (ticket: Ticket, who: { readonly key: string; readonly name: string }, via: Agent): Sender => ({
  key: who.key,
  name: who.name,
  role: 'reporter',
  staff: null,
  unit: ticket.unit,
  phone: ticket.phone,
  via,
});

/** The person of this name on the ticket: who reported, called or is to be asked for, else who joined. */
const on = (ticket: Ticket, { name, key }: Named): { readonly key: string; readonly name: string } | null => {
  const { reporter, caller, contact, members } = ticket;
  const all = [reporter, ...members];
  if (key !== null) return all.find((p) => p.key === key) ?? null;
  if (reporter.name === name || caller?.name === name || contact === name) return { ...reporter, name };
  return members.find((m) => m.name === name) ?? null;
};

/**
 * The school's contact that the desk speaks for: the one of this name on the ticket named or quoted, else on the only tickets that
 * have such a one. Of two people none is guessed; a number with somebody else's name is a slip that is told.
 */
export const principalOf = (
  named: Named,
  pointed: readonly Ticket[],
  tickets: readonly Ticket[],
  via: Agent,
): Sender | DeskFault => {
  const [first] = pointed;
  if (first !== undefined) {
    const who = on(first, named);
    return who === null ? { kind: 'not-theirs', ticket: first, name: named.name } : senderFor(first, who, via);
  }
  const theirs = tickets
    .filter((t) => named.units.length === 0 || (t.unit !== null && named.units.includes(t.unit)))
    .flatMap((ticket) => {
      const who = on(ticket, named);
      return who === null ? [] : [{ ticket, who }];
    });
  const [only] = theirs;
  if (only === undefined) return { kind: 'no-ticket-of', name: named.name };
  return theirs.some(({ who }) => who.key !== only.who.key)
    ? { kind: 'which', tickets: theirs.map(({ ticket }) => ticket) }
    : senderFor(only.ticket, only.who, via);
};
