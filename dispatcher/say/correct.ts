import type { Effect } from '../decision.js';
import type { Said } from '../ports.js';
import { lines, said } from './message.js';
import type { Stage } from './stage.js';
import { limits } from './ticket.js';
import { CATEGORY, LEVEL, short, subject } from './words.js';

/** What the ticket is now, and what it means for its promises; where it was put right. */
export const corrected = (effect: Extract<Effect, { kind: 'corrected' }>, stage: Stage): Said => {
  const { ticket, by, at } = effect;
  const due = limits(ticket, stage.house, stage.now, 'accept', 'arrive', 'resolve');
  const spans = lines(
    `${short(ticket)} 已由 ${by} 更正：${LEVEL[ticket.level].name} · ${CATEGORY[ticket.category]} · ${subject(ticket, stage.house)}`,
    due === '' ? null : due,
  );
  return said(
    { kind: 'corrected', class: 'receipt', chat: at.chat, replyTo: at.replyTo, spans, ticket },
    stage.mentions,
  );
};
