import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';

/** Whether a process of this id runs. One that we may not signal runs, too. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const commandOf = (pid: number): string => {
  try {
    if (platform() === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
  } catch {
    return '';
  }
};

/** What a server's folder tells of its server. stale: a note of one that died without taking it away. */
export type Postmaster =
  | { readonly kind: 'none' }
  | { readonly kind: 'stale' }
  | { readonly kind: 'running'; readonly pid: number; readonly port: number };

export const PID_FILE = 'postmaster.pid';

/**
 * Reads the note that a running server keeps in its folder. After a SIGKILL or in a new container the number in it may be
 * another program's by now, so it counts only where that process is a server of this very folder.
 */
export function readPostmaster(folder: string): Postmaster {
  const file = join(folder, PID_FILE);
  if (!existsSync(file)) return { kind: 'none' };
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  const command = isAlive(pid) ? commandOf(pid) : '';
  if (!command.includes('postgres') || !command.includes(folder)) return { kind: 'stale' };
  return { kind: 'running', pid, port };
}
