import type { Instant, Millis } from '../dispatcher/model.js';
import type { MovableClock } from './clock.js';
import type { Host } from './host.js';

/**
 * Moves the clock on by `ms`, stopping at everything that falls due on the way (deadlines, the calendar's turns, waiting lanes), so
 * that what happens then happens at its own time. Gives the new now.
 */
export const advance = async (ms: Millis, clock: MovableClock, host: Host): Promise<Instant> => {
  const target = clock.now() + Math.max(0, ms);
  for (;;) {
    const next = await host.drain();
    if (next === null || next > target || next <= clock.now()) break;
    clock.moveTo(next);
  }
  clock.moveTo(target);
  await host.drain();
  return clock.now();
};
