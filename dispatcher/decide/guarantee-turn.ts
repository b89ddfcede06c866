import type { Guarantee, GuaranteeEvent } from '../model.js';
import type { Loaded } from '../ports.js';
import type { GuaranteeDecision, GuaranteeEffect } from './guarantee-decision.js';
import { dutyOf, silentOf } from './guarantee-duty.js';
import { guaranteeFigures } from './guarantee-figures.js';
import { guaranteeTurnsDue } from './guarantee-turns.js';
import { assertNever } from './never.js';
import type { House } from './scene.js';

const logged = (event: Guarantee, line: GuaranteeEvent): Guarantee => ({ ...event, log: [...event.log, line] });

/** The line tests are asked of everybody on duty once: the evening before, or in the morning where the evening was missed. */
const tests = (event: Guarantee, house: House): readonly GuaranteeEffect[] =>
  dutyOf(event, house.staff).map((to) => ({ kind: 'test-asked', event, to }));

/**
 * What a turn of a guaranteed event leads to. The event is looked up anew: one that was called off, moved or summed up meanwhile has no
 * such turn any more, and nothing is said.
 */
export const decideGuaranteeTurn = (id: string, loaded: Loaded, house: House): GuaranteeDecision => {
  const { now, guarantees, tickets } = loaded;
  const turn = guaranteeTurnsDue({
    now,
    guarantees,
    rota: loaded.rota,
    bulletins: loaded.bulletins,
    policy: house.policy,
  }).find((one) => one.id === id);
  if (turn === undefined) return { changed: [], effects: [], note: 'guarantee turn not wanted' };
  const { event, step } = turn;
  const duty = dutyOf(event, house.staff);
  switch (step) {
    case 'eve': {
      const after = logged(event, { kind: 'called', when: 'eve', at: now, by: 'clock' });
      return {
        changed: [after],
        effects: [{ kind: 'eve', event: after, duty }, ...tests(after, house)],
        note: 'guarantee eve',
      };
    }
    case 'morning': {
      const asked = event.log.some(({ kind }) => kind === 'called');
      const after = logged(event, { kind: 'called', when: 'morning', at: now, by: 'clock' });
      const silent = asked ? silentOf(after, house.staff) : [];
      return {
        changed: [after],
        effects: [{ kind: 'morning', event: after, duty, silent }, ...(asked ? [] : tests(after, house))],
        note: 'guarantee morning',
      };
    }
    case 'summary': {
      const after: Guarantee = { ...logged(event, { kind: 'summed', at: now, by: 'clock' }), state: 'ended' };
      const figures = guaranteeFigures(event, tickets, house.policy, now);
      const silent = silentOf(after, house.staff);
      return {
        changed: [after],
        effects: [{ kind: 'summary', event: after, figures, silent }],
        note: 'guarantee summary',
      };
    }
    default:
      return assertNever(step);
  }
};
