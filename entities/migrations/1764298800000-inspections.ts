import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { dialect, type Dialect } from './dialect.js';

const ID = 64;
const WORD = 32;

const inspection = (c: Dialect): Table =>
  new Table({
    name: 'inspection',
    columns: [
      c.text('id', ID, { primary: true }),
      c.text('state', WORD),
      c.text('day', WORD),
      c.text('staff', ID),
      c.json('body'),
    ],
    indices: [new TableIndex({ name: 'inspection_state', columnNames: ['state', 'day'] })],
  });

/** What is inspected, by whom, on which day. */
export class Inspections1764298800000 implements MigrationInterface {
  readonly name = 'Inspections1764298800000';

  /** `ifNotExist`, as in the first: MySQL commits every statement by itself. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(inspection(await dialect(runner)), true);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(inspection(await dialect(runner)), true);
  }
}
