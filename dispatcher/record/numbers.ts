/** Ticket numbers, counted per day of Asia/Shanghai (design.md 5). */
import type { EntityManager } from 'typeorm';
import { CounterTable } from '../../entities/coordination.js';
import type { Instant, TicketId } from '../model.js';
import type { Outcome } from '../ports.js';
import { dayOf } from './day.js';
import { lockRow } from './locks.js';
import { update } from './rows.js';

/** The number that comes next, as far as can be seen without waiting for others. */
export async function peekNumber(manager: EntityManager, now: Instant): Promise<number> {
  return ((await manager.findOneBy(CounterTable, { day: dayOf(now) }))?.last ?? 0) + 1;
}

/** The number that comes next; nobody else gets one until the transaction ends. */
export async function lockNumber(manager: EntityManager, now: Instant): Promise<number> {
  return (await lockRow(manager, CounterTable, { day: dayOf(now) })).last + 1;
}

/** The changes of a decision that make a ticket. */
export function newTickets({ changes }: Outcome, known: ReadonlyMap<TicketId, unknown>): Outcome['changes'] {
  return changes.filter(({ after }) => !known.has(after.id));
}

/** Books the numbers of new tickets: the counter then stands at the highest. Does nothing for none. */
export async function bookNumbers(manager: EntityManager, made: Outcome['changes'], now: Instant): Promise<void> {
  if (made.length === 0) return;
  const last = Math.max(...made.map(({ after }) => Number(after.no.slice(after.no.lastIndexOf('-') + 1))));
  await update(manager, CounterTable, { day: dayOf(now) }, { last });
}
