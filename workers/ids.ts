import { randomBytes } from 'node:crypto';
import type { Clock, Ids } from '../dispatcher/ports.js';

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const base32 = (value: bigint, length: number): string => {
  let text = '';
  let rest = value;
  for (let i = 0; i < length; i += 1) {
    text = (DIGITS[Number(rest & 31n)] ?? '0') + text;
    rest >>= 5n;
  }
  return text;
};

/** Ids of 26 characters: 10 of time (ms), 16 of chance; within a millisecond they count up, so they sort by time of making. */
export const createIds = (clock: Clock): Ids => {
  let lastAt = 0;
  let chance = 0n;
  return {
    next: () => {
      const at = Math.max(clock.now(), lastAt);
      chance = at === lastAt ? chance + 1n : BigInt(`0x${randomBytes(9).toString('hex')}`);
      lastAt = at;
      return base32(BigInt(at), 10) + base32(chance, 16);
    },
  };
};
