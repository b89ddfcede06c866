import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPhoneKey } from './phone-key.js';
import { Secret } from './secret.js';

let dir: string;
let path: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'phone-key-'));
  path = join(dir, 'data', 'phone.key');
});
afterEach(() => rmSync(dir, { recursive: true }));

const open = (): string => {
  const read = openPhoneKey({ kind: 'file', path });
  return read.kind === 'key' ? read.key.reveal() : `fault: ${read.faults.map((fault) => fault.problem).join()}`;
};

describe('openPhoneKey', () => {
  it('makes a key of 32 bytes once, for this user alone', () => {
    const key = open();
    expect(Buffer.from(key, 'base64')).toHaveLength(32);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(open()).toBe(key);
  });

  it('takes a given key and touches no file', () => {
    const read = openPhoneKey({ kind: 'given', key: new Secret('k') });
    expect(read.kind === 'key' && read.key.reveal()).toBe('k');
  });

  it('refuses a file that others may read, and one without a key', () => {
    open();
    chmodSync(path, 0o644);
    expect(open()).toMatch(/^fault: Other users/);
    writeFileSync(path, 'not a key');
    chmodSync(path, 0o600);
    expect(open()).toMatch(/^fault: .*no key/);
  });
});
