import { chmodSync, chownSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { StoreError } from '../fault.js';
import type { Identity } from './identity.js';

/** What has to be known to start and to reach a server again. Lies inside its folder, so the two cannot be parted. */
export type Memory = { readonly port: number; readonly password: string };

export const USER = 'tongzhou';
const FILE = 'tongzhou.json';

/** Writes it whole or not at all, readable by nobody else. */
export function remember(folder: string, memory: Memory, who: Identity): void {
  const file = join(folder, FILE);
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, JSON.stringify(memory), { mode: 0o600 });
  chmodSync(fresh, 0o600);
  // PostgreSQL looks at everything in its folder when it syncs after a crash, so it has to be able to read this too.
  if (who !== null) chownSync(fresh, who.uid, who.gid);
  renameSync(fresh, file);
}

/** Throws `EMBEDDED_FOREIGN` where the folder is a server's, but none that we made. */
export function recall(folder: string): Memory {
  const file = join(folder, FILE);
  if (!existsSync(file)) {
    throw new StoreError(
      'EMBEDDED_FOREIGN',
      `${folder} holds a PostgreSQL server that this program did not make (${FILE} is missing)`,
      'Set DATA_DIR to another folder, or DATABASE_URL to that server.',
    );
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Memory;
}

/** A port of 127.0.0.1 that nobody listens on just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
