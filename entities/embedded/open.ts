import { join, resolve } from 'node:path';
import { openCluster, type Cluster } from './cluster.js';
import { own } from './owner.js';

const DATABASE = 'tongzhou';

/** A server that belongs to this process until `close`. */
export type Embedded = {
  /** Holds a password: wrap it before it travels. */
  readonly url: string;
  close(): Promise<void>;
};

const ensureDatabase = async ({ client }: Cluster): Promise<void> => {
  const { rows } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
  if (rows.length === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
};

/**
 * Opens the PostgreSQL of `dataDir` (in its folder `postgres`) for this process alone. Throws StoreError with `EMBEDDED_IN_USE`
 * where another process has it, and the codes of `openCluster`.
 */
export async function openEmbedded(dataDir: string): Promise<Embedded> {
  const cluster = await openCluster(join(resolve(dataDir), 'postgres'), true);
  try {
    await own(cluster.client);
    await ensureDatabase(cluster);
  } catch (error) {
    await cluster.client.end();
    throw error;
  }
  // A process that ends without closing takes its server along; one that is killed leaves it to the next start.
  const onExit = (): void => {
    try {
      process.kill(cluster.pid, 'SIGINT');
    } catch {
      // It is gone already.
    }
  };
  process.once('exit', onExit);
  return {
    url: cluster.url(DATABASE),
    close: async () => {
      process.removeListener('exit', onExit);
      await cluster.client.end().catch(() => undefined);
      await cluster.stop();
    },
  };
}
