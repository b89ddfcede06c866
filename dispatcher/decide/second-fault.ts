import type { Decision } from '../decision.js';
import type { Facts, Fault, Ticket } from '../model.js';
import { contradicts } from './place.js';
import { decideReport } from './report.js';
import { isOf, sameKind } from './same-fault.js';
import type { Scene } from './scene.js';
import { isOpen } from './sla.js';

/** A loss of network without a place or an extent says nothing of its own: it can be a word on anything. */
const isDefinite = (fault: Fault): boolean =>
  fault.location !== null ||
  fault.scope !== 'unknown' ||
  !sameKind(fault.category, 'metro') ||
  fault.category === 'wireless';

/** One device named, and not by its network: a printer, a projector. */
const namesDevice = (fault: Fault): boolean => fault.scope === 'terminal' && !/断网|网络|不稳/u.test(fault.summary);

/** Does this fault tell another thing than the ticket, or the same thing at a place that cannot be the same? */
const isAnother = (ticket: Ticket, fault: Fault): boolean => {
  if (!isDefinite(fault)) return false;
  if (!sameKind(ticket.category, fault.category)) return true;
  if (namesDevice(fault) && ticket.scope !== 'terminal' && ticket.fault !== fault.summary) return true;
  return ticket.place !== null && fault.location !== null && contradicts(ticket.place, fault.location);
};

/** Of several tickets that a detail could belong to, those it fits: all where it tells nothing broken. */
export const fitting = (tickets: readonly Ticket[], facts: Facts): readonly Ticket[] => {
  const told = [...facts.symptoms, ...facts.faults].filter(isDefinite);
  const fit = tickets.filter((ticket) => told.some((fault) => !isAnother(ticket, fault)));
  return fit.length > 0 ? fit : tickets;
};

/**
 * What reads as detail of a reporter's open ticket, but names another broken thing: a report of its own, never glued to the first (issue 2).
 * Words that put right what was told before, name a ticket or quote one are about that. Null: they are detail.
 */
export const decideSecondFault = (scene: Scene): Decision | null => {
  const { facts, loaded, sender } = scene;
  if (facts.intent !== 'supplement' || facts.amends || facts.tickets.length > 0) return null;
  if (loaded.tickets.some((t) => t.id === loaded.quoted?.ticket)) return null;
  const own = loaded.tickets.filter((t) => isOpen(t) && isOf(t, sender));
  const told = facts.symptoms.length > 0 ? facts.symptoms : facts.faults;
  const others = told.filter((fault) => own.every((ticket) => isAnother(ticket, fault)));
  if (own.length === 0 || others.length === 0) return null;
  return decideReport({ ...scene, facts: { ...facts, intent: 'report', faults: others } });
};
