import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrate } from '../migrate.js';
import { openStore, type Store } from '../store.js';
import { openCluster } from './cluster.js';
import { readPostmaster } from './postmaster.js';

const LOG = { info: () => undefined };
const SLOW = 60_000;

describe('the embedded store', () => {
  let dataDir: string;
  let folder: string;
  let child: ChildProcess | null;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'embedded-'));
    folder = join(dataDir, 'postgres');
    child = null;
    // As root the server runs as somebody else, who has to get through.
    chmodSync(dataDir, 0o755);
  });
  afterEach(async () => {
    child?.kill('SIGKILL');
    if (readPostmaster(folder).kind === 'running') {
      const cluster = await openCluster(folder, false);
      await cluster.client.end();
      await cluster.stop();
    }
    rmSync(dataDir, { recursive: true, force: true });
  }, SLOW);

  const open = (): Promise<Store> => openStore({ kind: 'embedded', dataDir });
  const pidNow = (): number => {
    const server = readPostmaster(folder);
    return server.kind === 'running' ? server.pid : 0;
  };
  const write = async (store: Store, name: string): Promise<void> => {
    await store.dataSource.query('INSERT INTO mutex (name) VALUES ($1)', [name]);
  };
  const names = async (store: Store): Promise<string[]> => {
    const rows = await store.dataSource.query<{ name: string }[]>('SELECT name FROM mutex ORDER BY name');
    return rows.map(({ name }) => name);
  };

  test(
    'is made once, keeps what was written, and stops with its process’s leave',
    async () => {
      const first = await open();
      await migrate(first.dataSource, LOG);
      await write(first, 'a');
      expect(first.postgres?.url.reveal()).toMatch(/^postgres:\/\/tongzhou:[\w-]{32}@127\.0\.0\.1:\d+\/tongzhou$/);
      expect(String(first.postgres?.url)).toBe('[secret]');
      await first.close();
      expect(readPostmaster(folder).kind).toBe('none');
      const again = await open();
      expect(await names(again)).toEqual(['a']);
      await again.close();
    },
    SLOW,
  );

  test(
    'of two that want one folder the second is told so, whoever was first',
    async () => {
      const both = await Promise.allSettled([open(), open()]);
      const stores = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      const refused = both.flatMap((one): unknown[] => (one.status === 'rejected' ? [one.reason] : []));
      expect(refused).toMatchObject([{ name: 'StoreError', code: 'EMBEDDED_IN_USE' }]);
      await expect(stores[0]?.dataSource.query('SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
      await stores[0]?.close();
    },
    SLOW,
  );

  test(
    'of a process killed by SIGKILL the server is taken over; killed itself, it recovers',
    async () => {
      const holder = fileURLToPath(new URL('./testing/holder.ts', import.meta.url));
      child = spawn(process.execPath, ['--import', 'tsx', holder, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
      const told = await new Promise<string>((resolve) => child?.stdout?.once('data', (data) => resolve(String(data))));
      const server = Number(told.split(' ')[1]);
      await expect(open()).rejects.toMatchObject({ code: 'EMBEDDED_IN_USE' });
      child.kill('SIGKILL');
      const store = await open();
      expect(pidNow()).toBe(server);
      await migrate(store.dataSource, LOG);
      await write(store, 'a');
      await store.dataSource.destroy();
      process.kill(server, 'SIGKILL');
      // Gone, or a zombie where nobody reaps.
      while (readPostmaster(folder).kind === 'running') await new Promise((resolve) => setTimeout(resolve, 10));
      const recovered = await open();
      expect(await names(recovered)).toEqual(['a']);
      expect(pidNow()).not.toBe(server);
      await recovered.close();
    },
    SLOW,
  );

  test(
    'a note of a server that is another program by now, a taken port and half-made folders do not stop it',
    async () => {
      mkdirSync(`${folder}.new-999999999-aa`);
      const first = await open();
      expect(existsSync(`${folder}.new-999999999-aa`)).toBe(false);
      const url = new URL(first.postgres?.url.reveal() ?? '');
      await first.close();
      writeFileSync(join(folder, 'postmaster.pid'), `${process.pid}\n${folder}\n1\n${url.port}\n\n127.0.0.1\n`);
      const taken = createServer();
      await new Promise<void>((resolve) => taken.listen(Number(url.port), '127.0.0.1', resolve));
      try {
        const second = await open();
        const other = new URL(second.postgres?.url.reveal() ?? '');
        expect(other.port).not.toBe(url.port);
        expect(other.password).toBe(url.password);
        await second.close();
      } finally {
        taken.close();
      }
      rmSync(join(folder, 'tongzhou.json'));
      await expect(open()).rejects.toMatchObject({ code: 'EMBEDDED_FOREIGN' });
    },
    SLOW,
  );
});
