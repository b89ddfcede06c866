/** Leave, duty and the reserve: few rows, loaded with every decision and written with it. */
import type { EntityManager } from 'typeorm';
import { RotaTable, type RotaRow } from '../../entities/rota.js';
import type { Instant, RotaEntry } from '../model.js';
import type { Crypt } from './crypt.js';
import { insert, update } from './rows.js';

const DAY_MS = 24 * 3_600_000;

const COLUMNS = ['id', 'kind', 'from', 'to', 'cancelled', 'madeAt'] as const;

const entryOf = (row: RotaRow, crypt: Crypt): RotaEntry => {
  const own = Object.fromEntries(COLUMNS.map((name) => [name, row[name]]));
  return { ...crypt.open<object>(row.body), ...own } as unknown as RotaEntry;
};

const rowOf = (entry: RotaEntry, crypt: Crypt): RotaRow => {
  const { id, kind, from, to, cancelled, madeAt, ...body } = entry;
  return { id, kind, from, to, cancelled, madeAt, body: crypt.seal(body) };
};

/**
 * What still matters at `now`: everything that was not taken back and is not over for longer than a day; the earliest first. Not
 * locked: whoever changes an entry has taken the lock `rota`.
 */
export async function loadRota(manager: EntityManager, now: Instant, crypt: Crypt): Promise<readonly RotaEntry[]> {
  const rows = await manager
    .createQueryBuilder(RotaTable, 'rota')
    .where('rota.cancelled = :cancelled', { cancelled: false })
    .andWhere('(rota.to IS NULL OR rota.to > :since)', { since: now - DAY_MS })
    .orderBy('rota.from', 'ASC')
    .addOrderBy('rota.madeAt', 'ASC')
    .addOrderBy('rota.id', 'ASC')
    .getMany();
  return rows.map((row) => entryOf(row, crypt));
}

/** Writes entries as they are after a decision; one that is not there yet is made. */
export async function writeRota(manager: EntityManager, crypt: Crypt, entries: readonly RotaEntry[]): Promise<void> {
  for (const entry of entries) {
    const row = rowOf(entry, crypt);
    if ((await update(manager, RotaTable, { id: row.id }, row)) === 0) await insert(manager, RotaTable, [row]);
  }
}
