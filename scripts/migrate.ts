/**
 * `npm run migrate`: brings the tables of the configured database up to date and ends. A start does the same; this is for those who
 * change tables before they change processes. Exit 0, or 1 with what is wrong and its cure.
 */
import { readEnv } from '../config/env.js';
import { sayFault } from '../config/fault.js';
import { readSettings } from '../config/settings.js';
import { StoreError } from '../entities/fault.js';
import { migrate } from '../entities/migrate.js';
import { openStore } from '../entities/store.js';

const read = readSettings(readEnv());
if (read.kind === 'faults') {
  for (const fault of read.faults) console.error(sayFault(fault));
  process.exit(1);
}

try {
  const store = await openStore(read.settings.stores);
  try {
    const done: string[] = [];
    const log = {
      info: (fields: object, message: string): void => void done.push(`${message} ${JSON.stringify(fields)}`),
    };
    await migrate(store.dataSource, log);
    console.log(done.length === 0 ? 'The tables are up to date.' : done.join('\n'));
  } finally {
    await store.close();
  }
} catch (error) {
  if (!(error instanceof StoreError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
