import { schedule } from 'node-cron';
import type { Desk } from '../dispatcher/desk.js';
import type { Calendar, Turn } from '../dispatcher/decide/turn.js';
import { nextTurn, turnsDue } from '../dispatcher/decide/turns.js';
import { handleGuaranteeTurn } from '../dispatcher/handle-guarantee.js';
import { handleBulletinTurn } from '../dispatcher/handle-notice.js';
import { handleInspectionTurn } from '../dispatcher/handle-inspection.js';
import { handlePlanTurn } from '../dispatcher/handle-plan.js';
import { handleRotaTurn } from '../dispatcher/handle-rota.js';
import { handleDigest } from '../dispatcher/handle-timer.js';
import type { Instant } from '../dispatcher/model.js';
import type { Settled } from '../dispatcher/ports.js';
import type { Relay } from './relay.js';

export type Turns = {
  /** Takes every turn of the calendar that has come; each once, whoever rings (its id is a row). Gives how many were new. */
  take(): Promise<number>;
  /** When the next turn comes; null where none does. */
  next(): Promise<Instant | null>;
};

const HANDLERS: Readonly<Record<Turn['kind'], (turn: Turn, desk: Desk) => Promise<Settled>>> = {
  digest: (turn, desk) => handleDigest(turn.id, desk),
  guarantee: handleGuaranteeTurn,
  rota: handleRotaTurn,
  bulletin: handleBulletinTurn,
  plan: handlePlanTurn,
  inspection: handleInspectionTurn,
};

/** All turns. Taken ones are remembered here too, so that the sweep's looks cost one query. */
export const createTurns = (desk: Desk, relay: Relay): Turns => {
  const taken = new Set<string>();
  const calendar = async (): Promise<Calendar> => ({
    guarantees: await desk.recorder.guarantees(),
    rota: await desk.recorder.rota(),
    bulletins: await desk.recorder.bulletins(),
    now: desk.clock.now(),
    policy: desk.house.policy,
  });
  return {
    take: async () => {
      let fresh = 0;
      const failed: unknown[] = [];
      for (const turn of turnsDue(await calendar())) {
        if (taken.has(turn.id)) continue;
        try {
          const settled = await HANDLERS[turn.kind](turn, desk);
          taken.add(turn.id);
          if (settled.kind === 'done') fresh += 1;
          await relay.after(settled);
        } catch (error) {
          // One that cannot be taken keeps none of the others waiting; it is tried again with the next look.
          failed.push(error);
        }
      }
      if (failed.length > 0) throw failed[0];
      return fresh;
    },
    next: async () => nextTurn(await calendar()),
  };
};

/** Rings at these minutes of the day, Asia/Shanghai, so that a turn comes at its minute. `stop` ends it. */
export const scheduleTurns = (minutesOfDay: readonly number[], ring: () => void): { stop(): void } => {
  const tasks = [...new Set(minutesOfDay)].map((minute) =>
    schedule(`${minute % 60} ${Math.floor(minute / 60)} * * *`, ring, { timezone: 'Asia/Shanghai' }),
  );
  return {
    stop: () => {
      for (const task of tasks) void task.stop();
    },
  };
};
