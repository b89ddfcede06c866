import { In, type EntityManager } from 'typeorm';
import { StoreError } from '../../entities/fault.js';
import { InboundTable } from '../../entities/inbound.js';
import { TicketEventTable, TicketMemberTable, TicketTable } from '../../entities/ticket.js';
import type { Instant, Ticket, TicketEvent } from '../model.js';
import type { Cause, Need, Outcome } from '../ports.js';
import { writeBulletins } from './bulletins.js';
import { writeInspections } from './inspections.js';
import { fit } from './fit.js';
import { writeGuarantees } from './guarantees.js';
import { writeIncidents } from './incidents.js';
import type { Snapshot } from './load.js';
import { bookNumbers, newTickets } from './numbers.js';
import { post } from './post.js';
import { remember } from './remember.js';
import { writeRota } from './rota.js';
import { insert, update } from './rows.js';
import { rowOf } from './ticket-row.js';
import { setTimers } from './timers.js';
import type { Tools } from './tools.js';

type Change = Outcome['changes'][number];
type Deed = { readonly cause: Cause; readonly need: Need; readonly snapshot: Snapshot; readonly outcome: Outcome };

const peopleOf = (ticket: Ticket): string[] => [
  ...new Set(
    [ticket.reporter, ...(ticket.caller === null ? [] : [ticket.caller.by]), ...ticket.members].map(({ key }) =>
      fit(key),
    ),
  ),
];

const writeMembers = async (manager: EntityManager, after: Ticket, before: Ticket | null): Promise<void> => {
  const had = before === null ? [] : peopleOf(before);
  const has = peopleOf(after);
  const gone = had.filter((person) => !has.includes(person));
  if (gone.length > 0) await manager.delete(TicketMemberTable, { ticket: after.id, person: In(gone) });
  const come = has.filter((person) => !had.includes(person));
  await insert(
    manager,
    TicketMemberTable,
    come.map((person) => ({ ticket: after.id, person })),
  );
};

const writeEvents = (
  manager: EntityManager,
  { crypt }: Tools,
  ticket: string,
  first: number,
  events: readonly TicketEvent[],
) =>
  insert(
    manager,
    TicketEventTable,
    events.map((event, index) => ({
      ticket,
      seq: first + index,
      kind: event.kind,
      at: event.at,
      by: event.by === 'clock' ? 'clock' : fit(event.by.key),
      payload: crypt.seal(event),
    })),
  );

/** Writes one ticket with its log, its people and its timers; gives when its earliest timer rings. */
const writeChange = async (
  manager: EntityManager,
  tools: Tools,
  { need, snapshot }: Deed,
  { after, events, timers }: Change,
): Promise<Instant | null> => {
  const row = snapshot.rows.get(after.id);
  const before = snapshot.loaded.tickets.find(({ id }) => id === after.id) ?? null;
  const fresh = rowOf(after, tools.crypt);
  if (row === undefined) {
    if (!need.numbers) {
      throw new StoreError(
        'NUMBER_NOT_LOCKED',
        `ticket ${after.id} was neither loaded nor announced as new`,
        'The decision has to name it in Need.tickets, or set Need.numbers where it makes tickets.',
      );
    }
    await insert(manager, TicketTable, [{ ...fresh, events: events.length, version: 1 }]);
  } else {
    const counted = { events: row.events + events.length, version: row.version + 1 };
    await update(manager, TicketTable, { id: after.id }, { ...fresh, ...counted });
  }
  await writeEvents(manager, tools, after.id, (row?.events ?? 0) + 1, events);
  await writeMembers(manager, after, before);
  return setTimers(manager, tools, after.id, timers, row === undefined);
};

/**
 * Writes what a decision came to: tickets, log, people, timers, guaranteed events, incidents, outbox, conversation, what was learnt. Whole or not at all, for it
 * runs in the transaction that loaded. Gives when the earliest timer of the tickets touched rings.
 */
export async function apply(manager: EntityManager, tools: Tools, deed: Deed): Promise<Instant | null> {
  const { cause, need, snapshot, outcome } = deed;
  const { now } = snapshot.loaded;
  const next: Instant[] = [];
  for (const change of outcome.changes) {
    const earliest = await writeChange(manager, tools, deed, change);
    if (earliest !== null) next.push(earliest);
  }
  await writeBulletins(manager, tools.crypt, outcome.bulletins ?? []);
  await writeInspections(manager, tools.crypt, outcome.inspections ?? []);
  await writeRota(manager, tools.crypt, outcome.rota);
  await writeGuarantees(manager, tools.crypt, outcome.guarantees);
  await writeIncidents(manager, tools.crypt, outcome.incidents);
  await bookNumbers(manager, newTickets(outcome, snapshot.rows), now);
  await post(manager, tools, outcome.says, now);
  await remember(manager, tools, need, outcome, now);
  const [first] = outcome.changes;
  if (first !== undefined && (cause.kind === 'message' || cause.kind === 'press')) {
    await update(manager, InboundTable, { id: cause.id }, { ticket: first.after.id });
  }
  return next.length === 0 ? null : Math.min(...next);
}
