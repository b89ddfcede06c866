import type { DataSource } from 'typeorm';
import { describe, expect, test } from 'vitest';
import { Secret } from '../config/secret.js';
import { openTestStore, testStores } from '../dispatcher/record/testing.js';
import { migrate } from './migrate.js';
import { MIGRATIONS } from './migrations/all.js';
import { openStore } from './store.js';

describe.each(testStores())('migrations on %s', (kind) => {
  const tablesOf = async (dataSource: DataSource): Promise<string[]> => {
    const runner = dataSource.createQueryRunner();
    const names = dataSource.entityMetadatas.map(({ tableName }) => tableName);
    const there: string[] = [];
    for (const name of names) if (await runner.hasTable(name)) there.push(name);
    await runner.release();
    return there;
  };

  test('go up, down and up again; several at once do each one once', { timeout: 60_000 }, async () => {
    const store = await openTestStore(kind);
    try {
      const { dataSource } = store;
      const all = dataSource.entityMetadatas.length;
      expect(await tablesOf(dataSource)).toHaveLength(all);
      for (const _ of MIGRATIONS) await dataSource.undoLastMigration();
      expect(await tablesOf(dataSource)).toEqual([]);
      const told: object[] = [];
      const log = { info: (fields: object) => void told.push(fields) };
      await Promise.all([migrate(dataSource, log), migrate(dataSource, log), migrate(dataSource, log)]);
      expect(told).toEqual([{ migrations: MIGRATIONS.map(({ name }) => name) }]);
      expect(await tablesOf(dataSource)).toHaveLength(all);
      await migrate(dataSource, log);
      expect(told).toHaveLength(1);
    } finally {
      await store.close();
    }
  });

  test('every column that a row has is in its table, and no other', { timeout: 60_000 }, async () => {
    const store = await openTestStore(kind);
    try {
      const runner = store.dataSource.createQueryRunner();
      for (const { tableName, columns, indices } of store.dataSource.entityMetadatas) {
        const table = await runner.getTable(tableName);
        const own = (list: readonly { name?: string; databaseName?: string }[]) =>
          list.map((column) => column.databaseName ?? column.name).sort();
        expect([tableName, own(table?.columns ?? [])]).toEqual([tableName, own(columns)]);
        expect(
          table?.columns
            .filter((c) => c.isNullable)
            .map((c) => c.name)
            .sort(),
        ).toEqual(
          columns
            .filter((c) => c.isNullable)
            .map((c) => c.databaseName)
            .sort(),
        );
        expect(indices).toEqual([]);
      }
      await runner.release();
    } finally {
      await store.close();
    }
  });
});

describe('opening', () => {
  test('what cannot be reached or read is told by code, without the URL', async () => {
    for (const [kind, url, code] of [
      ['postgres', 'postgres://u:secretword@127.0.0.1:1/db', 'STORE_UNREACHABLE'],
      ['mysql', 'mysql://u:secretword@127.0.0.1:1/db', 'STORE_UNREACHABLE'],
      ['mysql', 'postgres://u:secretword@127.0.0.1/db', 'STORE_URL_INVALID'],
    ] as const) {
      const error: unknown = await openStore({ kind, url: new Secret(url) }).catch((caught: unknown) => caught);
      expect(error).toMatchObject({ name: 'StoreError', code });
      expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('secretword');
    }
  });
});
