/** The clauses that tell one fault, sorted by what each does (roles.ts), each sort asked as one part. */
import { Part } from './part.js';
import type { Reading } from './reading.js';
import { roleOf } from './roles.js';
import type { Role } from './roles.js';
import type { Statement } from './statement.js';

/** A clause with what it does. */
export type Frame = Statement & { readonly role: Role };

export class Telling {
  /** Everything that was said with it. */
  readonly all: Part;
  /** What is meant as it stands: no asides, nothing that is well. */
  readonly said: Part;
  /** The clauses that say the fault; where none does, those that call it odd, then the wish, then all that is meant. */
  readonly heart: Part;
  /** The clauses that tell how far it reaches: those of the fault, and bare places and extents. */
  readonly reach: Part;
  readonly well: Part;

  constructor(
    readonly reading: Reading,
    readonly frames: readonly Frame[],
  ) {
    const of = (...roles: readonly Role[]): readonly Frame[] => frames.filter(({ role }) => roles.includes(role));
    this.all = new Part(reading, frames);
    const said = frames.filter(({ role }) => role !== 'aside' && role !== 'well');
    this.said = said.length === frames.length ? this.all : new Part(reading, said.length > 0 ? said : frames);
    const heart = [of('fault'), of('odd'), of('wish'), said].find((some) => some.length > 0) ?? frames;
    this.heart = new Part(reading, heart);
    const reach = frames.filter(({ role }) => role === 'bare' || heart.some((one) => one.role === role));
    this.reach = new Part(reading, reach.length > 0 ? reach : heart);
    this.well = new Part(reading, of('well'));
  }

  has(role: Role): boolean {
    return this.frames.some((frame) => frame.role === role);
  }
}

/** All clauses of a message with what each does. */
export const framesOf = (reading: Reading): readonly Frame[] =>
  reading.statements.map((statement) => ({ ...statement, role: roleOf(reading, statement) }));
