import { In, LessThanOrEqual, type EntityManager } from 'typeorm';
import { TicketTable } from '../../entities/ticket.js';
import { TimerTable } from '../../entities/timer.js';
import type { Instant, Ticket, TicketId, Timer } from '../model.js';
import type { Timers } from '../ports.js';
import { reconcile } from './reconcile.js';
import { insert, update } from './rows.js';
import { OPEN, ticketOf } from './ticket-row.js';
import type { Tools } from './tools.js';

/**
 * Gives a ticket, which the transaction has locked, just the timers it wants, and tells when the earliest rings. `fresh`: the
 * ticket is new and has none.
 */
export async function setTimers(
  manager: EntityManager,
  tools: Pick<Tools, 'ids'>,
  ticket: TicketId,
  wanted: readonly Timer[],
  fresh: boolean,
): Promise<Instant | null> {
  const existing = fresh ? [] : await manager.findBy(TimerTable, { ticket });
  const changes = reconcile(existing, wanted);
  if (changes.cancel.length > 0) {
    await update(manager, TimerTable, { id: In(changes.cancel), state: 'due' }, { state: 'cancelled' });
  }
  for (const { id, due } of changes.move) {
    await update(manager, TimerTable, { id }, { state: 'due', due, error: null });
  }
  const rows = changes.insert.map(({ key, kind, due }) => {
    return { id: tools.ids.next(), ticket, key, kind, due, state: 'due', doneAt: null, error: null } as const;
  });
  await insert(manager, TimerTable, rows);
  return changes.next;
}

/** States in which a ticket wants timers: those to be worked on, and the repaired that close by themselves. */
const TIMED = [...OPEN, 'resolved'] as const;

/** One ticket's timers made equal to what it wants, with the ticket locked before them, as everybody does; true where some were not. */
const realignOne = async (
  manager: EntityManager,
  tools: Tools,
  id: TicketId,
  wanted: (ticket: Ticket) => readonly Timer[],
): Promise<boolean> => {
  const [row] = await manager.find(TicketTable, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (row === undefined) return false;
  const timers = wanted(ticketOf(row, tools.crypt));
  const { insert: fresh, move, cancel } = reconcile(await manager.findBy(TimerTable, { ticket: id }), timers);
  if (fresh.length + move.length + cancel.length === 0) return false;
  await setTimers(manager, tools, id, timers, false);
  return true;
};

/** The clock's side of the timers: what is due, and when to look again. */
export function createTimers(tools: Tools): Timers {
  const { database, clock } = tools;
  return {
    due: (limit) =>
      database.steady((manager) =>
        manager.find(TimerTable, {
          select: { id: true, due: true },
          where: { state: 'due', due: LessThanOrEqual(clock.now()) },
          order: { due: 'ASC', id: 'ASC' },
          take: limit,
        }),
      ),
    next: async () => {
      const [first] = await database.steady((manager) =>
        manager.find(TimerTable, { select: { due: true }, where: { state: 'due' }, order: { due: 'ASC' }, take: 1 }),
      );
      return first?.due ?? null;
    },
    realign: async (wanted) => {
      const rows = await database.steady((manager) =>
        manager.find(TicketTable, { select: { id: true }, where: { state: In([...TIMED]) }, order: { id: 'ASC' } }),
      );
      let changed = 0;
      for (const { id } of rows)
        if (await database.transact((manager) => realignOne(manager, tools, id, wanted))) changed += 1;
      return changed;
    },
  };
}
