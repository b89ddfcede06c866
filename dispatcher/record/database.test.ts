import type { EntityManager } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TurnTable } from '../../entities/coordination.js';
import type { Store } from '../../entities/store.js';
import { createDatabase, type Database } from './database.js';
import { insert, update } from './rows.js';
import { emptyTables, openTestStore, testStores } from './testing.js';

const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const turn = (id: string) => ({ id, state: 'kept', handledAt: null, error: null }) as const;
const coded = (code: string): Error => Object.assign(new Error(code), { code });

describe.each(testStores())('database on %s', (kind) => {
  let store: Store;
  let database: Database;
  beforeAll(async () => void (store = await openTestStore(kind)), 60_000);
  afterAll(() => store.close(), 60_000);
  beforeEach(async () => {
    await emptyTables(store);
    database = createDatabase(store.dataSource, SILENT, () => Promise.resolve());
  });

  const turns = () => store.dataSource.manager.countBy(TurnTable, {});

  /** Ends the connection under a transaction, from outside, as a restart of the server or a firewall does. */
  const cut = async (manager: EntityManager): Promise<void> => {
    const mysql = store.dataSource.options.type === 'mysql';
    const sql = mysql ? 'SELECT CONNECTION_ID() AS id' : 'SELECT pg_backend_pid() AS id';
    const [row] = (await manager.query(sql)) as readonly { id: number }[];
    const id = Number(row?.id);
    await store.dataSource.query(mysql ? `KILL CONNECTION ${id}` : `SELECT pg_terminate_backend(${id})`);
  };

  test('a transaction whose connection is lost is done again, and once', async () => {
    let tries = 0;
    const result = await database.transact(async (manager, before) => {
      tries += 1;
      expect(before).toBeNull();
      await insert(manager, TurnTable, [turn('a')]);
      if (tries < 3) await cut(manager);
      await update(manager, TurnTable, { id: 'a' }, { error: `${tries}` });
      return tries;
    });
    expect(result).toBe(3);
    expect(await store.dataSource.manager.find(TurnTable)).toMatchObject([{ id: 'a', error: '3' }]);
  });

  test('a COMMIT that went unanswered is told to the next try, whether it was done or not', async () => {
    for (const done of [true, false]) {
      await emptyTables(store);
      let tries = 0;
      const runnerOf = store.dataSource.createQueryRunner.bind(store.dataSource);
      store.dataSource.createQueryRunner = (mode) => {
        const runner = runnerOf(mode);
        const commit = runner.commitTransaction.bind(runner);
        runner.commitTransaction = async () => {
          if (tries > 1) return commit();
          if (done) await commit();
          throw coded('ECONNRESET');
        };
        return runner;
      };
      try {
        const result = await database.transact(async (manager, before) => {
          tries += 1;
          if (await manager.existsBy(TurnTable, { id: 'a' })) return before?.result ?? 'not ours';
          await insert(manager, TurnTable, [turn('a')]);
          return `try ${tries}`;
        });
        expect(result).toBe(done ? 'try 1' : 'try 2');
        expect(await turns()).toBe(1);
      } finally {
        store.dataSource.createQueryRunner = runnerOf;
      }
    }
  });

  test('two that deadlock both get through', async () => {
    await insert(store.dataSource.manager, TurnTable, [turn('a'), turn('b')]);
    let met = 0;
    let tries = 0;
    const both = new Promise<void>((resolve) => {
      const look = setInterval(() => met >= 2 && (clearInterval(look), resolve()), 5);
    });
    const one = (first: string, second: string) =>
      database.transact(async (manager) => {
        tries += 1;
        await update(manager, TurnTable, { id: first }, { error: 'x' });
        met += 1;
        await both;
        await update(manager, TurnTable, { id: second }, { error: 'x' });
      });
    await Promise.all([one('a', 'b'), one('b', 'a')]);
    expect(tries).toBeGreaterThan(2);
  });

  test('a bug is not tried again, and trying ends', async () => {
    let tries = 0;
    const fail = (error: Error) =>
      database.transact(() => {
        tries += 1;
        return Promise.reject(error);
      });
    await expect(fail(new Error('a bug'))).rejects.toThrow('a bug');
    expect(tries).toBe(1);
    tries = 0;
    await expect(fail(coded('40P01'))).rejects.toMatchObject({ name: 'StoreError', code: 'DATABASE_40P01' });
    expect(tries).toBe(8);
    expect(await turns()).toBe(0);
  });

  test('connections are given back, whatever happens', async () => {
    // Eight tries each: more than the pool has.
    for (let n = 0; n < 2; n += 1) await database.transact(cut).catch(() => undefined);
    for (let n = 0; n < 11; n += 1)
      await database.transact(() => Promise.reject(new Error('x'))).catch(() => undefined);
    expect(await database.steady(() => turns())).toBe(0);
  });

  test('a missing row is made once, also by ten at once', async () => {
    const made = await Promise.all(
      Array.from({ length: 10 }, () => database.insertMissing((manager) => insert(manager, TurnTable, [turn('a')]))),
    );
    expect(made.filter(Boolean)).toHaveLength(1);
    const tooLong = database.insertMissing((manager) => insert(manager, TurnTable, [turn('x'.repeat(500))]));
    await expect(tooLong).rejects.toMatchObject({ name: 'StoreError' });
  });
});
