import type { Loaded } from '../ports.js';
import { houseAt } from './attendance.js';
import { handOnAll } from './hand-on.js';
import { assertNever } from './never.js';
import type { RotaDecision } from './rota-decision.js';
import { rotaTurnsDue } from './rota-turns.js';
import type { House } from './scene.js';
import { offerWaiting } from './waiting.js';

const NOTHING: RotaDecision = { changed: [], changes: [], effects: [], told: [], note: 'rota turn not wanted' };

/**
 * A leave begins: whatever its person still has goes to the next by duty, by the clock. It ends: whoever is back is offered what waits. A
 * shift begins: whoever has it is told. Looked up
 * anew: what was taken back meanwhile has no such turn any more. loaded: with the tickets of whoever goes.
 */
export const decideRotaTurn = (id: string, loaded: Loaded, house: House): RotaDecision => {
  const { now, rota, guarantees, bulletins, tickets, loads } = loaded;
  const turn = rotaTurnsDue({ now, rota, guarantees, bulletins, policy: house.policy }).find((one) => one.id === id);
  if (turn === undefined) return NOTHING;
  switch (turn.step) {
    case 'duty': {
      const { shift, people } = turn;
      return { ...NOTHING, told: [{ kind: 'duty-called', shift, people }], note: 'shift begins' };
    }
    case 'back': {
      const there = houseAt(house, rota, now);
      if (there.attendance.away.has(turn.leave.staff)) return NOTHING;
      const next = offerWaiting(tickets, { now, house: there, loads, guarantees, who: [turn.leave.staff] });
      return { ...NOTHING, ...next, note: 'leave ends' };
    }
    case 'away': {
      const { leave } = turn;
      const there = houseAt(house, rota, now);
      const gone = handOnAll(leave.staff, tickets, { now, by: 'clock', house: there, loads, reason: '请假' });
      const { changes, effects, kept } = gone;
      const to = there.policy.lead;
      const told = kept.length === 0 ? [] : [{ kind: 'left-behind', leave, kept, to } as const];
      return { changed: [], changes, effects, told, note: 'leave begins' };
    }
    default:
      return assertNever(turn);
  }
};
