import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { StoreError } from '../../entities/fault.js';
import { replaceNumbers, replaceSealed } from './telephones.js';

/** Seals the telephone numbers in what is stored, and opens them again. */
export type Crypt = {
  /** Any JSON value as text: every `phone` sealed whole, and every number in other words. */
  seal(value: unknown): string;
  /** The value that `seal` was given. Throws `PHONE_KEY_UNKNOWN`, `PHONE_SEAL_BROKEN`. */
  open<T>(text: string): T;
  /** The same for plain words. */
  sealWords(words: string): string;
  openWords(text: string): string;
  /** A telephone number sealed whole, whatever it looks like. */
  sealPhone(phone: string): string;
};

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

/** A name for a key that tells nothing of it; stored with every sealed number, so that keys can be changed one day. */
const idOf = (key: Uint8Array): string =>
  createHash('sha256').update('phone-key').update(key).digest('hex').slice(0, 8);

const checked = (key: Uint8Array): Uint8Array => {
  if (key.length === KEY_BYTES) return key;
  throw new StoreError(
    'PHONE_KEY_LENGTH',
    `the key for telephone numbers has ${key.length} bytes instead of ${KEY_BYTES}`,
    'Give 32 random bytes (openssl rand -base64 32), the same at every start.',
  );
};

const encrypt = (plain: string, id: string, key: Uint8Array): string => {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv);
  const body = Buffer.concat([cipher.update(plain, 'utf16le'), cipher.final()]);
  return `⟦tel:${id}:${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}⟧`;
};

const decrypt = (data: Buffer, key: Uint8Array): string => {
  try {
    const decipher = createDecipheriv(CIPHER, key, data.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAuthTag(data.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const body = data.subarray(IV_BYTES + TAG_BYTES);
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf16le');
  } catch {
    throw new StoreError(
      'PHONE_SEAL_BROKEN',
      'a sealed telephone number in the database was changed',
      'Restore the row from a backup; sealed numbers must not be edited.',
    );
  }
};

const mapWords = (value: unknown, key: string, change: (words: string, key: string) => string): unknown => {
  if (typeof value === 'string') return change(value, key);
  if (Array.isArray(value)) return value.map((item: unknown) => mapWords(item, '', change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, mapWords(item, name, change)]));
};

/**
 * AES-256-GCM with the first key; the others only open what was sealed before (rotation). Each key is 32 bytes. Throws
 * `PHONE_KEY_LENGTH`.
 */
export function createCrypt(current: Uint8Array, former: readonly Uint8Array[] = []): Crypt {
  const keys = new Map([current, ...former].map((key) => [idOf(checked(key)), key]));
  const id = idOf(current);
  const sealPhone = (phone: string): string => encrypt(phone, id, current);
  const sealWords = (words: string): string => replaceNumbers(words, sealPhone);
  const openWords = (text: string): string =>
    replaceSealed(text, (sealed) => {
      const [, keyId = '', data = ''] = sealed.slice(1, -1).split(':');
      const key = keys.get(keyId);
      if (key !== undefined) return decrypt(Buffer.from(data, 'base64url'), key);
      throw new StoreError(
        'PHONE_KEY_UNKNOWN',
        `telephone numbers were sealed with a key that is not here (its id is ${keyId})`,
        'Start with the key that was used before; it is not changed by a new installation on the same database.',
      );
    });
  return {
    seal: (value) =>
      JSON.stringify(mapWords(value, '', (words, key) => (key === 'phone' ? sealPhone(words) : sealWords(words)))),
    open: <T>(text: string): T => mapWords(JSON.parse(text), '', openWords) as T,
    sealWords,
    openWords,
    sealPhone,
  };
}
