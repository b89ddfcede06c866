import { accepted } from './decide/scene.js';
import { figuresOf } from './decide/figures.js';
import { startOfDay } from './decide/time.js';
import { decideTimer } from './decide/timer.js';
import type { Desk } from './desk.js';
import { NOTHING } from './need.js';
import { outcomeOf } from './outcome.js';
import type { Settled } from './ports.js';

/** One due timer: its ticket comes with it, locked; what it says and changes is one transaction, as for a message. */
export const handleTimer = (id: string, desk: Desk): Promise<Settled> =>
  desk.recorder.decide({ kind: 'timer', id }, NOTHING, (loaded) =>
    outcomeOf(decideTimer(loaded, desk.house), null, null, { ...desk, now: loaded.now }),
  );

/** The day's digest to the manager; its turn (`digest:YYYY-MM-DD`) makes it go out once, whoever rings. */
export const handleDigest = (turn: string, desk: Desk): Promise<Settled> => {
  const now = desk.clock.now();
  const need = { ...NOTHING, allOpen: true, span: { from: startOfDay(now), to: now + 1 } };
  return desk.recorder.decide({ kind: 'turn', id: turn }, need, (loaded) => {
    const day = figuresOf(loaded.tickets, desk.house, loaded.now);
    const decision = accepted('digest', { effects: [{ kind: 'digest', day, to: desk.house.policy.manager }] });
    return outcomeOf(decision, null, null, { ...desk, now: loaded.now });
  });
};
