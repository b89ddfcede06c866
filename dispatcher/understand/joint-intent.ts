/** The intent by rules and weights together: what structure says outright stands, otherwise the likelier answer does. */
import { INTENTS } from '../model.js';
import type { Evidence, Intent } from '../model.js';
import { commandIn } from './command.js';
import type { Meant } from './meant.js';
import { FAULTY } from './part.js';
import { saysWhere } from './reading.js';
import type { Reading } from './reading.js';
import type { Tag } from './lexicon.js';
import { TERMINAL, THING } from './thing.lexicon.js';
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

/** At most two characters beside names of schools and people, signs and white space. */
const NO_WORDS =
  /^(?:[\u4e00-\u9fff](?:老师|主任|校长|园长|师傅)|[\uE000\s,，。.:：!！])*(?:[^\uE000\s,，。.:：!！][\uE000\s,，。.:：!！]*){0,2}$/;
/** Words by which orders of the desk begin (desk-order.ts): a form, whoever says it. */
const ORDER = /^\s*(?:绑定|解绑|代报|请假|销假|启用后备|停用后备|公告|合并|拆分|播报)/;
/** A staff member's words this short are an act of the job at hand, or none: the rules know what is open better than the weights. */
const BRIEF = 12;
const BRIEF_SURE = 0.7;

/**
 * What structure says outright, so that nothing is left to weigh: a command, the answer to a question whose form is fixed, a few words
 * of somebody on a job, a message without words of its own, words about a ticket that is named by its number.
 */
const isFixed = ({ text, context, tickets }: Reading, { sure }: Meant): boolean =>
  commandIn(text, context) !== null ||
  tickets.length > 0 ||
  ORDER.test(text) ||
  // Only a school's name or a telephone number; and after a ticket is closed, of which the labelled set knows little.
  NO_WORDS.test(text) ||
  context.ticket === 'finished' ||
  context.asked === 'choice' ||
  context.asked === 'unit' ||
  context.asked === 'fault' ||
  (context.role !== 'reporter' &&
    (context.asked !== null || (text.trim().length <= BRIEF && (context.assignment !== 'none' || sure >= BRIEF_SURE))));

/** Words of which at least one stands in a report: what is wrong, what is asked for, or the thing it is about. */
const ABOUT: readonly Tag[] = [
  ...FAULTY,
  'odd',
  'request',
  'event',
  ...(Object.keys({ ...THING, ...TERMINAL }) as readonly (keyof typeof THING | keyof typeof TERMINAL)[]),
];

/** So sure of a report must the weights be where a reporter's words name nothing that is wrong or asked for. */
const OUTRIGHT = 0.9;

/**
 * May the weights call it a report, being so sure of it, where the rules do not? A ticket and a ping come of it, so something is said to be
 * wrong or asked for, and staff, whose talk is mostly of work, say where.
 */
const mayReport = (reading: Reading, likely: number): boolean => {
  const about = reading.words.has(ABOUT, 0, reading.text.length);
  return reading.context.role === 'reporter' ? about || likely >= OUTRIGHT : about && saysWhere(reading);
};

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
    if ((reporter && OF_STAFF.has(intent)) || (intent === 'report' && !mayReport(reading, likely[at] ?? 0))) return;
    if ((likely[at] ?? 0) > (likely[best] ?? 0)) best = at;
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
