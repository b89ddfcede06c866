/**
 * A database for tests: fresh tables for every test file, on an embedded PostgreSQL that the test processes of this machine share,
 * or on the MySQL or MariaDB of TEST_MYSQL_URL where TEST_STORES names `mysql`.
 */
import { randomBytes } from 'node:crypto';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { readEnv } from '../../config/env.js';
import { Secret } from '../../config/secret.js';
import { openCluster, type Cluster } from '../../entities/embedded/cluster.js';
import { share, tryOwn, unshare } from '../../entities/embedded/owner.js';
import { migrate } from '../../entities/migrate.js';
import { mysqlOptions } from '../../entities/mysql.js';
import { openStore, type Store } from '../../entities/store.js';
import type { Clock, Ids, Logger } from '../ports.js';
import { createRecord, type DispatchRecord } from './create-record.js';

export type StoreKind = 'embedded' | 'mysql';

/** The stores that tests run on: the embedded one always, `mysql` where TEST_STORES (comma separated) names it. */
export function testStores(): readonly StoreKind[] {
  const named = (readEnv()['TEST_STORES'] ?? '').split(',').map((name) => name.trim());
  return named.includes('mysql') ? ['embedded', 'mysql'] : ['embedded'];
}

const MYSQL_URL = readEnv()['TEST_MYSQL_URL'] ?? 'mysql://root@127.0.0.1:3306/mysql';
const FOLDER = join(tmpdir(), `tongzhou-test-${userInfo().uid}`, 'postgres');
const SILENT: Logger = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

const fresh = (): string => `t_${process.pid}_${randomBytes(6).toString('hex')}`;

/** The shared server, held by a lock that goes with its connection: whoever is last turns the light off. */
const holdCluster = async (): Promise<Cluster> => {
  for (let tries = 1; ; tries += 1) {
    const cluster = await openCluster(FOLDER, false);
    try {
      await share(cluster.client);
      return cluster;
    } catch (error) {
      // The last of the others was just stopping it.
      await cluster.client.end().catch(() => undefined);
      if (tries >= 20) throw error;
    }
  }
};

const letGo = async ({ client, stop }: Cluster): Promise<void> => {
  await unshare(client);
  const last = await tryOwn(client);
  if (last) await stop();
  await client.end().catch(() => undefined);
};

const dropWith = async (client: pg.Client, name: string): Promise<void> => {
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
};

const openEmbeddedTest = async (): Promise<Store> => {
  const cluster = await holdCluster();
  const name = fresh();
  await cluster.client.query(`CREATE DATABASE ${name}`);
  const store = await openStore({ kind: 'postgres', url: new Secret(cluster.url(name)) });
  const close = async (): Promise<void> => {
    await store.close();
    await dropWith(cluster.client, name);
    await letGo(cluster);
  };
  return { ...store, close };
};

const withMysql = async (statement: string): Promise<void> => {
  const admin = await new DataSource(mysqlOptions(MYSQL_URL, 1)).initialize();
  await admin.query(statement).finally(() => admin.destroy());
};

const openMysqlTest = async (): Promise<Store> => {
  const name = fresh();
  await withMysql(`CREATE DATABASE ${name}`);
  const url = new URL(MYSQL_URL);
  url.pathname = `/${name}`;
  const store = await openStore({ kind: 'mysql', url: new Secret(url.href) });
  const close = async (): Promise<void> => {
    await store.close();
    await withMysql(`DROP DATABASE ${name}`);
  };
  return { ...store, close };
};

/** An own database with all its tables, for one test file. `close` drops it. */
export async function openTestStore(kind: StoreKind = 'embedded'): Promise<Store> {
  const store = await (kind === 'mysql' ? openMysqlTest() : openEmbeddedTest());
  try {
    await migrate(store.dataSource, SILENT);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Removes every row, for the next test of a file. */
export async function emptyTables({ dataSource }: Store): Promise<void> {
  for (const { tableName } of dataSource.entityMetadatas) {
    await dataSource.createQueryBuilder().delete().from(tableName).execute();
  }
}

/** A clock that stands until it is moved. */
export type TestClock = Clock & { advance(ms: number): void; set(now: number): void };

/** Stands at 2026-11-23 09:00 in Shanghai, a Monday. */
export function testClock(start: number = Date.UTC(2026, 10, 23, 1)): TestClock {
  let now = start;
  return { now: () => now, advance: (ms) => void (now += ms), set: (at) => void (now = at) };
}

/** Ids that count up, of 26 characters. */
export function testIds(): Ids {
  let last = 0;
  return { next: () => `T${(last += 1).toString(36).toUpperCase().padStart(25, '0')}` };
}

export const TEST_KEY: Uint8Array = new Uint8Array(32).fill(7);

/** A record on a test store, with a clock to move. */
export function testRecord(
  store: Store,
  settings: { clock?: Clock; ids?: Ids; logger?: Logger; filesDir?: string } = {},
): DispatchRecord {
  return createRecord({
    dataSource: store.dataSource,
    clock: settings.clock ?? testClock(),
    ids: settings.ids ?? testIds(),
    logger: settings.logger ?? SILENT,
    phoneKey: TEST_KEY,
    filesDir: settings.filesDir ?? join(tmpdir(), 'tongzhou-test-files'),
  });
}
