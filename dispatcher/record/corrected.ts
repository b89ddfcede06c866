import { In, type EntityManager } from 'typeorm';
import { TicketEventTable, TicketTable, type TicketRow } from '../../entities/ticket.js';
import type { TicketId } from '../model.js';

/** Rows of one statement; a longer list of ids is cut up. */
const CHUNK = 500;

type Told = Pick<TicketRow, 'id' | 'no' | 'reporter' | 'reportedAt'>;
type Corrected = { readonly ticket: TicketId; readonly together: readonly TicketId[] };

const find = async <Key extends 'id' | 'reportedAt'>(
  manager: EntityManager,
  column: Key,
  values: readonly TicketRow[Key][],
): Promise<readonly Told[]> => {
  const rows: Told[] = [];
  for (let at = 0; at < values.length; at += CHUNK) {
    const where = { [column]: In(values.slice(at, at + CHUNK)) };
    const select = { id: true, no: true, reporter: true, reportedAt: true };
    rows.push(...(await manager.find(TicketTable, { where, select })));
  }
  return rows;
};

const byNumber = (a: Told, b: Told): number => (a.no < b.no ? -1 : 1);

/**
 * Tickets with a correction in their log, in the order of their numbers. One message of one person is one instant: tickets that the
 * same person reported at the same one came of the same message.
 */
export async function corrected(manager: EntityManager): Promise<readonly Corrected[]> {
  const lines = await manager
    .createQueryBuilder(TicketEventTable, 'event')
    .select('event.ticket', 'ticket')
    .where('event.kind = :kind', { kind: 'corrected' })
    .groupBy('event.ticket')
    .getRawMany<{ ticket: TicketId }>();
  const right = await find(
    manager,
    'id',
    lines.map((line) => line.ticket),
  );
  const near = [...(await find(manager, 'reportedAt', [...new Set(right.map((row) => row.reportedAt))]))].sort(
    byNumber,
  );
  return [...right].sort(byNumber).map(({ id, reporter, reportedAt }) => ({
    ticket: id,
    together: near.filter((row) => row.reporter === reporter && row.reportedAt === reportedAt).map((row) => row.id),
  }));
}
