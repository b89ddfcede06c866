import type { EntityManager, EntitySchema, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';

type Fresh<Row> = Omit<Row, 'seq'> | Row;

/** Rows in one statement are numbered by the database in this order. Nothing for no rows. */
export async function insert<Row extends ObjectLiteral>(
  manager: EntityManager,
  table: EntitySchema<Row>,
  rows: readonly Fresh<Row>[],
): Promise<void> {
  if (rows.length === 0) return;
  await manager
    .createQueryBuilder()
    .insert()
    .into(table)
    .values(rows as unknown as QueryDeepPartialEntity<Row>[])
    .updateEntity(false)
    .execute();
}

/** Changes the rows that fit `where`, and tells how many did, whether or not they changed. */
export async function update<Row extends ObjectLiteral>(
  manager: EntityManager,
  table: EntitySchema<Row>,
  where: FindOptionsWhere<Row>,
  change: Partial<Row>,
): Promise<number> {
  const { affected } = await manager.update(table, where, change as QueryDeepPartialEntity<Row>);
  return affected ?? 0;
}
