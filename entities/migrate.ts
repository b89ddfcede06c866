import type { DataSource, QueryRunner } from 'typeorm';
import { StoreError } from './fault.js';

/** What `migrate` tells while it works; the project's Logger fits. */
export type MigrateLog = { info(fields: object, message: string): void };

/** Any number, the same in every release: it names this lock among PostgreSQL's advisory locks. */
const LOCK_KEY = 7_316_180_441;
const PATIENCE_MS = 60_000;
const STEP_MS = 200;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Both kinds of lock belong to the session, so a process that dies lets go of its own. MySQL's are per server, hence the name. */
const lockOf = (runner: QueryRunner): { take: () => Promise<boolean>; release: () => Promise<unknown> } => {
  const { type, database } = runner.dataSource.options;
  const take = async (sql: string, parameter: string | number): Promise<boolean> => {
    const rows = (await runner.query(sql, [parameter])) as readonly { got: unknown }[];
    return rows[0]?.got === true || Number(rows[0]?.got) === 1;
  };
  if (type === 'postgres') {
    return {
      take: () => take('SELECT pg_try_advisory_lock($1) AS got', LOCK_KEY),
      release: () => runner.query('SELECT pg_advisory_unlock($1)', [LOCK_KEY]),
    };
  }
  const name = `migrate:${String(database)}`.slice(0, 64);
  return {
    take: () => take('SELECT GET_LOCK(?, 0) AS got', name),
    release: () => runner.query('SELECT RELEASE_LOCK(?)', [name]),
  };
};

/**
 * Brings the tables up to date, each migration once, also where several processes start together: one works, the others wait for it.
 * Throws `MIGRATE_BUSY` after a minute of waiting, and whatever a migration throws.
 */
export async function migrate(dataSource: DataSource, log: MigrateLog): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    const lock = lockOf(runner);
    for (let waited = 0; !(await lock.take()); waited += STEP_MS) {
      if (waited >= PATIENCE_MS) {
        throw new StoreError(
          'MIGRATE_BUSY',
          'another process has been changing the tables for a minute',
          'Look for a process that hangs in its start, stop it, and start again.',
        );
      }
      await pause(STEP_MS);
    }
    try {
      const done = await dataSource.runMigrations({ transaction: 'each' });
      if (done.length > 0)
        log.info({ migrations: done.map((migration) => migration.name) }, 'tables brought up to date');
    } finally {
      await lock.release();
    }
  } finally {
    await runner.release();
  }
}
