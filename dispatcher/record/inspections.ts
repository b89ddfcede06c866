/** What is inspected: loaded where a decision asks for it, and written with it. */
import type { EntityManager } from 'typeorm';
import { InspectionTable, type InspectionRow } from '../../entities/inspection.js';
import type { Inspection } from '../inspection.js';
import type { Crypt } from './crypt.js';
import { insert, update } from './rows.js';

const rowOf = (one: Inspection, crypt: Crypt): InspectionRow => {
  const { id, state, day, staff } = one;
  return { id, state, day, staff, body: crypt.seal(one) };
};

/** Those that are still to be done, and those of the day `today` (YYYY-MM-DD); in the order of their ids. Whoever changes one has taken the lock `inspections`. */
export async function loadInspections(
  manager: EntityManager,
  today: string,
  crypt: Crypt,
): Promise<readonly Inspection[]> {
  const rows = await manager.find(InspectionTable, {
    where: [{ state: 'due' }, { day: today }],
    order: { id: 'ASC' },
  });
  return rows.map(({ body }) => crypt.open<Inspection>(body));
}

/** Writes them as they are after a decision; one that is not there yet is made. */
export async function writeInspections(
  manager: EntityManager,
  crypt: Crypt,
  inspections: readonly Inspection[],
): Promise<void> {
  for (const one of inspections) {
    const row = rowOf(one, crypt);
    if ((await update(manager, InspectionTable, { id: row.id }, row)) === 0)
      await insert(manager, InspectionTable, [row]);
  }
}
