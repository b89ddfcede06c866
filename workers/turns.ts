import { schedule } from 'node-cron';
import type { Desk } from '../dispatcher/desk.js';
import { turnsDue } from '../dispatcher/decide/turns.js';
import { handleDigest } from '../dispatcher/handle-timer.js';
import type { Relay } from './relay.js';

/** Takes every turn of the calendar that has come; each once, whoever rings (its id is a row). Gives how many were new. */
export type Turns = () => Promise<number>;

/** The digest's turn. Taken turns are remembered here too, so that the sweep's looks cost no query. */
export const createTurns = (desk: Desk, relay: Relay): Turns => {
  const taken = new Set<string>();
  return async () => {
    let fresh = 0;
    for (const turn of turnsDue(desk.clock.now(), desk.house.policy)) {
      if (taken.has(turn.id)) continue;
      const settled = await handleDigest(turn.id, desk);
      taken.add(turn.id);
      if (settled.kind === 'done') fresh += 1;
      await relay.after(settled);
    }
    return fresh;
  };
};

/** Rings at the minute of the day when the digest is due, Asia/Shanghai. `stop` ends it. */
export const scheduleTurns = (minuteOfDay: number, ring: () => void): { stop(): void } => {
  const task = schedule(`${minuteOfDay % 60} ${Math.floor(minuteOfDay / 60)} * * *`, ring, {
    timezone: 'Asia/Shanghai',
  });
  return {
    stop: () => {
      void task.stop();
    },
  };
};
