/** What a message is for: rubric section 1, by who says it and what is open. (First, plain version.) */
import type { Evidence, Intent } from '../model.js';
import type { Reading } from './reading.js';

export type Meant = { readonly intent: Intent; readonly evidence: Evidence; readonly sure: number };

const FAULTY = ['netdown', 'down', 'slow', 'flap'] as const;

const engineer = (r: Reading): Intent | null => {
  const w = r.words;
  if (r.context.assignment === 'none') return null;
  if (w.has(['resume'])) return 'resume';
  if (w.has(['resolve'])) return 'resolve';
  if (w.has(['decline'])) return 'decline';
  if (w.has(['suspend'])) return 'suspend';
  if (w.has(['arrive'])) return 'arrive';
  if (w.has(['take', 'ack'])) return r.context.replyTo === 'reminder' ? 'progress' : 'accept';
  return 'progress';
};

const reporter = (r: Reading): Intent => {
  const w = r.words;
  const open = r.context.ticket !== 'none';
  if (r.context.asked === 'rating' && w.has(['praise'])) return 'feedback';
  if (open && w.has(['cancel'])) return 'cancel';
  if (open && w.has(['recovered']) && !w.has(['notyet'])) return 'recovered';
  if (open && w.has(['urge'])) return 'urge';
  if (open && w.has(['query'])) return 'query';
  if (r.context.asked) return 'supplement';
  if (w.has(FAULTY) || w.has(['request'])) return 'report';
  if (open && (r.places.length > 0 || r.phone)) return 'supplement';
  return 'chatter';
};

/** The one label of the message. */
export const intentOf = (r: Reading): Meant => {
  const intent = (r.context.role === 'reporter' ? null : engineer(r)) ?? reporter(r);
  return { intent, evidence: { field: 'intent', words: '', rule: `rubric 1: ${intent}` }, sure: 0.8 };
};
