import type { Instant, Millis } from '../dispatcher/model.js';
import { nextTurn } from '../dispatcher/decide/turns.js';
import type { Policy } from '../dispatcher/policy.js';
import type { MovableClock } from './clock.js';
import type { Host } from './host.js';

/**
 * Moves the clock on by `ms`, stopping at everything that falls due on the way (deadlines, the calendar's turns, waiting lanes), so
 * that what happens then happens at its own time. Gives the new now.
 */
export const advance = async (ms: Millis, clock: MovableClock, host: Host, policy: Policy): Promise<Instant> => {
  const target = clock.now() + Math.max(0, ms);
  for (;;) {
    const next = await host.drain();
    const turn = nextTurn(clock.now(), policy)?.at ?? null;
    const stops = [next, turn].filter((at) => at !== null && at <= target && at > clock.now()) as readonly Instant[];
    if (stops.length === 0) break;
    clock.moveTo(Math.min(...stops));
  }
  clock.moveTo(target);
  await host.drain();
  return clock.now();
};
