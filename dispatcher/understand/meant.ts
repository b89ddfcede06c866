/** A label as it is given. */
import type { Intent } from '../model.js';
import type { Cue } from './acts/signal.js';

/** A label, the words that decided it, and how sure it is: 1 said outright, 0.5 only by what is open. `why`: what the words tell. */
export type Meant = {
  readonly intent: Intent;
  readonly words: string;
  readonly sure: number;
  readonly why?: string;
};

/** `meant` with words found by a pattern in the text. */
export const meant = (intent: Intent, words: string | undefined, sure: number): Meant => ({
  intent,
  words: words ?? '',
  sure,
});

/** `meant` by a signal. */
export const meantBy = (intent: Intent, { words, why }: Cue, sure: number): Meant => ({ intent, words, sure, why });
