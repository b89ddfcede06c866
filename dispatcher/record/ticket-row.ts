/** A Ticket as a row and back. What a column holds is not in the body, so there is one truth of each. */
import type { Ticket, TicketState } from '../model.js';
import type { TicketRow } from '../../entities/ticket.js';
import type { Crypt } from './crypt.js';
import { fit } from './fit.js';

/** Columns that every ticket has. */
const COMMON = ['id', 'no', 'level', 'category', 'unit', 'room', 'reportedAt', 'round', 'reopened'] as const;

type Held = 'assignee' | 'acceptedAt' | 'arrivedAt' | 'resolvedAt' | 'closedAt';

/** Columns that a ticket has in a state, and only there. */
const HELD: { readonly [S in TicketState]: readonly Held[] } = {
  unassigned: [],
  offered: ['assignee'],
  accepted: ['assignee', 'acceptedAt'],
  arrived: ['assignee', 'acceptedAt', 'arrivedAt'],
  suspended: ['assignee', 'acceptedAt', 'arrivedAt'],
  resolved: ['assignee', 'acceptedAt', 'arrivedAt', 'resolvedAt'],
  closed: ['assignee', 'acceptedAt', 'arrivedAt', 'resolvedAt', 'closedAt'],
  cancelled: [],
  merged: [],
};

/** States in which a ticket is still to be worked on; the same as `isOpen` of decide/sla.ts, as a list for SQL. */
export const OPEN: readonly TicketState[] = ['unassigned', 'offered', 'accepted', 'arrived', 'suspended'];
/** States that count as work of the assignee. */
export const LOADING: readonly TicketState[] = ['offered', 'accepted', 'arrived'];

const finishedAt = (ticket: Ticket): number | null => {
  switch (ticket.state) {
    case 'unassigned':
    case 'offered':
    case 'accepted':
    case 'arrived':
    case 'suspended':
      return null;
    case 'resolved':
      return ticket.resolvedAt;
    case 'closed':
      return ticket.closedAt;
    case 'cancelled':
      return ticket.cancelledAt;
    case 'merged':
      return ticket.mergedAt;
    default:
      return ticket satisfies never;
  }
};

const heldOf = (ticket: Ticket): Pick<TicketRow, Held> => ({
  assignee: null,
  acceptedAt: null,
  arrivedAt: null,
  resolvedAt: null,
  closedAt: null,
  ...Object.fromEntries(HELD[ticket.state].map((name) => [name, (ticket as Record<Held, unknown>)[name]])),
});

/** The row of a ticket, but for the counters that `apply` keeps. */
export function rowOf(ticket: Ticket, crypt: Crypt): Omit<TicketRow, 'events' | 'version'> {
  const own = new Set<string>(['state', ...COMMON, ...HELD[ticket.state]]);
  const body = Object.fromEntries(Object.entries(ticket).filter(([name]) => !own.has(name)));
  return {
    id: ticket.id,
    no: ticket.no,
    shortNo: ticket.no.slice(-4),
    state: ticket.state,
    level: ticket.level,
    category: ticket.category,
    unit: ticket.unit,
    room: ticket.room,
    ...heldOf(ticket),
    reporter: fit(ticket.reporter.key),
    homeChat: fit(`${ticket.home.channel}:${ticket.home.id}`),
    reportedAt: ticket.reportedAt,
    finishedAt: finishedAt(ticket),
    rating: ticket.state === 'closed' ? (ticket.rating?.score ?? null) : null,
    round: ticket.round,
    reopened: ticket.reopened,
    incident: ticket.incident?.id ?? null,
    body: crypt.seal(body),
  };
}

/** What tickets written by an earlier version do not hold. */
const SINCE = { caller: null, lapsed: [], reachedAt: null, began: null, incident: null, wordAt: null } as const;

/** The ticket of a row, exactly as it was given to `rowOf`. Throws the codes of `Crypt.open`. */
export function ticketOf(row: TicketRow, crypt: Crypt): Ticket {
  const columns = ['state', ...COMMON, ...HELD[row.state]] as const;
  const own = Object.fromEntries(columns.map((name) => [name, row[name]]));
  return { ...SINCE, ...crypt.open<object>(row.body), ...own } as unknown as Ticket;
}
