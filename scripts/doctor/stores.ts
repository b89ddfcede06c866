/** The database and Redis. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { z } from 'zod';
import type { Settings } from '../../config/settings.js';
import { StoreError } from '../../entities/fault.js';
import { openStore, type Store } from '../../entities/store.js';
import { bad, note, ok, type Finding } from './finding.js';

/** An error's code or kind; its message may hold a statement or an address. */
const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error ? String(error.code) : error.name;
};

const MIGRATE = 'npm run migrate   (a start does it as well)';

/** Migrations that the database has not had yet. TypeORM's own question would make its table; looking shall change nothing. */
const pendingIn = async ({ dataSource }: Store): Promise<readonly string[]> => {
  const all = dataSource.migrations.map((migration) => migration.name ?? migration.constructor.name);
  const runner = dataSource.createQueryRunner();
  try {
    if (!(await runner.hasTable('migrations'))) return all;
    const rows = z.array(z.object({ name: z.string() })).parse(await runner.query('SELECT name FROM migrations'));
    return all.filter((name) => !rows.some((row) => row.name === name));
  } finally {
    await runner.release();
  }
};

const lookAt = async (store: Store, name: string): Promise<Finding> => {
  const pending = await pendingIn(store);
  if (pending.length === 0) return ok(`${name} is reachable, its tables are up to date`);
  return note(`${name} is reachable; its tables lack ${pending.join(', ')}.`, MIGRATE);
};

/** Whether the database answers and its tables are up to date. A database that is not there yet is not made by looking. */
export async function checkDatabase({ stores, dataDir }: Settings): Promise<Finding> {
  if (stores.kind === 'embedded' && !existsSync(join(dataDir, 'postgres', 'PG_VERSION'))) {
    return ok('the embedded database will be made at the first start');
  }
  const name = stores.kind === 'embedded' ? 'the embedded database' : `the database (${stores.kind})`;
  let store: Store | null = null;
  try {
    store = await openStore(stores);
    return await lookAt(store, name);
  } catch (error) {
    if (!(error instanceof StoreError)) {
      return bad(`${name} gives trouble (${codeOf(error)}).`, 'Look into the database server’s own log.');
    }
    if (error.code === 'EMBEDDED_IN_USE')
      return note(
        `${name} is in use by a running instance.`,
        'Nothing to do; stop that instance to look at its tables.',
      );
    return bad(`${name}: ${error.message.replace(` ${error.cure}`, '')}`, error.cure);
  } finally {
    await store?.close();
  }
}

/** The oldest Redis that BullMQ's scripts are tested on. */
const OLDEST = [6, 2] as const;

const fieldOf = (info: string, name: string): string => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? '';

const policyOf = async (redis: Redis): Promise<string | null> => {
  const answer: unknown = await redis.config('GET', 'maxmemory-policy').catch(() => null);
  return Array.isArray(answer) && typeof answer[1] === 'string' ? answer[1] : null;
};

/** What is to be said of Redis by its INFO and its eviction policy (null: it does not tell). */
export function judgeRedis(info: string, policy: string | null): readonly Finding[] {
  const version = fieldOf(info, 'redis_version');
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const young = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
  const findings: Finding[] = [
    young
      ? ok(`Redis ${version} is reachable`)
      : bad(`Redis ${version} is too old.`, `Install ${OLDEST.join('.')} or newer.`),
  ];
  if (policy === null) {
    findings.push(note('Redis does not tell its maxmemory-policy.', 'See in its settings that it is noeviction.'));
  } else if (policy !== 'noeviction') {
    const cure = 'redis-cli config set maxmemory-policy noeviction   (and the same in redis.conf)';
    findings.push(bad(`Redis may throw jobs away: its maxmemory-policy is ${policy}.`, cure));
  } else findings.push(ok('Redis keeps every job (noeviction)'));
  if (fieldOf(info, 'aof_enabled') === '0') {
    const cure =
      'Nothing is lost by it, the database is the truth. To keep alarms over its restart: redis-cli config set appendonly yes';
    findings.push(
      note('Redis writes no append-only file: a restart empties the queue, and the sweep fills it again.', cure),
    );
  }
  return findings;
}

/** Whether Redis answers, in which version, and whether it keeps what it is given. */
export async function checkRedis({ queue }: Settings): Promise<readonly Finding[]> {
  if (queue.kind === 'postgres') return [ok('the job queue is kept in PostgreSQL')];
  const redis = new Redis(queue.url.reveal(), {
    lazyConnect: true,
    maxRetriesPerRequest: 0,
    connectTimeout: 5_000,
    retryStrategy: () => null,
  });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return judgeRedis(await redis.info(), await policyOf(redis));
  } catch (error) {
    return [
      bad(
        `Redis is not reachable (${codeOf(error)}).`,
        'Check that it runs, and the host, port, user and password in REDIS_URL.',
      ),
    ];
  } finally {
    redis.disconnect();
  }
}
