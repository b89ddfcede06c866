import type { Desk } from '../dispatcher/desk.js';
import { handleTimer } from '../dispatcher/handle-timer.js';
import type { Timers } from '../dispatcher/ports.js';
import type { Relay } from './relay.js';

/** Handles every timer that is due, the earliest first, and rings what comes of it. Gives how many were handled. */
export type Wake = () => Promise<number>;

/** As many as one look takes; more are taken by the next look. */
const BATCH = 100;

/** A timer that cannot be handled so often is set aside for a person: it must not hold up the deadlines behind it. */
const TRIES = 5;

/** The row is the deadline, the ring only a hint: whatever is due by the clock is handled, whoever rang. */
export const createWake = (desk: Desk, timers: Pick<Timers, 'due' | 'next'>, relay: Relay): Wake => {
  let under: Promise<number> | null = null;
  const tries = new Map<string, number>();

  const failed = async (id: string, error: unknown): Promise<void> => {
    const tried = (tries.get(id) ?? 0) + 1;
    tries.set(id, tried);
    const code = error instanceof Error ? error.name : typeof error;
    desk.log.error({ code: 'TIMER_FAILED', timer: id, tried, error: code }, 'a deadline could not be handled');
    if (tried >= TRIES) await desk.recorder.setAside({ kind: 'timer', id }, code);
  };

  const all = async (): Promise<number> => {
    let count = 0;
    for (;;) {
      const due = await timers.due(BATCH);
      let stuck = 0;
      for (const { id } of due) {
        try {
          await relay.after(await handleTimer(id, desk));
          tries.delete(id);
          count += 1;
        } catch (error) {
          stuck += 1;
          await failed(id, error);
        }
      }
      // Those that failed come again with the next look, not in this one.
      if (due.length < BATCH || stuck > 0) return count;
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
