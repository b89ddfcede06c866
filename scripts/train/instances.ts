/** Labelled messages as the weights learn from them: the features of each question beside the label. */
import { CATEGORIES, INTENTS } from '../../dispatcher/model.js';
import type { Context } from '../../dispatcher/model.js';
import type { Directory } from '../../dispatcher/understand/directory.js';
import { createUnderstand } from '../../dispatcher/understand/understand.js';
import type { Weigh } from '../../dispatcher/understand/weigh.js';
import type { Features } from '../../dispatcher/understand/weigh-features.js';
import type { Labelled } from '../labelled.js';

/** One question put once. `seen`: the rules were written with this message before their eyes, so that their answer teaches little. */
export type Instance = { readonly features: Features; readonly answer: number; readonly seen: boolean };
export type Instances = {
  readonly intent: readonly Instance[];
  readonly level: readonly Instance[];
  readonly category: readonly Instance[];
};

/** A message with its labels. */
export type Lesson = {
  readonly text: string;
  readonly context: Context;
  readonly labels: Pick<Labelled['labels'], 'intent' | 'severity' | 'category' | 'faults'>;
  readonly seen: boolean;
};

/** The instances of some lessons. Faults count where rules and label see the same number, or the rules see one. */
export const instancesOf = (directory: Directory, lessons: readonly Lesson[]): Instances => {
  let told: string = '';
  let intents: Features[] = [];
  let faults: Features[] = [];
  const certain = (): Float64Array => Float64Array.from(INTENTS, (intent) => (intent === told ? 1 : 0));
  const teacher: Weigh = {
    intent: (features) => (intents.push(features), certain()),
    level: (features) => (faults.push(features), null),
    category: () => null,
    why: (_about, features) => new Float64Array(features.size),
  };
  const { understand } = createUnderstand(directory, teacher);
  const out = { intent: [] as Instance[], level: [] as Instance[], category: [] as Instance[] };
  for (const { text, context, labels, seen } of lessons) {
    told = labels.intent;
    intents = [];
    faults = [];
    understand(text, context);
    const answer = INTENTS.findIndex((intent) => intent === told);
    for (const features of intents) out.intent.push({ features, answer, seen });
    const levels = labels.faults.length === faults.length ? labels.faults : faults.length === 1 ? [labels] : [];
    levels.forEach(({ severity, category }, at) => {
      const features = faults[at];
      if (features === undefined || severity === null) return;
      out.level.push({ features, answer: severity - 1, seen });
      const kind = CATEGORIES.findIndex((one) => one === category);
      if (kind >= 0) out.category.push({ features, answer: kind, seen });
    });
  }
  return out;
};
