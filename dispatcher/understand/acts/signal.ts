/** A signal answers one question of a message by rows of patterns, and gives the words and why they count. */
import type { Reading } from '../reading.js';
import { moodOf } from './mood.js';
import type { Mood } from './mood.js';
import { pattern } from './pattern.js';

/** Words found, [start, end), and what they tell. */
export type Cue = { readonly why: string; readonly words: string; readonly start: number; readonly end: number };
/** The last such words of a message, or null: the newest statement counts. `beside`: words that overlap this cue do not count. */
export type Signal = (reading: Reading, beside?: Cue | null) => Cue | null;
/** What it tells, and the patterns (pattern.ts) that tell it. */
export type Row = readonly [why: string, ...patterns: readonly string[]];

type Compiled = { readonly why: string; readonly pattern: RegExp };

/** Makes a signal. `moods`: where given, words in another mood do not count. `fits`: a last check of each find. */
export const signal = (
  rows: readonly Row[],
  moods: readonly Mood[] | null = null,
  fits: (reading: Reading, start: number, end: number) => boolean = () => true,
): Signal => {
  const compiled: readonly Compiled[] = rows.map(([why, ...patterns]) => ({
    why,
    pattern: pattern(patterns.join('|')),
  }));
  return (reading, beside = null) => {
    let last: Cue | null = null;
    for (const { why, pattern: of } of compiled) {
      of.lastIndex = 0;
      for (let found = of.exec(reading.text); found; found = of.exec(reading.text)) {
        const start = found.index;
        const end = start + found[0].length;
        if (end === start) {
          of.lastIndex += 1;
          continue;
        }
        if (last && start <= last.start) continue;
        if (beside && start < beside.end && end > beside.start) continue;
        if (moods && !moods.includes(moodOf(reading, start, end))) continue;
        if (!fits(reading, start, end)) continue;
        last = { why, words: found[0], start, end };
      }
    }
    return last;
  };
};

/** Does `one` stand, and no other of these after it? */
export const lastWord = (one: Cue | null, ...others: readonly (Cue | null)[]): one is Cue =>
  one !== null && others.every((other) => other === null || other.start < one.start);
