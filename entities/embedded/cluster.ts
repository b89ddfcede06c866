import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { StoreError } from '../fault.js';
import { findBinaries, type Binaries } from './binaries.js';
import { assertReachable, findIdentity, type Identity } from './identity.js';
import { ensureFolder } from './init.js';
import { freePort, recall, remember, USER } from './memory.js';
import { isAlive, PID_FILE, readPostmaster } from './postmaster.js';
import { lastLinesOf, runProgram } from './programs.js';

/** A running PostgreSQL server in a folder of ours. */
export type Cluster = {
  readonly folder: string;
  readonly pid: number;
  readonly port: number;
  /** An open connection to its maintenance database. Whoever asked for the cluster ends it. */
  readonly client: pg.Client;
  /** `postgres://…` of one of its databases; holds the password. */
  url(database: string): string;
  /** Stops the server: open transactions are rolled back, then it is shut down in order. */
  stop(): Promise<void>;
};

const PATIENCE_MS = 60_000;
const STEP_MS = 100;
const LOG_LIMIT_BYTES = 5_000_000;

/** Statements and details stay out of the log: they hold people's words. */
const OPTIONS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'log_error_verbosity=terse',
  'log_min_error_statement=panic',
];
/** For tests: nothing has to outlive the machine. */
const HASTY = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
/** Inside the folder, where the user it runs as may write. */
const logOf = (folder: string): string => join(folder, 'server.log');

const urlOf = (password: string, port: number, database: string): string =>
  `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;

/** A connection, or null while the server is starting, stopping or has just died. */
const tryConnect = async (url: string): Promise<pg.Client | null> => {
  const client = new pg.Client({ connectionString: url, application_name: 'tongzhou-keeper' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    const { code } = error as { code?: string };
    if (code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === '57P03') return null;
    throw new StoreError(
      'EMBEDDED_CONNECT_FAILED',
      `the database of this program runs but cannot be used (${code ?? 'no code'})`,
      'Look into postgres/server.log in DATA_DIR.',
    );
  }
};

const launch = async (folder: string, binaries: Binaries, who: Identity, durable: boolean): Promise<void> => {
  const log = logOf(folder);
  if (existsSync(log) && statSync(log).size > LOG_LIMIT_BYTES) rmSync(log);
  const settings = [...OPTIONS, ...(durable ? [] : HASTY)].map((setting) => `-c ${setting}`).join(' ');
  const args = ['start', '-w', '-t', '50', '-D', folder, '-l', log, '-o', `-p ${recall(folder).port} ${settings}`];
  const { code } = await runProgram(binaries.pgCtl, args, who);
  // Not up in time, but on its way: recovery after a crash may take longer.
  if (code === 0 || readPostmaster(folder).kind === 'running') return;
  const told = lastLinesOf(log);
  if (/could not bind|Address already in use/.test(told)) {
    remember(folder, { ...recall(folder), port: await freePort() }, who);
    return;
  }
  // Another process was first, or children of a killed server are still letting go: look again.
  if (/lock file .* already exists|pre-existing shared memory/.test(told)) return;
  throw new StoreError(
    'EMBEDDED_START_FAILED',
    `the database in ${folder} does not start: ${told}`,
    'The whole log is server.log in that folder. A full disk and wrong owners are the usual causes.',
  );
};

/**
 * Gives the running server of `folder`: the one that runs already (left by a process that was killed), or a new one, made first
 * where the folder is empty. `durable: false` only in tests. Gives up after a minute with `EMBEDDED_START_FAILED`.
 */
export async function openCluster(folder: string, durable: boolean): Promise<Cluster> {
  const binaries = await findBinaries();
  const who = await findIdentity();
  assertReachable(binaries.postgres, who);
  await ensureFolder(folder, binaries, who);
  for (let waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
    const found = readPostmaster(folder);
    if (found.kind === 'stale') rmSync(join(folder, PID_FILE), { force: true });
    if (found.kind !== 'running') await launch(folder, binaries, who, durable);
    else {
      const { pid, port } = found;
      const { password } = recall(folder);
      const client = await tryConnect(urlOf(password, port, 'postgres'));
      if (client !== null) {
        const stop = (): Promise<void> => stopCluster(folder, pid, binaries, who);
        return { folder, pid, port, client, url: (database) => urlOf(password, port, database), stop };
      }
    }
    await pause(STEP_MS);
  }
  throw new StoreError(
    'EMBEDDED_START_FAILED',
    `the database in ${folder} did not answer within a minute: ${lastLinesOf(logOf(folder))}`,
    'Look into server.log in that folder; if a postgres process of it hangs, end it and start again.',
  );
}

const stopCluster = async (folder: string, pid: number, binaries: Binaries, who: Identity): Promise<void> => {
  const { code } = await runProgram(binaries.pgCtl, ['stop', '-w', '-t', '30', '-m', 'fast', '-D', folder], who);
  if (code !== 0 && isAlive(pid)) await runProgram(binaries.pgCtl, ['stop', '-m', 'immediate', '-D', folder], who);
};
