/** DATABASE_URL, REDIS_URL and PHONE_KEY (design.md 5). */
import { join } from 'node:path';
import type { ProcessRole } from '../role.js';
import { Secret } from '../secret.js';
import type { SettingsReader } from './reader.js';
import type { PhoneKeySource, Queue, Stores } from './types.js';

const EXAMPLE = 'mysql://user:password@host:3306/name or postgres://user:password@host:5432/name';
/** One driver serves both. */
const MYSQL: readonly string[] = ['mysql:', 'mariadb:'];
const KEY_BYTES = 32;
export const PHONE_KEY_CURE =
  'Make one with: node -p "crypto.randomBytes(32).toString(\'base64\')" — the same for every process.';

/** Where the truth is kept. A fault falls back to the embedded default, so that reading goes on; nothing starts with a fault. */
export function readStores(env: SettingsReader, dataDir: string, role: ProcessRole): Stores {
  const embedded: Stores = { kind: 'embedded', dataDir };
  const name = 'DATABASE_URL';
  const value = env.text(name);
  if (value === null) {
    if (role !== 'all') {
      const cure = 'Set DATABASE_URL to a database that all processes reach, or start with --role all.';
      env.fault(name, `--role ${role} cannot share the embedded database: it belongs to one process.`, cure);
    }
    return embedded;
  }
  const url = env.url(name, [...MYSQL, 'postgres:', 'postgresql:'], EXAMPLE);
  if (url === null) return embedded;
  if (url.pathname.replace(/^\/+/, '') === '')
    env.fault(name, 'The address names no database.', `Write it like ${EXAMPLE}.`);
  return { kind: MYSQL.includes(url.protocol) ? 'mysql' : 'postgres', url: new Secret(value) };
}

/** Where the jobs are kept. MySQL cannot hold them, so it needs Redis beside it. */
export function readQueue(env: SettingsReader): Queue {
  const value = env.text('REDIS_URL');
  if (value === null) {
    if (MYSQL.some((scheme) => env.text('DATABASE_URL')?.startsWith(scheme) === true)) {
      const cure = 'Set REDIS_URL (redis://host:6379/0), or use a postgres:// database, which holds the jobs as well.';
      env.fault('REDIS_URL', 'DATABASE_URL is MySQL, which cannot hold the job queue.', cure);
    }
    return { kind: 'postgres' };
  }
  env.url('REDIS_URL', ['redis:', 'rediss:'], 'redis://host:6379/0');
  return { kind: 'redis', url: new Secret(value) };
}

/**
 * The key for telephone numbers. One process may keep it in a file; several processes on one database would each make their own and
 * could not read each other's numbers, so there it has to be given.
 */
export function readPhoneKeySource(env: SettingsReader, dataDir: string, role: ProcessRole): PhoneKeySource {
  const value = env.text('PHONE_KEY');
  if (value !== null) {
    if (!isPhoneKey(value)) env.fault('PHONE_KEY', `This is not ${KEY_BYTES} bytes in base64.`, PHONE_KEY_CURE);
    return { kind: 'given', key: new Secret(value) };
  }
  if (role !== 'all' && env.text('DATABASE_URL') !== null) {
    env.fault(
      'PHONE_KEY',
      `--role ${role} shares its database with other processes, and each would make a key of its own.`,
      PHONE_KEY_CURE,
    );
  }
  return { kind: 'file', path: join(dataDir, 'phone.key') };
}

/** Is this 32 bytes in base64? */
export function isPhoneKey(value: string): boolean {
  return /^[A-Za-z0-9+/]{43}=$/.test(value);
}
