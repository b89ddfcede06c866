import { houseAt } from './decide/attendance.js';
import { accepted, type House } from './decide/scene.js';
import type { Decision } from './decision.js';
import { figuresOf } from './decide/figures.js';
import { startOfDay } from './decide/time.js';
import { decideTimer } from './decide/timer.js';
import type { Desk } from './desk.js';
import { NOTHING } from './need.js';
import { outcomeOf } from './outcome.js';
import type { Loaded, Outcome, Settled } from './ports.js';

/** Decides and speaks on the house as it stands at the moment of loading. */
const onHouse = (loaded: Loaded, desk: Desk, decide: (house: House) => Decision): Outcome => {
  const house = houseAt(desk.house, loaded.rota, loaded.now);
  return outcomeOf(decide(house), null, null, { ...desk, house, now: loaded.now });
};

/** One due timer: its ticket comes with it, locked; what it says and changes is one transaction, as for a message. */
export const handleTimer = (id: string, desk: Desk): Promise<Settled> =>
  desk.recorder.decide({ kind: 'timer', id }, NOTHING, (loaded) =>
    onHouse(loaded, desk, (house) => decideTimer(loaded, house)),
  );

/** The day's digest to the manager; its turn (`digest:YYYY-MM-DD`) makes it go out once, whoever rings. */
export const handleDigest = (turn: string, desk: Desk): Promise<Settled> => {
  const now = desk.clock.now();
  const need = { ...NOTHING, allOpen: true, span: { from: startOfDay(now), to: now + 1 } };
  return desk.recorder.decide({ kind: 'turn', id: turn }, need, (loaded) => {
    return onHouse(loaded, desk, (house) => {
      const day = figuresOf(loaded.tickets, house, loaded.now);
      return accepted('digest', { effects: [{ kind: 'digest', day, to: house.policy.manager }] });
    });
  });
};
