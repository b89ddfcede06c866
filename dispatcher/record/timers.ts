import { In, LessThanOrEqual, type EntityManager } from 'typeorm';
import { TimerTable } from '../../entities/timer.js';
import type { Instant, TicketId, Timer } from '../model.js';
import type { Timers } from '../ports.js';
import { reconcile } from './reconcile.js';
import { insert, update } from './rows.js';
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

/** The clock's side of the timers: what is due, and when to look again. */
export function createTimers({ database, clock }: Tools): Timers {
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
  };
}
