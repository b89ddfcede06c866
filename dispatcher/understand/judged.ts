/** What is known of a fault when its level is asked for, and what an answer looks like. */
import type { Category, Context, Level, Scope } from '../model.js';
import type { Effect } from './trouble.js';

/** The level, the rubric's line it follows, and what it means to people. */
export type Judged = { readonly level: Level; readonly rule: string; readonly meaning: string };

/** What is known of a fault when its level is asked for. */
export type Case = {
  readonly scope: Scope;
  readonly category: Category;
  readonly effect: Effect;
  /** The statements of the fault, and of all that was said with it. */
  readonly text: string;
  readonly wider: string;
  readonly key: boolean;
  /** The event whose list the affected unit is on. */
  readonly event: NonNullable<Context['event']> | null;
  readonly machineRoom: boolean;
  /** The unit is named as such (我们学校, 张家湾中学断网). */
  readonly named: boolean;
  readonly several: boolean;
  /** A word of fault stands in it. */
  readonly faulty: boolean;
  /** The network itself is said to be well; one business is lost. */
  readonly netWell: boolean;
  readonly inSession: boolean;
  /** No unit is named nor known. */
  readonly unitless: boolean;
};

/** A level by a line of rubric 2, with its meaning to people. */
export const say = (level: Level, line: string, meaning: string): Judged => ({
  level,
  rule: `rubric 2: ${line} → level ${level}`,
  meaning,
});

/** Is the whole unit concerned, or more? */
export const wide = (scope: Scope): boolean => scope === 'unit' || scope === 'unit-partly' || scope === 'region';
