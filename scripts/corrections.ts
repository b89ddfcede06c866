/**
 * `npm run -s corrections > corrected.jsonl`: every time a person put a reading right, as a labelled line for the set: the report's
 * words with telephone numbers masked, and what the ticket says after the correction, with who, when and why. Changes nothing.
 * Read the lines over before they join `test/data/labelled/`: people's names stand in them as they were typed.
 *
 * Exit 0, or 1 with what is wrong and its cure.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readEnv } from '../config/env.js';
import { sayFault, type Fault } from '../config/fault.js';
import { openPhoneKey } from '../config/phone-key.js';
import { readSettings, type Settings } from '../config/settings.js';
import type { Logger } from '../dispatcher/ports.js';
import { createRecord } from '../dispatcher/record/create-record.js';
import { StoreError } from '../entities/fault.js';
import { openStore, type Store } from '../entities/store.js';
import { systemClock } from '../workers/clock.js';
import { createIds } from '../workers/ids.js';
import { exportCorrections } from './corrections/export.js';

const SILENT: Logger = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

const refuse = (faults: readonly Fault[]): never => {
  for (const fault of faults) console.error(sayFault(fault));
  process.exit(1);
};

/** The key that the numbers were sealed with. Reading makes no key: a new one would open nothing. */
const readKey = ({ phoneKey }: Settings): Uint8Array => {
  if (phoneKey.kind === 'file' && !existsSync(phoneKey.path)) {
    const cure = 'Set PHONE_KEY, or DATA_DIR to the folder of the running system.';
    return refuse([{ file: phoneKey.path, line: null, field: 'PHONE_KEY', problem: 'There is no key here.', cure }]);
  }
  const read = openPhoneKey(phoneKey);
  return read.kind === 'key' ? Buffer.from(read.key.reveal(), 'base64') : refuse(read.faults);
};

const hasTables = async ({ dataSource }: Store): Promise<boolean> => {
  const runner = dataSource.createQueryRunner();
  return runner.hasTable('ticket_event').finally(() => runner.release());
};

const write = async (store: Store, settings: Settings): Promise<number> => {
  if (!(await hasTables(store))) return 0;
  const { views, recorder } = createRecord({
    dataSource: store.dataSource,
    clock: systemClock,
    ids: createIds(systemClock),
    logger: SILENT,
    phoneKey: readKey(settings),
    filesDir: join(settings.dataDir, 'files'),
  });
  let lines = 0;
  for await (const line of exportCorrections(views, async (key) => (await recorder.reporter(key))?.unit ?? null)) {
    process.stdout.write(`${JSON.stringify(line)}\n`);
    lines += 1;
  }
  return lines;
};

const run = async (settings: Settings): Promise<number> => {
  const { stores, dataDir } = settings;
  // Looking makes no database.
  if (stores.kind === 'embedded' && !existsSync(join(dataDir, 'postgres', 'PG_VERSION'))) return 0;
  const store = await openStore(stores);
  return write(store, settings).finally(() => store.close());
};

const read = readSettings(readEnv());
if (read.kind === 'faults') refuse(read.faults);
else {
  try {
    console.error(`corrections: ${await run(read.settings)}`);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
