/** Every migration, the oldest first. One that was released is never changed again: add another. */
import { FirstTables1763780400000 } from './1763780400000-first-tables.js';
import { Guarantees1763866800000 } from './1763866800000-guarantees.js';
import { Rota1763953200000 } from './1763953200000-rota.js';
import { Incidents1764039600000 } from './1764039600000-incidents.js';
import { NoPaused1764126000000 } from './1764126000000-no-paused.js';
import { Bulletins1764212400000 } from './1764212400000-bulletins.js';
import { Inspections1764298800000 } from './1764298800000-inspections.js';

export const MIGRATIONS = [
  FirstTables1763780400000,
  Guarantees1763866800000,
  Rota1763953200000,
  Incidents1764039600000,
  NoPaused1764126000000,
  Bulletins1764212400000,
  Inspections1764298800000,
];
