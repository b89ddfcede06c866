import { In, type EntityManager } from 'typeorm';
import type { Outbound } from '../../bot/gateway.js';
import { OutboxTable, type OutboxRow } from '../../entities/outbox.js';
import type { Fold } from '../model.js';
import { foldedWords } from '../say/folded.js';
import { update } from './rows.js';
import type { Tools } from './tools.js';

/** As many as one message lists; the rest make the next one. */
const MOST = 40;

/**
 * Makes one message of `row` and those that wait with it, where they are enough for their fold: their words go into the row, and
 * they are settled as folded, in the claim's own transaction, so nothing is lost and nothing is said twice. Gives the row's outbound.
 */
export async function foldInto(
  manager: EntityManager,
  { crypt, logger }: Pick<Tools, 'crypt' | 'logger'>,
  row: OutboxRow,
  mates: readonly string[],
): Promise<string> {
  if (row.fold === null || mates.length === 0 || row.attempts > 0) return row.outbound;
  const first = crypt.open<Fold>(row.fold);
  if (mates.length + 1 < first.min) return row.outbound;
  const where = { id: In(mates.slice(0, MOST - 1)), state: 'due' as const, attempts: 0 };
  const others = await manager.find(OutboxTable, { where, order: { seq: 'ASC' } });
  const folds = others.flatMap(({ fold }) => (fold === null ? [] : [crypt.open<Fold>(fold)]));
  if (folds.length === 0) return row.outbound;
  await update(manager, OutboxTable, { id: In(others.map(({ id }) => id)) }, { state: 'folded', reason: row.id });
  logger.info({ message: row.id, lane: row.lane, folded: others.length }, 'said together');
  const whole = crypt.open<Outbound>(row.outbound);
  return crypt.seal({ ...whole, spans: [foldedWords([first, ...folds])], buttons: [], replyTo: null, ticket: null });
}
