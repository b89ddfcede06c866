import { DataSource, type DataSourceOptions } from 'typeorm';
import { Secret } from '../config/secret.js';
import { openEmbedded } from './embedded/open.js';
import { StoreError } from './fault.js';
import { LastingClient } from './lasting-client.js';
import { MIGRATIONS } from './migrations/all.js';
import { mysqlOptions } from './mysql.js';
import { postgresOptions } from './postgres.js';
import { TABLES } from './tables.js';

export type StoreSettings =
  | { readonly kind: 'embedded'; readonly dataDir: string }
  | { readonly kind: 'postgres'; readonly url: Secret }
  | { readonly kind: 'mysql'; readonly url: Secret };

export type PostgresPlace = { readonly url: Secret; readonly Client: typeof LastingClient };

export type Store = {
  readonly dataSource: DataSource;
  /** For BullMQ's PostgreSQL backend: where, and by which client; null on MySQL. */
  readonly postgres: PostgresPlace | null;
  /** Lets go of every connection, and stops an embedded server. */
  close(): Promise<void>;
};

/** Connections of one process; statements beyond them wait their turn. */
const POOL = 10;

const connect = async (options: DataSourceOptions): Promise<DataSource> => {
  const dataSource = new DataSource({ ...options, entities: TABLES, migrations: MIGRATIONS, logging: false });
  try {
    return await dataSource.initialize();
  } catch (error) {
    const { code, errno } = error as { code?: string; errno?: number };
    throw new StoreError(
      'STORE_UNREACHABLE',
      `the database does not let us in (${code ?? errno ?? 'no code'})`,
      'Check that it runs, and the host, user, password and database name in DATABASE_URL.',
    );
  }
};

const placeOf = (url: Secret): PostgresPlace => ({ url, Client: LastingClient });

const external = async (options: DataSourceOptions, postgres: PostgresPlace | null): Promise<Store> => {
  const dataSource = await connect(options);
  return { dataSource, postgres, close: () => dataSource.destroy() };
};

const embedded = async (dataDir: string): Promise<Store> => {
  const server = await openEmbedded(dataDir);
  try {
    const dataSource = await connect(postgresOptions(server.url, POOL));
    const close = async (): Promise<void> => {
      await dataSource.destroy();
      await server.close();
    };
    return { dataSource, postgres: placeOf(new Secret(server.url)), close };
  } catch (error) {
    await server.close();
    throw error;
  }
};

/**
 * Opens the database that the settings name; `migrate` comes next. Throws StoreError with a code and a cure: `STORE_URL_INVALID`,
 * `STORE_UNREACHABLE`, or one that begins with `EMBEDDED_`.
 */
export async function openStore(settings: StoreSettings): Promise<Store> {
  switch (settings.kind) {
    case 'embedded':
      return embedded(settings.dataDir);
    case 'postgres':
      return external(postgresOptions(settings.url.reveal(), POOL), placeOf(settings.url));
    case 'mysql':
      return external(mysqlOptions(settings.url.reveal(), POOL), null);
    default:
      return settings satisfies never;
  }
}
