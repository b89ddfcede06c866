import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { readEnv } from '../../config/env.js';
import { passing, type Identity } from './identity.js';

/** How a program ended: its exit code (null after a signal) and the last lines that it wrote. */
export type Ended = { readonly code: number | null; readonly lastLines: string };

const LINES = 6;

/** The last lines of a text, for an error that tells what happened. */
export const lastLines = (text: string): string => text.trim().split('\n').slice(-LINES).join(' | ');

/** The last lines of a file, or nothing where there is none. */
export const lastLinesOf = (file: string): string => (existsSync(file) ? lastLines(readFileSync(file, 'utf8')) : '');

/** PostgreSQL's own variables (PGDATA, PGPORT …) would redirect it, and its messages are read, so they have to be in English. */
const environment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(readEnv()).filter(([name]) => !name.startsWith('PG'))),
  LC_ALL: 'C',
});

/**
 * Runs one of PostgreSQL's programs to its end. From '/', because the user it runs as may not enter our working folder, and in a
 * session of its own, so that Ctrl-C in a terminal reaches us and not the database that we still need for stopping in order.
 */
export function runProgram(program: string, args: readonly string[], who: Identity): Promise<Ended> {
  return new Promise((resolve) => {
    const [command, before] =
      who?.passes === true ? ['setpriv', [...passing(who.uid, who.gid), program]] : [program, []];
    const child = spawn(command, [...before, ...args], {
      cwd: '/',
      detached: true,
      env: environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(who === null || who.passes ? {} : { uid: who.uid, gid: who.gid }),
    });
    let output = '';
    const take = (chunk: Buffer): void => void (output = (output + chunk.toString('utf8')).slice(-4000));
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', (error) => resolve({ code: null, lastLines: error.message }));
    // `exit`, not `close`: a server started by the program may hold on to the pipes for as long as it runs.
    child.once('exit', (code) => {
      child.stdout.destroy();
      child.stderr.destroy();
      resolve({ code, lastLines: lastLines(output) });
    });
  });
}
