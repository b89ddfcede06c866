import type { Desk } from '../dispatcher/desk.js';
import { handleTimer } from '../dispatcher/handle-timer.js';
import type { Timers } from '../dispatcher/ports.js';
import type { Relay } from './relay.js';

/** Handles every timer that is due, the earliest first, and rings what comes of it. Gives how many were handled. */
export type Wake = () => Promise<number>;

/** As many as one look takes; more are taken by the next look. */
const BATCH = 100;

/** The row is the deadline, the ring only a hint: whatever is due by the clock is handled, whoever rang. */
export const createWake = (desk: Desk, timers: Timers, relay: Relay): Wake => {
  let under: Promise<number> | null = null;
  const all = async (): Promise<number> => {
    let count = 0;
    for (;;) {
      const due = await timers.due(BATCH);
      for (const { id } of due) {
        await relay.after(await handleTimer(id, desk));
        count += 1;
      }
      if (due.length < BATCH) return count;
    }
  };
  // Rings come in swarms; one look serves them all, and a ring during a look is followed by another look.
  return async () => {
    if (under !== null) await under.catch(() => 0);
    under ??= all().finally(() => {
      under = null;
    });
    return under;
  };
};
