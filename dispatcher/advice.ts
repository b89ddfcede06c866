/** The second opinion on a message. Types only; ports.ts gives them on. */
import type { Category, Context, Intent, Level } from './model.js';

/** What a second opinion made of a message: labels of the rubric, and nothing else. */
export type Advice = {
  readonly intent: Intent;
  /** The gravest fault; null where none is told. */
  readonly fault: { readonly severity: Level; readonly category: Category } | null;
  /** 0 to 1, by its own account; null where it gives none. */
  readonly confidence: number | null;
};

/** Asked where the rules are unsure, before anything is locked. */
export interface Advisor {
  /** Never rejects and comes back within seconds; null: no advice, the rules' answer stands. */
  advise(text: string, context: Context): Promise<Advice | null>;
}
