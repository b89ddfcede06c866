import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { PlaygroundMessage, PlaygroundStore } from './message.js';

/**
 * The playground's messages as JSON lines on disk: what people see after a restart is what they saw before. A changed message is a new
 * line under its old id, the last one counts. A line cut off by a crash is left out: its sender was never told that it was kept.
 */
export const createFileStore = (path: string): PlaygroundStore => {
  const write = async (message: PlaygroundMessage): Promise<void> => {
    await mkdir(dirname(path), { recursive: true });
    await appendFile(path, `${JSON.stringify(message)}\n`, { mode: 0o600 });
  };
  const parse = (line: string): readonly PlaygroundMessage[] => {
    try {
      return [JSON.parse(line) as PlaygroundMessage];
    } catch {
      return [];
    }
  };
  return {
    append: write,
    update: write,
    load: async () => {
      const text = await readFile(path, 'utf8').catch(() => '');
      const byId = new Map<string, PlaygroundMessage>();
      for (const message of text.split('\n').flatMap((line) => (line === '' ? [] : parse(line))))
        byId.set(message.id, message);
      return [...byId.values()].sort((a, b) => a.n - b.n);
    },
  };
};
