import mysql2 from 'mysql2';
import type { DataSourceOptions } from 'typeorm';
import { LOCK_PATIENCE_MS } from './postgres.js';
import { parseUrl } from './url.js';

/**
 * What every connection is told first: READ COMMITTED (claims at REPEATABLE READ deadlock on MariaDB), strict about what does not
 * fit a column, times in UTC, no endless waiting for a row.
 */
const SESSION = [
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  `SET SESSION sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION', time_zone = '+00:00', innodb_lock_wait_timeout = ${LOCK_PATIENCE_MS / 1000}`,
];

/** mysql2 as TypeORM expects it, but that a new connection is told SESSION before it is given to anybody. */
const driver = {
  ...mysql2,
  createPool: (options: mysql2.PoolOptions): mysql2.Pool => {
    const pool = mysql2.createPool(options);
    pool.on('connection', (connection) => {
      // Statements of one connection run in order, so these come before any of ours. One that they fail on is of no use.
      for (const statement of SESSION) connection.query(statement, (error) => error && connection.destroy());
    });
    return pool;
  },
};

/**
 * Options for MySQL 8 and MariaDB 10.11 (one TypeORM type for both: neither gives rows back from an insert). `?ssl=true` asks for a
 * checked TLS connection. Throws `STORE_URL_INVALID`.
 */
export function mysqlOptions(url: string, poolSize: number): DataSourceOptions {
  const parsed = parseUrl(url, ['mysql:', 'mariadb:']);
  return {
    type: 'mysql',
    driver,
    host: parsed.host,
    port: parsed.port ?? 3306,
    username: parsed.user,
    password: parsed.password,
    database: parsed.database,
    poolSize,
    charset: 'utf8mb4',
    timezone: 'Z',
    connectTimeout: 10_000,
    ...(parsed.query.get('ssl') === 'true' ? { ssl: { rejectUnauthorized: true } } : {}),
    extra: { enableKeepAlive: true },
  };
}
