import { appendFile, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Inbound } from './gateway.js';

/** Messages that could not be kept because the database was gone: on disk, so that they outlive this process too. */
export type Spool = {
  add(message: Inbound): Promise<void>;
  /** Hands every spooled message to `keep`, oldest first, and forgets those it kept. Stops at the first that fails, losing none. */
  replay(keep: (message: Inbound) => Promise<void>): Promise<number>;
};

const parse = (line: string): Inbound | null => {
  try {
    return JSON.parse(line) as Inbound;
  } catch {
    return null;
  }
};

/**
 * A file of JSON lines. The WeCom service does not replay what was said while we could not write, so the words are put on disk before
 * anything else is tried again. A message replayed twice is kept once (the record's unique key).
 */
export const createSpool = (path: string): Spool => {
  const busy = `${path}.replaying`;
  const linesOf = async (file: string): Promise<readonly string[]> => {
    const text = await readFile(file, 'utf8').catch(() => '');
    return text.split('\n').filter((line) => line !== '');
  };
  return {
    add: async (message) => {
      await mkdir(dirname(path), { recursive: true });
      await appendFile(path, `${JSON.stringify(message)}\n`, { mode: 0o600 });
    },
    replay: async (keep) => {
      // What an earlier replay was killed over is older than what was spooled since; nothing is renamed over it.
      const take = async (): Promise<void> => {
        const left = await linesOf(`${busy}.next`);
        if (left.length > 0) await appendFile(busy, left.map((line) => `${line}\n`).join(''), { mode: 0o600 });
        await rm(`${busy}.next`, { force: true });
      };
      await take();
      await rename(path, `${busy}.next`).catch(() => undefined);
      await take();
      const lines = await linesOf(busy);
      for (const line of lines) {
        const message = parse(line);
        // Half a line, cut off by a crash: set aside for a person, never in the way of what stands behind it.
        if (message === null) await appendFile(`${path}.broken`, `${line}\n`, { mode: 0o600 });
        else await keep(message);
      }
      await rm(busy, { force: true });
      return lines.length;
    },
  };
};
