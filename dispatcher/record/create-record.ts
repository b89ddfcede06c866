import type { DataSource } from 'typeorm';
import type { Clock, Ids, Leases, Logger, Outbox, People, Recorder, Timers, Views } from '../ports.js';
import { createCrypt } from './crypt.js';
import { createDatabase } from './database.js';
import { createLeases } from './leases.js';
import { createOutbox } from './outbox.js';
import { createPeople } from './people.js';
import { createRecorder } from './record.js';
import { createTimers } from './timers.js';
import { createViews } from './views.js';

export type RecordSettings = {
  /** Opened by `openStore` and brought up to date by `migrate`. */
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  /** 32 bytes, the same at every start: telephone numbers are sealed with it. */
  readonly phoneKey: Uint8Array;
  /** Where pictures and files of messages lie. */
  readonly filesDir: string;
};

export type DispatchRecord = {
  readonly recorder: Recorder;
  readonly outbox: Outbox;
  readonly timers: Timers;
  readonly leases: Leases;
  readonly views: Views;
  readonly people: People;
};

/** Everything that reads and writes the database. Throws StoreError `PHONE_KEY_LENGTH`. */
export function createRecord({ dataSource, clock, ids, logger, phoneKey, filesDir }: RecordSettings): DispatchRecord {
  const tools = { database: createDatabase(dataSource, logger), clock, ids, logger, crypt: createCrypt(phoneKey) };
  return {
    recorder: createRecorder(tools, filesDir),
    outbox: createOutbox(tools),
    timers: createTimers(tools),
    leases: createLeases(tools),
    views: createViews(tools),
    people: createPeople(tools),
  };
}
