import { readFileSync, writeFileSync } from 'node:fs';
import type { Instant, Millis } from '../dispatcher/model.js';
import type { Clock } from '../dispatcher/ports.js';

/** The system's time, or that time moved on by hand (the playground, tests, the demo). */
export type MovableClock = Clock & { moveTo(at: Instant): void };

/** The machine's own clock. */
export const systemClock: Clock = { now: () => Date.now() };

/** Runs with the machine's clock, ahead of it by what it was moved. */
export const createMovableClock = (
  ahead: Millis = 0,
  moved: (ahead: Millis) => void = () => undefined,
): MovableClock => {
  let offset = ahead;
  return {
    now: () => Date.now() + offset,
    moveTo: (at) => {
      offset = Math.max(offset, at - Date.now());
      moved(offset);
    },
  };
};

/** A movable clock that is as far ahead after a restart as before: time never goes backwards for what is stored. */
export const createKeptClock = (path: string): MovableClock => {
  const read = (): Millis => {
    try {
      const kept: unknown = JSON.parse(readFileSync(path, 'utf8'));
      return typeof kept === 'number' && Number.isFinite(kept) && kept > 0 ? kept : 0;
    } catch {
      return 0;
    }
  };
  return createMovableClock(read(), (ahead) => writeFileSync(path, JSON.stringify(ahead)));
};

/** Stands still until it is moved: for the demo and the tests. */
export const createStandingClock = (start: Instant): MovableClock => {
  let now = start;
  return {
    now: () => now,
    moveTo: (at) => {
      now = Math.max(now, at);
    },
  };
};
