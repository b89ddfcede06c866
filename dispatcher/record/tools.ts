import type { Clock, Ids, Logger } from '../ports.js';
import type { Crypt } from './crypt.js';
import type { Database } from './database.js';

/** What every part of the record works with. */
export type Tools = {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  readonly crypt: Crypt;
};
