import { createHash } from 'node:crypto';

/** Characters of a key column (migrations, KEY). */
const KEY_LENGTH = 191;

/**
 * A key as it is stored: itself, or, where it is longer than the column, its beginning and a hash of the whole, so that different
 * keys stay different and nothing is cut in silence. The same key gives the same text for ever. NUL, which PostgreSQL
 * does not store, is hashed away likewise.
 */
export function fit(key: string, length: number = KEY_LENGTH): string {
  if (key.length <= length && !key.includes('\0')) return key;
  const hash = createHash('sha256').update(key).digest('base64url');
  const start = Array.from(key.replaceAll('\0', '')).slice(0, Math.max(0, Math.floor((length - hash.length - 1) / 2)));
  return `${start.join('')}~${hash}`;
}
