import type { Clause } from './clauses.js';
import type { Stance } from './stance.js';

/** A clause with how it is meant. */
export type Statement = Clause & {
  readonly stance: Stance;
  /** A word of fault stands in it. */
  readonly faulty: boolean;
};
