import type { House } from './decide/scene.js';
import { clocksOf, nextDue } from './decide/sla.js';
import type { Instant, Level, StaffId, Ticket, TicketState } from './model.js';
import { byPriority } from './decide/priority.js';
import { STATE, staffName } from './say/words.js';

/** One open ticket as a board shows it (design.md 5), with its running promises. */
export type BoardLine = {
  readonly no: string;
  /** The official name. */
  readonly unit: string | null;
  readonly place: string | null;
  readonly level: Level;
  readonly state: TicketState;
  readonly assignee: StaffId | null;
  readonly reportedAt: Instant;
  readonly dueAt: Instant | null;
  /** The incident it belongs to. */
  readonly incident: string | null;
  readonly fault: string;
  readonly clocks: readonly {
    readonly kind: 'accept' | 'arrive' | 'resolve';
    readonly due: Instant;
    readonly done: boolean;
    readonly late: boolean;
  }[];
  readonly assigneeName: string | null;
  readonly stateName: string;
};

const lineOf = (ticket: Ticket, house: House, now: Instant): BoardLine => {
  const assignee = 'assignee' in ticket ? ticket.assignee : null;
  return {
    no: ticket.no,
    unit: ticket.unit ?? ticket.room,
    place: ticket.place,
    level: ticket.level,
    state: ticket.state,
    assignee,
    reportedAt: ticket.reportedAt,
    dueAt: nextDue(ticket, house.policy)?.due ?? null,
    incident: ticket.incident?.id ?? null,
    fault: ticket.fault,
    clocks: clocksOf(ticket, house.policy).map((c) => ({
      kind: c.kind,
      due: c.due,
      done: c.doneAt !== null,
      late: (c.doneAt ?? now) > c.due,
    })),
    assigneeName: assignee === null ? null : staffName(assignee, house),
    stateName: STATE[ticket.state],
  };
};

/** Open tickets in the contract's order of work (triage-rubric.md 5). */
export const boardOf = (tickets: readonly Ticket[], house: House, now: Instant): readonly BoardLine[] =>
  [...tickets].sort(byPriority(house.units, house.policy)).map((t) => lineOf(t, house, now));
