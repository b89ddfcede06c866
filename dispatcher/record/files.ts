import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FileTable, type FileRow } from '../../entities/file.js';
import type { Recorder } from '../ports.js';
import { insert } from './rows.js';
import type { Tools } from './tools.js';

/**
 * Keeping pictures and files of messages: the row in the database, the bytes in a folder under their hash, so equal ones lie there
 * once. `filesDir` is made on demand, readable by us alone. The bytes are on the disk before the row tells of them.
 */
export function createFileKeeping(
  { database, clock, ids, crypt }: Tools,
  filesDir: string,
): Pick<Recorder, 'keepFile'> {
  const store = async (bytes: Uint8Array): Promise<{ sha256: string; path: string }> => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const path = `${sha256.slice(0, 2)}/${sha256}`;
    const target = join(filesDir, path);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    const fresh = `${target}.${ids.next()}`;
    await writeFile(fresh, bytes, { mode: 0o600 });
    await rename(fresh, target);
    return { sha256, path };
  };
  return {
    keepFile: async (message, { kind, name, bytes }) => {
      const { sha256, path } = await store(bytes);
      const row: FileRow = {
        id: ids.next(),
        message,
        kind,
        name: name === null ? null : crypt.sealWords(name),
        sha256,
        bytes: bytes.length,
        path,
        keptAt: clock.now(),
      };
      await database.insertMissing((manager) => insert(manager, FileTable, [row]));
    },
  };
}
