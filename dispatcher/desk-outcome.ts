import type { Desk } from './desk.js';
import type { DeskDecision } from './decide/desk-decision.js';
import type { House } from './decide/scene.js';
import type { Instant } from './model.js';
import type { Outcome } from './ports.js';
import { sayDesk } from './say/desk.js';
import { say } from './say/say.js';

/**
 * What an order of the desk came to, as the record writes it: the answer first, then what is said of tickets as ever. house: as it is
 * now, with who is there.
 */
export const deskOutcome = (decided: DeskDecision, house: House, desk: Desk, now: Instant): Outcome => {
  const stage = { now, house, mentions: desk.mentions };
  return {
    changes: decided.changes,
    says: [...sayDesk(decided.desk, stage), ...say(decided.effects, stage, desk.channels)],
    talk: null,
    learnt: decided.learnt,
    guarantees: [],
    rota: [],
    incidents: [],
    bulletins: decided.bulletins ?? [],
    inspections: decided.inspections ?? [],
    note: decided.note,
  };
};
