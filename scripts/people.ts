/**
 * `npm run people -- import FILE`: people who report, from a CSV (name,channel,id,unit,phone): whose id is known is at once known by
 * name, school and telephone number. What a line leaves empty stays as it is. One fault, and nobody is taken in; every fault is told
 * with its line and its cure. Telephone numbers are sealed as everywhere.
 *
 * Exit 0, or 1 with what is wrong.
 */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readEnv } from '../config/env.js';
import { sayFault, type Fault } from '../config/fault.js';
import { openPhoneKey } from '../config/phone-key.js';
import { loadProject } from '../config/project.js';
import { readSettings } from '../config/settings.js';
import type { Logger } from '../dispatcher/ports.js';
import { createRecord } from '../dispatcher/record/create-record.js';
import { StoreError } from '../entities/fault.js';
import { migrate } from '../entities/migrate.js';
import { openStore } from '../entities/store.js';
import { systemClock } from '../workers/clock.js';
import { createIds } from '../workers/ids.js';
import { COLUMNS, readRows } from './people/rows.js';

const SILENT: Logger = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

const refuse = (lines: readonly string[]): never => {
  for (const line of lines) console.error(line);
  process.exit(1);
};
const refuseAll = (faults: readonly Fault[]): never => refuse(faults.map(sayFault));

const textOf = (path: string): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    if (error instanceof TypeError)
      return refuse([`${basename(path)}: The file is not UTF-8. → Save it as UTF-8 (in Excel: "CSV UTF-8").`]);
    return refuse([`${path} cannot be read. → Check the path.`]);
  }
};

const [order, file, ...more] = process.argv.slice(2);
if (order !== 'import' || file === undefined || more.length > 0)
  refuse(['usage: npm run people -- import FILE', `FILE is a CSV whose first line is ${COLUMNS.join(',')}`]);

const run = async (path: string): Promise<void> => {
  const read = readSettings(readEnv());
  if (read.kind === 'faults') return refuseAll(read.faults);
  const { settings } = read;
  const project = loadProject(settings.projectDir);
  if (project.kind === 'faults') return refuseAll(project.faults);
  const rows = readRows(textOf(path), basename(path), project.project);
  if (rows.kind === 'faults') return refuseAll(rows.faults);
  const key = openPhoneKey(settings.phoneKey);
  if (key.kind === 'faults') return refuseAll(key.faults);
  const store = await openStore(settings.stores);
  try {
    await migrate(store.dataSource, SILENT);
    const { people } = createRecord({
      dataSource: store.dataSource,
      clock: systemClock,
      ids: createIds(systemClock),
      logger: SILENT,
      phoneKey: Buffer.from(key.key.reveal(), 'base64'),
      filesDir: join(settings.dataDir, 'files'),
    });
    const changed = await people.enter(rows.people);
    console.log(`people: ${rows.people.length} read, ${changed} new or changed`);
  } finally {
    await store.close();
  }
};

try {
  await run(file ?? '');
} catch (error) {
  if (!(error instanceof StoreError)) throw error;
  refuse([error.message]);
}
