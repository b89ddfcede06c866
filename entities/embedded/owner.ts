import type pg from 'pg';
import { StoreError } from '../fault.js';

/** Any number, the same in every release. */
const OWNER_KEY = 7_316_180_442;
const TRIES = 20;
const STEP_MS = 100;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Takes the server for this session alone; false where another session has it, alone or shared. Ends with the session. */
export async function tryOwn(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1) AS got', [OWNER_KEY]);
  return rows[0]?.got === true;
}

/** Takes the server together with others who share it; waits while somebody has it alone. */
export async function share(client: pg.Client): Promise<void> {
  await client.query('SELECT pg_advisory_lock_shared($1)', [OWNER_KEY]);
}

/** Gives back what `share` took. */
export async function unshare(client: pg.Client): Promise<void> {
  await client.query('SELECT pg_advisory_unlock_shared($1)', [OWNER_KEY]);
}

/**
 * Makes this process the only user of a data folder. The lock is a session's: a process that was killed has let go of it with its
 * connection, which the server may notice a moment later. Throws `EMBEDDED_IN_USE`.
 */
export async function own(client: pg.Client): Promise<void> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    if (await tryOwn(client)) return;
    await pause(STEP_MS);
  }
  throw new StoreError(
    'EMBEDDED_IN_USE',
    'another running process uses this DATA_DIR',
    'Stop it first, or give this one another DATA_DIR. To run several processes on one database, set DATABASE_URL.',
  );
}
