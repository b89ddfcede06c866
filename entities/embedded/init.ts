import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { StoreError } from '../fault.js';
import type { Binaries } from './binaries.js';
import { assertReachable, type Identity } from './identity.js';
import { freePort, remember, USER } from './memory.js';
import { isAlive } from './postmaster.js';
import { runProgram } from './programs.js';

const HALF_MADE = '.new-';

/** Removes what a process killed while making a server has left. */
const sweepHalfMade = (folder: string): void => {
  const parent = dirname(folder);
  for (const name of readdirSync(parent)) {
    const at = name.lastIndexOf(HALF_MADE);
    if (at < 0) continue;
    const maker = Number.parseInt(name.slice(at + HALF_MADE.length), 10);
    if (maker !== process.pid && !isAlive(maker)) rmSync(join(parent, name), { recursive: true, force: true });
  }
};

/**
 * Makes a server's folder where there is none: UTF-8, text in byte order, a password of its own, a free port. It is made under
 * another name and then renamed, so a folder of the right name is always whole, and of two processes at once one wins.
 * Throws `EMBEDDED_INIT_FAILED`, `EMBEDDED_UNREACHABLE`.
 */
export async function ensureFolder(folder: string, binaries: Binaries, who: Identity): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true });
  assertReachable(folder, who);
  if (existsSync(join(folder, 'PG_VERSION'))) return;
  sweepHalfMade(folder);
  const fresh = `${folder}${HALF_MADE}${process.pid}-${randomBytes(4).toString('hex')}`;
  const passwordFile = join(tmpdir(), `tongzhou-${randomBytes(8).toString('hex')}`);
  const password = randomBytes(24).toString('base64url');
  try {
    mkdirSync(fresh, { mode: 0o700 });
    chmodSync(fresh, 0o700);
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (who !== null) for (const path of [fresh, passwordFile]) chownSync(path, who.uid, who.gid);
    const args = [
      `--pgdata=${fresh}`,
      `--username=${USER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
    ];
    const { code, lastLines } = await runProgram(binaries.initdb, args, who);
    if (code !== 0) {
      throw new StoreError(
        'EMBEDDED_INIT_FAILED',
        `a database could not be made in ${folder}: ${lastLines}`,
        'Check that the disk has room and the folder may be written, or set DATABASE_URL to a server of your own.',
      );
    }
    remember(fresh, { port: await freePort(), password }, who);
    takeItsPlace(fresh, folder);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(fresh, { recursive: true, force: true });
  }
}

const takeItsPlace = (fresh: string, folder: string): void => {
  try {
    renameSync(fresh, folder);
  } catch (error) {
    // Another process was first with the same: its server is as good as ours.
    if (!existsSync(join(folder, 'PG_VERSION'))) throw error;
  }
};
