/** All word tables as one scanner: a message is looked up once. */
import { ACT } from './act.lexicon.js';
import { PLACE } from './place.lexicon.js';
import { SCOPE } from './scope.lexicon.js';
import { STANCE } from './stance.lexicon.js';
import { SYMPTOM } from './symptom.lexicon.js';
import { TERMINAL, THING } from './thing.lexicon.js';
import { compile } from './words.js';
import type { Hits } from './words.js';

const TABLES = { ...SYMPTOM, ...THING, ...TERMINAL, ...PLACE, ...SCOPE, ...STANCE, ...ACT } as const;

/** The tables' names. */
export type Tag = keyof typeof TABLES;
export type Words = Hits<Tag>;

/** Looks a text up in all tables. */
export const lookUp: (text: string) => Words = compile<Tag>(TABLES);
