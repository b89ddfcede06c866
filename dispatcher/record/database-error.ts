import { StoreError } from '../../entities/fault.js';

/**
 * clash: the database broke a tie between two transactions, or a wait took too long; nothing was done. lost: the connection is gone,
 * and whether the last statement was done is not known. duplicate: a unique key is there already. other: everything else.
 */
export type DatabaseFault = 'clash' | 'lost' | 'duplicate' | 'other';

const CLASHES = new Set([
  '40001', // PostgreSQL: serialisation failure
  '40P01', // deadlock
  '55P03', // lock_timeout
  'ER_LOCK_DEADLOCK',
  'ER_LOCK_WAIT_TIMEOUT',
  'ER_CHECKREAD', // MariaDB: row changed since it was read
  'ER_QUERY_INTERRUPTED',
]);

const LOSSES = new Set([
  '57P01', // PostgreSQL: ended by an administrator
  '57P02', // crash of another connection
  '57P03', // starting up or shutting down
  '25P03', // idle in transaction for too long
  '53300', // too many connections
  '08000',
  '08001',
  '08003',
  '08004',
  '08006',
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_ENQUEUE_AFTER_FATAL_ERROR',
  'ER_SERVER_SHUTDOWN',
  'ER_CONNECTION_KILLED',
  'ER_CON_COUNT_ERROR',
  'ER_CLIENT_INTERACTION_TIMEOUT',
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'ENOTCONN',
  'EPIPE',
  'ETIMEDOUT',
]);

const DUPLICATES = new Set(['23505', 'ER_DUP_ENTRY']);

/** Errors that the drivers give no code. */
const LOST_WORDS =
  /connection terminated|connection ended|not queryable|closed state|timeout exceeded when trying to connect/i;

type Coded = {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly name?: unknown;
  readonly driverError?: unknown;
};

const asCoded = (error: unknown): Coded => (typeof error === 'object' && error !== null ? error : {});

const driverErrorOf = (error: unknown): Coded => {
  const outer = asCoded(error);
  return outer.driverError === undefined ? outer : asCoded(outer.driverError);
};

/** What kind of failure an error of either driver is. */
export function faultOf(error: unknown): DatabaseFault {
  const { code, message } = driverErrorOf(error);
  if (typeof code === 'string' && CLASHES.has(code)) return 'clash';
  if (typeof code === 'string' && LOSSES.has(code)) return 'lost';
  if (typeof code === 'string' && DUPLICATES.has(code)) return 'duplicate';
  // TypeORM lets go of a runner whose connection broke; the next statement then meets this error.
  if (asCoded(error).name === 'QueryRunnerAlreadyReleasedError') return 'lost';
  return typeof message === 'string' && LOST_WORDS.test(message) ? 'lost' : 'other';
}

/**
 * An error that may be logged. Those of the database carry the statement and its parameters, which are people's words, so they
 * become a StoreError `DATABASE_<driver's code>`; all others are given back as they are.
 */
export function safeError(error: unknown): unknown {
  const outer = asCoded(error);
  const { code } = driverErrorOf(error);
  const fault = faultOf(error);
  if (outer.name !== 'QueryFailedError' && fault === 'other') return error;
  const cure =
    fault === 'lost'
      ? 'Check that the database runs and is reachable; work goes on by itself when it does.'
      : 'This is a defect of the program or a table changed by hand: report the code.';
  return new StoreError(`DATABASE_${String(code ?? 'LOST')}`, `the database refused (${fault})`, cure);
}
