/** Guaranteed events: few rows, loaded with every decision and written with it. */
import { Brackets, type EntityManager } from 'typeorm';
import { GuaranteeTable, type GuaranteeRow } from '../../entities/guarantee.js';
import type { ChatRef } from '../../bot/gateway.js';
import type { Guarantee, GuaranteeEvent, GuaranteeLine, Instant, UnitName } from '../model.js';
import type { Crypt } from './crypt.js';
import { fit } from './fit.js';
import { insert, update } from './rows.js';

const DAY_MS = 24 * 3_600_000;

const guaranteeOf = (row: GuaranteeRow, crypt: Crypt): Guarantee => ({
  id: row.id,
  name: crypt.openWords(row.name),
  units: JSON.parse(row.units) as readonly UnitName[],
  from: row.from,
  to: row.to,
  line: row.line as GuaranteeLine,
  home: JSON.parse(row.home) as ChatRef,
  madeBy: { key: row.madeBy, name: row.madeByName },
  madeAt: row.madeAt,
  state: row.state,
  log: crypt.open<readonly GuaranteeEvent[]>(row.log),
});

const rowOf = (guarantee: Guarantee, crypt: Crypt): GuaranteeRow => ({
  id: guarantee.id,
  name: crypt.sealWords(guarantee.name),
  units: JSON.stringify(guarantee.units),
  from: guarantee.from,
  to: guarantee.to,
  line: guarantee.line,
  home: JSON.stringify(guarantee.home),
  madeBy: fit(guarantee.madeBy.key),
  madeByName: fit(guarantee.madeBy.name),
  madeAt: guarantee.madeAt,
  state: guarantee.state,
  log: crypt.seal(guarantee.log),
});

/**
 * The events that still matter at `now`: planned ones, also where nobody was there to sum them up, and those that ended within a
 * day; the earliest first. Not locked: whoever changes one has taken the lock `guarantees`.
 */
export async function loadGuarantees(
  manager: EntityManager,
  now: Instant,
  crypt: Crypt,
): Promise<readonly Guarantee[]> {
  const rows = await manager
    .createQueryBuilder(GuaranteeTable, 'guarantee')
    .where('guarantee.state <> :cancelled', { cancelled: 'cancelled' })
    .andWhere(
      new Brackets((either) =>
        either
          .where('guarantee.state = :planned', { planned: 'planned' })
          .orWhere('guarantee.to > :since', { since: now - DAY_MS }),
      ),
    )
    .orderBy('guarantee.from', 'ASC')
    .addOrderBy('guarantee.id', 'ASC')
    .getMany();
  return rows.map((row) => guaranteeOf(row, crypt));
}

/** Writes events as they are after a decision; one that is not there yet is made. */
export async function writeGuarantees(
  manager: EntityManager,
  crypt: Crypt,
  guarantees: readonly Guarantee[],
): Promise<void> {
  for (const guarantee of guarantees) {
    const row = rowOf(guarantee, crypt);
    if ((await update(manager, GuaranteeTable, { id: row.id }, row)) === 0) {
      await insert(manager, GuaranteeTable, [row]);
    }
  }
}
