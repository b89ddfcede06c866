/** Node, the packages, the clock, the folder for data, and the port. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Settings } from '../../config/settings.js';
import { bad, note, ok, type Finding } from './finding.js';

/** Node's version, against what package.json asks for. */
export function checkNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const enough = major > 20 || (major === 20 && minor >= 19);
  const what = `Node.js ${process.versions.node}`;
  return enough
    ? ok(what)
    : bad(`${what} is too old: 20.19 or newer is needed.`, 'Install one from https://nodejs.org');
}

/** The packages of the lock file, each in its version. */
export function checkPackages(): Finding {
  const setup = fileURLToPath(new URL('../setup.mjs', import.meta.url));
  const { status } = spawnSync(process.execPath, [setup, '--check'], { stdio: 'ignore' });
  return status === 0 ? ok('the packages of package-lock.json are installed') : bad('Packages are missing.', 'npm ci');
}

/** Deadlines are said in Asia/Shanghai whatever the machine's zone is; what must be right is the clock itself. */
export function checkClock(now: Date): Finding {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const there = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  const what = `the clock says ${there.format(now)} in Asia/Shanghai (this machine's zone: ${zone}, which does not matter)`;
  if (now.getUTCFullYear() < 2026) return bad(`${what}: that is in the past.`, 'timedatectl set-ntp true');
  return ok(what);
}

/** The folder for data, or the nearest folder above it that is there. */
export function checkDataDir(dir: string): Finding {
  let nearest = dir;
  while (!existsSync(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest);
  try {
    accessSync(nearest, constants.W_OK | constants.X_OK);
    return ok(nearest === dir ? `${dir} may be written` : `${dir} will be made at the first start`);
  } catch {
    const cure = `chown -R "$(id -un)" ${nearest}   (or set DATA_DIR to a folder of your own)`;
    return bad(`DATA_DIR (${dir}) may not be written.`, cure);
  }
}

const listens = (host: string, port: number): Promise<string | null> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve('code' in error ? String(error.code) : error.message));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });

const isOurs = async (host: string, port: number): Promise<boolean> => {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const answer = await fetch(`http://${name}:${port}/healthz`, { signal: AbortSignal.timeout(2_000) }).catch(
    () => null,
  );
  return answer?.ok === true;
};

/** Whether HOST and PORT can be listened on, or are ours already. */
export async function checkPort({ host, port }: Settings): Promise<Finding> {
  const code = await listens(host, port);
  const where = `${host}:${port}`;
  if (code === null) return ok(`${where} is free`);
  if (code !== 'EADDRINUSE') return bad(`${where} cannot be listened on (${code}).`, 'Correct HOST and PORT.');
  if (await isOurs(host, port))
    return note(`${where} is taken by a running instance.`, 'Nothing to do, unless you meant to start a second one.');
  return bad(
    `${where} is taken by another program.`,
    `Stop it (ss -ltnp 'sport = :${port}'), or start with another PORT.`,
  );
}
