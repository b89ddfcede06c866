import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { dialect, type Dialect } from './dialect.js';

const rota = (c: Dialect): Table =>
  new Table({
    name: 'rota',
    columns: [
      c.text('id', 64, { primary: true }),
      c.text('kind', 32),
      c.millis('starts_at'),
      c.millis('ends_at', { nullable: true }),
      c.flag('cancelled'),
      c.millis('made_at'),
      c.json('body'),
    ],
    indices: [new TableIndex({ name: 'rota_ends', columnNames: ['cancelled', 'ends_at'] })],
  });

/** Leave, duty and the reserve. */
export class Rota1763953200000 implements MigrationInterface {
  readonly name = 'Rota1763953200000';

  /** `ifNotExist`, as in the first: MySQL commits every statement by itself. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(rota(await dialect(runner)), true);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(rota(await dialect(runner)), true);
  }
}
