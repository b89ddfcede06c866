/** main.ts as a person starts it, over HTTP: to be killed and started again on the same data. */
import { readEnv } from '../../../config/env.js';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { awaited } from '../patience.js';

const MESSAGES = z.object({
  messages: z.array(z.object({ id: z.string(), from: z.string(), to: z.string().optional(), text: z.string() })),
});
const BOARD = z.object({ tickets: z.array(z.object({ no: z.string(), state: z.string() })) });

export type Message = z.infer<typeof MESSAGES>['messages'][number];

export type Program = {
  /** The HTTP status of a post to the playground. */
  says(from: string, text: string, id: string): Promise<number>;
  messages(): Promise<readonly Message[]>;
  board(): Promise<z.infer<typeof BOARD>['tickets']>;
  /** Moves the playground's clock. */
  advance(ms: number): Promise<void>;
  kill(): Promise<void>;
  /** SIGTERM; gives the exit code. */
  stop(): Promise<number | null>;
};

const ROOT = join(import.meta.dirname, '../../..');
/** A first start makes a database; on a busy machine that takes a while. */
const START_MS = 60_000;

/** Starts main.ts with these settings on a free port; resolves when it says that it is ready. */
export const startProgram = async (env: Readonly<Record<string, string>>): Promise<Program> => {
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'main.ts')], {
    cwd: ROOT,
    env: { PATH: readEnv()['PATH'] ?? '', LOG_LEVEL: 'silent', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (printed += data.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const url = await awaited(
    'main.ts says where it is',
    () => {
      if (child.exitCode !== null) throw new Error(`main.ts ended: ${printed}`);
      return /http:\/\/127\.0\.0\.1:\d+/u.exec(printed)?.[0];
    },
    START_MS,
  );
  const post = async (path: string, what: object): Promise<number> => {
    const headers = { 'content-type': 'application/json' };
    return (await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(what) })).status;
  };
  const get = async (path: string): Promise<unknown> => (await fetch(url + path)).json();
  return {
    says: (from, text, id) => post('/api/playground/messages', { from, text, chat: 'group', id }),
    advance: async (ms) => {
      const status = await post('/api/playground/clock', { advanceMs: ms });
      if (status !== 200) throw new Error(`the clock was not moved: ${status}`);
    },
    messages: async () => MESSAGES.parse(await get('/api/playground/messages?after=0')).messages,
    board: async () => BOARD.parse(await get('/api/board')).tickets,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
};
