/** Every migration, the oldest first. One that was released is never changed again: add another. */
import { FirstTables1763780400000 } from './1763780400000-first-tables.js';

export const MIGRATIONS = [FirstTables1763780400000];
