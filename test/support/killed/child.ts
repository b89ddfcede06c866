/** Starting processes to kill them. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Orders } from './orders.js';

export type Child = {
  readonly pid: number;
  /** Resolves with the signal that ended it, or its exit code. */
  readonly ended: Promise<string | number | null>;
  /** SIGKILL, and waits until it is gone. */
  kill(): Promise<void>;
};

const PROGRAM = fileURLToPath(new URL('./process.ts', import.meta.url));

/** Starts the system in a process of its own; resolves when its host runs. Rejects where it ends before that. */
export const startChild = async (orders: Orders): Promise<Child> => {
  const child: ChildProcess = fork(PROGRAM, {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise<string | number | null>((resolve) =>
    child.once('exit', (code, signal) => resolve(signal ?? code)),
  );
  const started = once(child, 'message');
  child.send(orders);
  const first = await Promise.race([started, ended]);
  if (!Array.isArray(first)) {
    // A doomed one may meet its moment before it can tell that it runs.
    if (first !== 'SIGKILL') throw new Error(`the process ended at its start: ${String(first)}`);
  }
  return {
    pid: child.pid ?? 0,
    ended,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};
