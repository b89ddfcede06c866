/** What a message is for: rubric section 1, by who says it, what is open, and the words. */
import type { Evidence } from '../model.js';
import { reporterIntent } from './intent-reporter.js';
import { staffIntent } from './intent-staff.js';
import type { Meant } from './meant.js';
import type { Reading } from './reading.js';

/** The one label of the message with its evidence. */
export const intentOf = (reading: Reading): Meant & { readonly evidence: Evidence } => {
  const said = reading.context.role === 'reporter' ? reporterIntent(reading) : staffIntent(reading);
  const { role, assignment, replyTo, ticket, asked } = reading.context;
  const by = [
    role,
    assignment !== 'none' && assignment,
    replyTo !== 'none' && replyTo,
    ticket !== 'none' && `ticket ${ticket}`,
    asked && `asked ${asked}`,
  ];
  return {
    ...said,
    evidence: {
      field: 'intent',
      words: said.words,
      rule: `rubric 1: ${said.intent} (${by.filter(Boolean).join(', ')})${said.why ? `: ${said.why}` : ''}`,
    },
  };
};
