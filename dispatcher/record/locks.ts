import type { EntityManager, EntitySchema, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import { CounterTable, MutexTable, TurnTable } from '../../entities/coordination.js';
import { StoreError } from '../../entities/fault.js';
import { LaneTable } from '../../entities/outbox.js';
import type { Database } from './database.js';
import { fit } from './fit.js';
import { insert } from './rows.js';

/**
 * Rows that exist only to be locked. They are made before the transaction, each by itself: an insert inside it takes a shared lock on
 * a row that is there already, and two who then want it alone deadlock (InnoDB). They are never deleted, so a name once made
 * is remembered and not asked for again.
 */
export type Lockables = {
  readonly mutexes: (names: readonly string[]) => Promise<void>;
  readonly lane: (name: string) => Promise<void>;
  readonly turn: (id: string) => Promise<void>;
  readonly counter: (day: string) => Promise<void>;
};

/** More names than a district has; then it begins anew. */
const REMEMBERED = 20_000;

/** Makes them on demand. */
export function createLockables(database: Database): Lockables {
  const made = new Set<string>();
  const ensure = async <Row extends ObjectLiteral>(table: EntitySchema<Row>, key: keyof Row & string, row: Row) => {
    const mark = `${table.options.name}:${String(row[key])}`;
    if (made.has(mark)) return;
    const where = { [key]: row[key] } as FindOptionsWhere<Row>;
    const there = await database.steady((manager) => manager.existsBy(table, where));
    if (!there) await database.insertMissing((manager) => insert(manager, table, [row]));
    if (made.size >= REMEMBERED) made.clear();
    made.add(mark);
  };
  return {
    mutexes: async (names) => {
      for (const name of names) await ensure(MutexTable, 'name', { name: fit(name) });
    },
    lane: (name) => ensure(LaneTable, 'name', { name: fit(name), blockedUntil: null, blockedReason: null }),
    turn: (id) => ensure(TurnTable, 'id', { id: fit(id), state: 'kept', handledAt: null, error: null }),
    counter: (day) => ensure(CounterTable, 'day', { day, last: 0 }),
  };
}

/** Takes the row of this key for the transaction, waiting for whoever has it. Throws `LOCK_MISSING` where there is none. */
export async function lockRow<Row extends ObjectLiteral>(
  manager: EntityManager,
  table: EntitySchema<Row>,
  where: FindOptionsWhere<Row>,
): Promise<Row> {
  const row = await manager.findOne(table, { where, lock: { mode: 'pessimistic_write' } });
  if (row !== null) return row;
  throw new StoreError(
    'LOCK_MISSING',
    `a row that is locked by its name is not in "${table.options.name}" any more`,
    'The tables were emptied under a running process, or its clock jumped over a midnight: start it again.',
  );
}

/** Takes the named locks one by one in sorted order, so that two who want the same two cannot wait for each other. */
export async function takeLocks(manager: EntityManager, names: readonly string[]): Promise<void> {
  const sorted = [...new Set(names.map((name) => fit(name)))].sort();
  for (const name of sorted) await lockRow(manager, MutexTable, { name });
}
