/** How severe: rubric section 2, line by line, from the scope and what the fault does there. */
import { eventRequest, lift } from './level-event.js';
import { byKind } from './level-kind.js';
import { machineRoom } from './level-room.js';
import { securityLevel } from './level-security.js';
import { say } from './judged.js';
import type { Case, Judged } from './judged.js';

/** The level of one fault. The first line that applies stands; they are in the order of the rubric, the gravest first. */
export const judge = (the: Case): Judged => {
  const trouble = the.effect === 'gone' || the.effect === 'bad';
  if (the.category === 'security') {
    const security = securityLevel(the);
    if (security) return security;
  }
  if (the.category === 'event') return eventRequest(the);
  if (
    the.scope === 'region' &&
    the.effect !== 'request' &&
    the.effect !== 'reserve' &&
    the.effect !== 'odd' &&
    the.category !== 'platform' &&
    the.category !== 'backup' &&
    the.category !== 'video'
  )
    return say(1, 'more than one school', '影响多所学校');
  if (the.machineRoom && the.category === 'room') return machineRoom(the);
  const lifted = lift(the, trouble);
  if (lifted) return lifted;
  if (the.effect === 'reserve') return say(2, 'redundancy lost', '失去备份保护');
  if (the.effect === 'request') return say(3, 'a question or request', '不影响业务');
  if (the.category === 'support') return say(3, 'one terminal', '影响一台');
  if (the.effect === 'odd') return say(3, 'looks odd, no effect', '暂不影响业务');
  return byKind(the);
};
