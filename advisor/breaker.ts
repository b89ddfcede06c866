import type { Clock } from '../dispatcher/ports.js';

/** Lets an endpoint that keeps failing rest. */
export type Breaker = {
  /** May it be asked now? After a pause one may, and its outcome decides for all. */
  enter(): boolean;
  succeeded(): void;
  /** True where this failure began a pause. */
  failed(): boolean;
};

/** After `limit` failures in a row nothing is asked for `pauseMs` (milliseconds of `clock`); then one question tries it out. */
export const createBreaker = (clock: Clock, limit: number, pauseMs: number): Breaker => {
  let failures = 0;
  let until = 0;
  let trying = false;
  return {
    enter: () => {
      if (failures < limit) return true;
      if (trying || clock.now() < until) return false;
      trying = true;
      return true;
    },
    succeeded: () => {
      failures = 0;
      trying = false;
    },
    failed: () => {
      failures += 1;
      trying = false;
      if (failures < limit) return false;
      until = clock.now() + pauseMs;
      return true;
    },
  };
};
