import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dialect } from './dialect.js';

const COLUMN = 'paused_ms';

/** How long a ticket stood still is derived from its pauses; a second place for it could only be wrong. */
export class NoPaused1764126000000 implements MigrationInterface {
  readonly name = 'NoPaused1764126000000';

  async up(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn('ticket', COLUMN)) await runner.dropColumn('ticket', COLUMN);
  }

  async down(runner: QueryRunner): Promise<void> {
    const column = (await dialect(runner)).millis(COLUMN);
    column.default = 0;
    await runner.addColumn('ticket', column);
  }
}
