import type { DataSourceOptions } from 'typeorm';
import { LastingClient } from './lasting-client.js';
import { parseUrl } from './url.js';

/** Longest wait for a row that somebody else holds, in ms; the transaction is then tried again. */
export const LOCK_PATIENCE_MS = 10_000;
/** A transaction that does nothing for so long has lost its process. */
const IDLE_LIMIT_MS = 60_000;

/** Options for PostgreSQL: READ COMMITTED whatever the server's default is, and no endless waiting. Throws `STORE_URL_INVALID`. */
export function postgresOptions(url: string, poolSize: number): DataSourceOptions {
  parseUrl(url, ['postgres:', 'postgresql:']);
  return {
    type: 'postgres',
    url,
    poolSize,
    installExtensions: false,
    applicationName: 'tongzhou-dispatch',
    connectTimeoutMS: 30_000,
    extra: {
      options: '-c default_transaction_isolation=read\\ committed',
      lock_timeout: LOCK_PATIENCE_MS,
      idle_in_transaction_session_timeout: IDLE_LIMIT_MS,
      keepAlive: true,
      Client: LastingClient,
    },
  };
}
