import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import { StoreError } from '../fault.js';

const run = promisify(execFile);

/** As whom PostgreSQL's programs run: null is ourselves; root has to be somebody else, for PostgreSQL refuses to run as root. */
export type Identity = {
  readonly uid: number;
  readonly gid: number;
  /** `setpriv` lets it pass through folders that are shut to it (a clone under /root, or in a folder of mktemp's). */
  readonly passes: boolean;
} | null;

const USER = 'postgres';

/** What `setpriv` (util-linux) is told so that a program runs as another user who may still pass through every folder. */
export const passing = (uid: number, gid: number): readonly string[] => [
  `--reuid=${uid}`,
  `--regid=${gid}`,
  '--clear-groups',
  '--inh-caps=+dac_read_search',
  '--ambient-caps=+dac_read_search',
];

/** Does setpriv work here? Containers may withhold the capability, other systems have no setpriv. */
const maySetpriv = (uid: number, gid: number): Promise<boolean> =>
  run('setpriv', [...passing(uid, gid), 'true']).then(
    () => true,
    () => false,
  );

const idsOf = async (user: string): Promise<Identity> => {
  try {
    const ids = await Promise.all([run('id', ['-u', user]), run('id', ['-g', user])]);
    const [uid, gid] = [Number.parseInt(ids[0].stdout, 10), Number.parseInt(ids[1].stdout, 10)];
    return { uid, gid, passes: await maySetpriv(uid, gid) };
  } catch {
    return null;
  }
};

/** Finds the user to run as, and makes it where we are root and it is not there. Throws `EMBEDDED_NO_USER`. */
export async function findIdentity(): Promise<Identity> {
  if (process.getuid?.() !== 0) return null;
  const known = await idsOf(USER);
  if (known !== null) return known;
  await run('useradd', ['--system', '--user-group', '--no-create-home', USER]).catch(() => undefined);
  const made = await idsOf(USER);
  if (made !== null) return made;
  throw new StoreError(
    'EMBEDDED_NO_USER',
    `PostgreSQL does not run as root, and a user "${USER}" could not be made`,
    `Make one (useradd --system ${USER}), or start as an ordinary user, or set DATABASE_URL.`,
  );
}

const mayEnter = (folder: string, who: { uid: number; gid: number }): boolean => {
  const { mode, uid, gid } = statSync(folder);
  if (uid === who.uid) return (mode & 0o100) !== 0;
  if (gid === who.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
};

/**
 * Checks that the other user gets as far as `path`, which exists, through every folder above it. Throws `EMBEDDED_UNREACHABLE`
 * with the folder that is shut (typically /root).
 */
export function assertReachable(path: string, who: Identity): void {
  if (who === null || who.passes) return;
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    if (!mayEnter(folder, who)) {
      throw new StoreError(
        'EMBEDDED_UNREACHABLE',
        `started as root, PostgreSQL runs as "${USER}", who may not enter ${folder} (on the way to ${path})`,
        `Put it elsewhere (DATA_DIR for the data), or run chmod o+x ${folder}, or start as an ordinary user.`,
      );
    }
    if (folder === dirname(folder)) return;
  }
}
