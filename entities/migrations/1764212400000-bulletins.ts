import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { dialect, type Dialect } from './dialect.js';

const ID = 64;
const WORD = 32;

const bulletin = (c: Dialect): Table =>
  new Table({
    name: 'bulletin',
    columns: [
      c.text('id', ID, { primary: true }),
      c.text('kind', WORD),
      c.text('state', WORD),
      c.millis('starts_at'),
      c.millis('ends_at'),
      c.json('body'),
    ],
    indices: [
      new TableIndex({ name: 'bulletin_state', columnNames: ['state'] }),
      new TableIndex({ name: 'bulletin_ends', columnNames: ['ends_at'] }),
    ],
  });

/** What is told to everybody. */
export class Bulletins1764212400000 implements MigrationInterface {
  readonly name = 'Bulletins1764212400000';

  /** `ifNotExist`, as in the first: MySQL commits every statement by itself. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(bulletin(await dialect(runner)), true);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(bulletin(await dialect(runner)), true);
  }
}
