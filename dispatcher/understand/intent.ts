/** What a message is for: rubric section 1, by who says it, what is open, and the words. */
import type { Evidence, Intent } from '../model.js';
import { reporterIntent } from './intent-reporter.js';
import { staffIntent } from './intent-staff.js';
import type { Reading } from './reading.js';

/** A label, the words that decided it, and how sure it is: 1 said outright, 0.5 only by what is open. */
export type Meant = { readonly intent: Intent; readonly words: string; readonly sure: number };

/** `meant` with words found by a pattern in the text. */
export const meant = (intent: Intent, words: string | undefined, sure: number): Meant => ({ intent, words: words ?? '', sure });

/** The one label of the message with its evidence. */
export const intentOf = (reading: Reading): Meant & { readonly evidence: Evidence } => {
  const said = reading.context.role === 'reporter' ? reporterIntent(reading) : staffIntent(reading);
  const { role, assignment, replyTo, ticket, asked } = reading.context;
  const by = [role, assignment !== 'none' && assignment, replyTo !== 'none' && replyTo, ticket !== 'none' && `ticket ${ticket}`, asked && `asked ${asked}`];
  return {
    ...said,
    evidence: { field: 'intent', words: said.words, rule: `rubric 1: ${said.intent} (${by.filter(Boolean).join(', ')})` },
  };
};
