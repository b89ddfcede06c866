import { Table, TableIndex, type MigrationInterface, type QueryRunner, type TableColumn } from 'typeorm';
import { dialect, type Dialect } from './dialect.js';

const ID = 64;
const WORD = 32;

const incident = (c: Dialect): Table =>
  new Table({
    name: 'incident',
    columns: [
      c.text('id', ID, { primary: true }),
      c.json('cause'),
      c.text('state', WORD),
      c.json('home'),
      c.text('head', ID),
      c.json('units'),
      c.millis('opened_at'),
      c.millis('ended_at', { nullable: true }),
      c.millis('line_at'),
      c.json('log'),
    ],
    indices: [
      new TableIndex({ name: 'incident_state', columnNames: ['state'] }),
      new TableIndex({ name: 'incident_opened', columnNames: ['opened_at'] }),
    ],
  });

const added = (c: Dialect): readonly (readonly [table: string, column: TableColumn])[] => [
  ['ticket', c.text('incident', ID, { nullable: true })],
  ['outbox', c.text('fold_key', ID, { nullable: true })],
  ['outbox', c.json('fold', { nullable: true })],
];

const MEMBERS = new TableIndex({ name: 'ticket_incident', columnNames: ['incident'] });

/** Incidents, which ticket belongs to which, and what waiting messages are folded by. */
export class Incidents1764039600000 implements MigrationInterface {
  readonly name = 'Incidents1764039600000';

  /** Every step looks whether it is done already: MySQL commits every statement by itself. */
  async up(runner: QueryRunner): Promise<void> {
    const c = await dialect(runner);
    await runner.createTable(incident(c), true);
    for (const [table, column] of added(c)) {
      if (!(await runner.hasColumn(table, column.name))) await runner.addColumn(table, column);
    }
    const indices = (await runner.getTable('ticket'))?.indices ?? [];
    if (!indices.some(({ name }) => name === MEMBERS.name)) await runner.createIndex('ticket', MEMBERS);
  }

  async down(runner: QueryRunner): Promise<void> {
    const c = await dialect(runner);
    await runner.dropIndex('ticket', MEMBERS);
    for (const [table, column] of added(c)) await runner.dropColumn(table, column.name);
    await runner.dropTable(incident(c), true);
  }
}
