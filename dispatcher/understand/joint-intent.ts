/** The intent by rules and weights together: what structure says outright stands, otherwise the likelier answer does. */
import { INTENTS } from '../model.js';
import type { Evidence, Intent } from '../model.js';
import { commandIn } from './command.js';
import type { Meant } from './meant.js';
import type { Reading } from './reading.js';
import type { Weigh } from './weigh.js';
import { intentFeatures } from './weigh-intent.js';
import { wordsFor } from './weigh-why.js';

type Said = Meant & { readonly evidence: Evidence };

/** What only staff can mean (rubric 1). */
const OF_STAFF: ReadonlySet<Intent> = new Set<Intent>([
  'accept',
  'decline',
  'arrive',
  'progress',
  'suspend',
  'resume',
  'resolve',
]);

/** At most two characters beside names of schools, signs and white space. */
const NO_WORDS = /^[\uE000\s,，。.:：!！]*(?:[^\uE000\s,，。.:：!！][\uE000\s,，。.:：!！]*){0,2}$/;
/** A staff member's words this short are an act of the job at hand, or none: the rules know what is open better than the weights. */
const BRIEF = 12;
const BRIEF_SURE = 0.7;

/**
 * What structure says outright, so that nothing is left to weigh: a command, the answer to a question whose form is fixed, a few words
 * of somebody on a job, a message without words of its own.
 */
const isFixed = ({ text, context }: Reading, { sure }: Meant): boolean =>
  commandIn(text, context) !== null ||
  // Only a school's name or a telephone number; and after a ticket is closed, of which the labelled set knows little.
  NO_WORDS.test(text) ||
  context.ticket === 'finished' ||
  context.asked === 'choice' ||
  context.asked === 'unit' ||
  context.asked === 'fault' ||
  (context.role !== 'reporter' &&
    (context.asked !== null || (text.trim().length <= BRIEF && (context.assignment !== 'none' || sure >= BRIEF_SURE))));

/** The rules' answer, or the weights' where they are surer of another. Gives the evidence that fits. */
export const jointIntent = (reading: Reading, said: Said, weigh: Weigh | null): Said => {
  if (weigh === null || isFixed(reading, said)) return said;
  const features = intentFeatures(reading, said);
  const likely = weigh.intent(features);
  if (likely === null) return said;
  const reporter = reading.context.role === 'reporter';
  let best = INTENTS.indexOf(said.intent);
  const ruled = best;
  INTENTS.forEach((intent, at) => {
    if (!(reporter && OF_STAFF.has(intent)) && (likely[at] ?? 0) > (likely[best] ?? 0)) best = at;
  });
  const intent = INTENTS[best] ?? said.intent;
  if (best === ruled) return said;
  const words = wordsFor(reading, features, weigh.why('intent', features, best, ruled));
  return {
    intent,
    words,
    sure: likely[best] ?? 0,
    evidence: { field: 'intent', words, rule: `rubric 1: ${intent} (${reading.context.role}, weighed)` },
  };
};
