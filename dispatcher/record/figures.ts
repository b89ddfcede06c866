import type { EntityManager, EntitySchema, ObjectLiteral } from 'typeorm';
import { InboundTable, type InboundRow } from '../../entities/inbound.js';
import { OutboxTable, type OutboxRow } from '../../entities/outbox.js';
import { TicketTable } from '../../entities/ticket.js';
import { TimerTable } from '../../entities/timer.js';
import type { Instant, Level, TicketState } from '../model.js';
import type { Figures } from '../ports.js';

type Counted = { state: string; count: string | number };

/** Rows by state; a state without rows is missing. */
const byState = async <Row extends ObjectLiteral>(
  manager: EntityManager,
  table: EntitySchema<Row>,
): Promise<ReadonlyMap<string, number>> => {
  const rows = await manager
    .createQueryBuilder(table, 'row')
    .select('row.state', 'state')
    .addSelect('COUNT(*)', 'count')
    .groupBy('row.state')
    .getRawMany<Counted>();
  return new Map(rows.map(({ state, count }) => [state, Number(count)]));
};

const messages = async (manager: EntityManager): Promise<Figures['messages']> => {
  const counts = await byState(manager, InboundTable);
  const of = (state: InboundRow['state']): number => counts.get(state) ?? 0;
  return {
    kept: of('kept') + of('handled') + of('set-aside'),
    handled: of('handled'),
    waiting: of('kept'),
    setAside: of('set-aside'),
  };
};

const tickets = async (manager: EntityManager): Promise<Figures['tickets']> => {
  const rows = await manager
    .createQueryBuilder(TicketTable, 'ticket')
    .select('ticket.level', 'level')
    .addSelect('ticket.state', 'state')
    .addSelect('COUNT(*)', 'count')
    .groupBy('ticket.level')
    .addGroupBy('ticket.state')
    .orderBy('ticket.level')
    .addOrderBy('ticket.state')
    .getRawMany<{ level: string | number; state: TicketState; count: string | number }>();
  return rows.map(({ level, state, count }) => ({ level: Number(level) as Level, state, count: Number(count) }));
};

const outbox = async (manager: EntityManager): Promise<Figures['outbox']> => {
  const counts = await byState(manager, OutboxTable);
  const of = (state: OutboxRow['state']): number => counts.get(state) ?? 0;
  const [oldest] = await manager.find(OutboxTable, {
    select: { seq: true, createdAt: true },
    where: { state: 'due' },
    order: { createdAt: 'ASC' },
    take: 1,
  });
  return {
    waiting: of('due') + of('sending'),
    unknown: of('unknown'),
    dead: of('dead'),
    oldestWaiting: oldest?.createdAt ?? null,
  };
};

const timers = async (manager: EntityManager, now: Instant): Promise<Figures['timers']> => {
  const late = await manager
    .createQueryBuilder(TimerTable, 'timer')
    .select('COUNT(*)', 'count')
    .addSelect('MIN(timer.due)', 'first')
    .where('timer.state = :state AND timer.due <= :now', { state: 'due', now })
    .getRawOne<{ count: string | number; first: string | number | null }>();
  const first = late?.first ?? null;
  return { due: Number(late?.count ?? 0), latest: first === null ? 0 : now - Number(first) };
};

/** Counts for metrics and the health page. `timers.latest` is how late the most overdue timer is, in ms. */
export async function figures(manager: EntityManager, now: Instant): Promise<Figures> {
  return {
    messages: await messages(manager),
    tickets: await tickets(manager),
    outbox: await outbox(manager),
    timers: await timers(manager, now),
  };
}
