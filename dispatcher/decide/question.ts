import type { Asked, Sender, Ticket } from '../model.js';

/** Scopes whose place must be known to go there; a whole unit needs none. */
export const needsPlace = (ticket: Ticket): boolean => {
  switch (ticket.scope) {
    case 'building':
    case 'floor':
    case 'rooms':
    case 'room':
    case 'terminal':
    case 'unknown':
      return ticket.room === null;
    case 'region':
    case 'unit':
    case 'unit-partly':
      return false;
  }
};

/**
 * The one question that is still needed: the unit, then how far it reaches or the place, then a telephone number (issue 2). several: the message named
 * more than one unit, so that none is missing. Staff are not asked for their number, but for a caller's.
 */
export const questionFor = (ticket: Ticket, sender: Sender, several: boolean): Asked | null => {
  if (ticket.unit === null && ticket.room === null && !several) return 'unit';
  // How far it reaches decides the level, so it is asked before the place; its answer tells the place as well.
  if (ticket.place === null && ticket.scope === 'unknown' && ticket.room === null) return 'scope';
  if (ticket.place === null && needsPlace(ticket)) return 'location';
  if (ticket.phone === null && (sender.role === 'reporter' || ticket.caller !== null)) return 'phone';
  return null;
};
