/** The harness's tickets: just enough of a ticket's life for the page to be worked on. */
import type { Instant, Level, Millis } from '../../dispatcher/model.js';
import type { BoardClock, BoardEntry } from '../deps.js';

export type FakeState = 'offered' | 'accepted' | 'arrived' | 'suspended' | 'resolved';

export type FakeTicket = {
  readonly no: string;
  readonly unit: string | null;
  readonly place: string | null;
  readonly fault: string;
  readonly level: Level;
  readonly reporter: string;
  readonly reportedAt: Instant;
  state: FakeState;
  assignee: { readonly id: string; readonly name: string };
  acceptedAt: Instant | null;
  arrivedAt: Instant | null;
};

const MIN = 60_000;
const HOUR = 60 * MIN;
const SPANS: Readonly<Record<Level, { accept: Millis; arrive: Millis; resolve: Millis }>> = {
  1: { accept: 5 * MIN, arrive: 30 * MIN, resolve: 4 * HOUR },
  2: { accept: 15 * MIN, arrive: 2 * HOUR, resolve: 8 * HOUR },
  3: { accept: HOUR, arrive: 24 * HOUR, resolve: 48 * HOUR },
};
const STATE_NAMES: Readonly<Record<FakeState, string>> = {
  offered: '待接单',
  accepted: '已接单',
  arrived: '已到场',
  suspended: '已挂起',
  resolved: '已办结',
};

/** The three promises of a ticket, as seen at `now`. */
export function clocksOf(ticket: FakeTicket, now: Instant): BoardClock[] {
  const done = {
    accept: ticket.acceptedAt,
    arrive: ticket.arrivedAt,
    resolve: ticket.state === 'resolved' ? now : null,
  };
  return (['accept', 'arrive', 'resolve'] as const).map((kind) => {
    const due = ticket.reportedAt + SPANS[ticket.level][kind];
    return { kind, due, done: done[kind] !== null, late: (done[kind] ?? now) > due };
  });
}

/** A ticket as the board shows it. */
export function entryOf(ticket: FakeTicket, now: Instant): BoardEntry {
  const clocks = clocksOf(ticket, now);
  return {
    no: ticket.no,
    unit: ticket.unit,
    place: ticket.place,
    level: ticket.level,
    state: ticket.state,
    assignee: ticket.assignee.id,
    reportedAt: ticket.reportedAt,
    dueAt: clocks.find((clock) => !clock.done)?.due ?? null,
    fault: ticket.fault,
    clocks,
    assigneeName: ticket.assignee.name,
    stateName: STATE_NAMES[ticket.state],
  };
}
