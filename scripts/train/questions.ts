/** How each question is learnt, and the three of them learnt from some files' two thirds. */
import { CATEGORIES, INTENTS } from '../../dispatcher/model.js';
import type { Directory } from '../../dispatcher/understand/directory.js';
import type { Question } from '../../dispatcher/understand/weigh.js';
import { instancesOf } from './instances.js';
import { learn } from './learn.js';
import type { Learning } from './learn.js';
import { lessonsOf } from './lessons.js';

export type Questions = { readonly intent: Question; readonly level: Question; readonly category: Question };

/** Found by leaving writers out; `most` by what 650 kB hold. */
const COMMON = {
  rounds: 20,
  rate: 0.15,
  decay: 0.0005,
  dropSeen: 0.85,
  dropFresh: 0.1,
  dropWord: 0.4,
  least: 2,
  times: 2,
};
const HOW = {
  intent: { ...COMMON, answers: INTENTS.length, most: 10_000 },
  level: { ...COMMON, answers: 3, most: 16_000 },
  category: { ...COMMON, answers: CATEGORIES.length, most: 10_000 },
};

/** The questions learnt from these files (letters), without what is kept aside. */
export const trainedOn = (directory: Directory, files: readonly string[], seed = 7): Questions => {
  const instances = instancesOf(directory, lessonsOf(files));
  const question = (name: 'intent' | 'level' | 'category'): Question => {
    const how: Learning = { ...HOW[name], seed };
    return learn(instances[name], how);
  };
  return { intent: question('intent'), level: question('level'), category: question('category') };
};
