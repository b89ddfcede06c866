import type { Ticket } from '../model.js';

const MARK = 'plan:';

/** The planned work that keeps this ticket back (`evolve`, held); null where none does. */
export const planOf = (ticket: Ticket): string | null =>
  ticket.state === 'unassigned' && ticket.why.startsWith(MARK) ? ticket.why.slice(MARK.length) : null;
