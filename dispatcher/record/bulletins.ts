/** What is told to everybody: few rows, loaded with every decision and written with it. */
import { In, MoreThan, type EntityManager } from 'typeorm';
import { BulletinTable, type BulletinRow } from '../../entities/bulletin.js';
import type { Bulletin } from '../bulletin.js';
import type { Instant } from '../model.js';
import type { Crypt } from './crypt.js';
import { insert, update } from './rows.js';

const DAY_MS = 24 * 3_600_000;

/** Not over yet. */
const STANDING: Bulletin['state'][] = ['published'];

const rowOf = (bulletin: Bulletin, crypt: Crypt): BulletinRow => {
  const { id, kind, state, from, to } = bulletin;
  return { id, kind, state, from, to, body: crypt.seal(bulletin) };
};

/** Those that stand, and those not over for longer than a day; the earliest first. Whoever changes one has taken the lock `bulletins`. */
export async function loadBulletins(manager: EntityManager, now: Instant, crypt: Crypt): Promise<readonly Bulletin[]> {
  const rows = await manager.find(BulletinTable, {
    where: [{ state: In(STANDING) }, { to: MoreThan(now - DAY_MS) }],
    order: { from: 'ASC', id: 'ASC' },
  });
  return rows.map(({ body }) => crypt.open<Bulletin>(body));
}

/** Writes them as they are after a decision; one that is not there yet is made. */
export async function writeBulletins(
  manager: EntityManager,
  crypt: Crypt,
  bulletins: readonly Bulletin[],
): Promise<void> {
  for (const bulletin of bulletins) {
    const row = rowOf(bulletin, crypt);
    if ((await update(manager, BulletinTable, { id: row.id }, row)) === 0) await insert(manager, BulletinTable, [row]);
  }
}
