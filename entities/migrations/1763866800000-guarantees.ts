import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { dialect, type Dialect } from './dialect.js';

const ID = 64;
const WORD = 32;
const KEY = 191;

const guarantee = (c: Dialect): Table =>
  new Table({
    name: 'guarantee',
    columns: [
      c.text('id', ID, { primary: true }),
      c.json('name'),
      c.json('units'),
      c.millis('starts_at'),
      c.millis('ends_at'),
      c.count('line_no'),
      c.json('home'),
      c.text('made_by', KEY),
      c.text('made_by_name', KEY),
      c.millis('made_at'),
      c.text('state', WORD),
      c.json('log'),
    ],
    indices: [
      new TableIndex({ name: 'guarantee_state', columnNames: ['state'] }),
      new TableIndex({ name: 'guarantee_ends', columnNames: ['ends_at'] }),
    ],
  });

/** Guaranteed events. */
export class Guarantees1763866800000 implements MigrationInterface {
  readonly name = 'Guarantees1763866800000';

  /** `ifNotExist`, as in the first: MySQL commits every statement by itself. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(guarantee(await dialect(runner)), true);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(guarantee(await dialect(runner)), true);
  }
}
