import { In, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { TicketEventTable, TicketTable } from '../../entities/ticket.js';
import type { Instant, TicketEvent } from '../model.js';
import type { History } from '../ports.js';
import type { Crypt } from './crypt.js';
import { ticketOf } from './ticket-row.js';

/** How far back four digits are looked for (ports.ts, Need.tickets). */
const SHORT_NO_MS = 30 * 24 * 3_600_000;

/** The ticket of this number (whole, or its last four digits: the newest of 30 days) with its log in order; null where there is none. */
export async function historyOf(
  manager: EntityManager,
  ref: string,
  now: Instant,
  crypt: Crypt,
): Promise<History | null> {
  const where = ref.length > 4 ? { no: In([ref]) } : { shortNo: ref, reportedAt: MoreThanOrEqual(now - SHORT_NO_MS) };
  const [row] = await manager.find(TicketTable, { where, order: { reportedAt: 'DESC', no: 'DESC' }, take: 1 });
  if (row === undefined) return null;
  const lines = await manager.find(TicketEventTable, { where: { ticket: row.id }, order: { seq: 'ASC' } });
  return { ticket: ticketOf(row, crypt), events: lines.map(({ payload }) => crypt.open<TicketEvent>(payload)) };
}
