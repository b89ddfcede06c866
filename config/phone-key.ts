/** The key that telephone numbers are encrypted with. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Fault } from './fault.js';
import { Secret } from './secret.js';
import { isPhoneKey, PHONE_KEY_CURE } from './settings/stores.js';
import type { PhoneKeySource } from './settings/types.js';

export type PhoneKeyRead =
  { readonly kind: 'key'; readonly key: Secret } | { readonly kind: 'faults'; readonly faults: readonly Fault[] };

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null);

const fault = (path: string, problem: string, cure: string): PhoneKeyRead => ({
  kind: 'faults',
  faults: [{ file: path, line: null, field: 'PHONE_KEY', problem, cure }],
});

/** Makes the file unless it is there. Two processes that start together both read what the first one wrote. */
const makeOnce = (path: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(path, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
};

/**
 * Gives the key, 32 bytes in base64. Where it is kept in a file, the first call makes it with mode 600. A file that others may read,
 * or that holds no key, is a fault: with another key the numbers in the database could not be read again.
 */
export function openPhoneKey(source: PhoneKeySource): PhoneKeyRead {
  if (source.kind === 'given') return { kind: 'key', key: source.key };
  const { path } = source;
  try {
    makeOnce(path);
    const open = process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0;
    if (open) return fault(path, 'Other users of this machine may read the key.', `chmod 600 ${path}`);
    const value = readFileSync(path, 'utf8').trim();
    if (isPhoneKey(value)) return { kind: 'key', key: new Secret(value) };
    return fault(
      path,
      'The file holds no key.',
      `Restore it from your backup. Without one: remove it. ${PHONE_KEY_CURE}`,
    );
  } catch (error) {
    return fault(
      path,
      `The key file cannot be read or made (${String(codeOf(error))}).`,
      'Make DATA_DIR writable for this user.',
    );
  }
}
