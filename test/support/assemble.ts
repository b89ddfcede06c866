/** The system of a story: the real parts on a test's store, with a clock that stands until it is pushed. */
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnv } from '../../config/env.js';
import { loadProject, type LoadedProject } from '../../config/project.js';
import { Secret } from '../../config/secret.js';
import { readSettings, type Settings } from '../../config/settings.js';
import type { Clock, Logger } from '../../dispatcher/ports.js';
import type { Store } from '../../entities/store.js';
import { openSystem, type System, type SystemOptions } from '../../system.js';
import type { MovableClock } from '../../workers/clock.js';
import { createIds } from '../../workers/ids.js';
import type { Stage } from './stage.js';

export const PHONE_KEY: Uint8Array = new Uint8Array(32).fill(7);

/** The district's own data, as it is shipped, but that nobody inspects: a story that does says so. */
export const shippedProject = (): LoadedProject => {
  const read = loadProject(join(import.meta.dirname, '../../config/tongzhou'));
  if (read.kind === 'faults') throw new Error(`config/tongzhou has faults: ${JSON.stringify(read.faults[0])}`);
  const { project } = read;
  const { policy } = project;
  return { ...project, policy: { ...policy, inspections: { ...policy.inspections, plans: [] } } };
};

/** Redis databases are told apart by number: 5 is for tests that empty it, from 6 on each test process has its own. */
export const redisUrl = (db: number): string => {
  const url = new URL(readEnv()['TEST_REDIS_URL'] ?? 'redis://127.0.0.1:6379');
  url.pathname = `/${db}`;
  return url.href;
};

/** The Redis database of this test process. */
export const ownRedis = (): number => 6 + (Number(readEnv()['VITEST_POOL_ID'] ?? '1') % 8);

export type LogLine = { readonly level: string; readonly fields: object; readonly message: string };

/** A log that is kept, to be looked into where a story fails. */
export const keptLog = (): Logger & { readonly lines: readonly LogLine[] } => {
  const lines: LogLine[] = [];
  const at = (level: string) => (fields: object, message: string) => void lines.push({ level, fields, message });
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
};

export type Assembled = { readonly system: System; readonly dataDir: string; close(): Promise<void> };

export type Assembly = {
  readonly stage: Stage;
  readonly store: Store;
  /** Where the queue is: in the PostgreSQL of the store, or in this Redis. */
  readonly redis: string | null;
  readonly clock: Clock | MovableClock;
  readonly log: Logger;
  readonly role?: SystemOptions['role'];
};

/** What a process would read from an empty environment, with these channels and this queue. */
export const settingsOf = (channels: Stage['settings'], dataDir: string, redis: string | null): Settings => {
  const read = readSettings({ DATA_DIR: dataDir, LOG_LEVEL: 'silent', PORT: '0' });
  if (read.kind === 'faults') throw new Error(`the settings have faults: ${JSON.stringify(read.faults[0])}`);
  // The store is handed in when the system opens, so these settings only say where the queue is.
  const queue = redis === null ? read.settings.queue : { kind: 'redis' as const, url: new Secret(redis) };
  return { ...read.settings, queue, ...channels };
};

/** Opens the system, not started, in a data folder of its own. `close` stops it and removes the folder. */
export const assemble = async (assembly: Assembly): Promise<Assembled> => {
  const { stage, store, redis, clock, log, role = 'all' } = assembly;
  const dataDir = mkdtempSync(join(tmpdir(), 'tongzhou-story-'));
  const system = await openSystem({
    settings: settingsOf(stage.settings, dataDir, redis),
    project: stage.project(shippedProject()),
    role,
    clock,
    ids: createIds(clock),
    log,
    phoneKey: PHONE_KEY,
    store,
  });
  stage.attach(system);
  return {
    system,
    dataDir,
    close: async () => {
      await system.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};
