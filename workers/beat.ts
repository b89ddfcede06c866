import type { Logger } from '../dispatcher/ports.js';

/** Something done again and again, one at a time, until stopped. */
export type Beat = { stop(): Promise<void> };

/** Runs `work` every `everyMs` ms, never twice at once; a failure is logged under `code` and the next beat tries again. */
export const every = (everyMs: number, code: string, work: () => Promise<unknown>, log: Logger): Beat => {
  let under: Promise<unknown> | null = null;
  const timer = setInterval(() => {
    under ??= work()
      .catch((error: unknown) => {
        log.warn(
          { code, error: error instanceof Error ? error.name : typeof error },
          'a regular task failed and will be tried again',
        );
      })
      .finally(() => {
        under = null;
      });
  }, everyMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await under;
    },
  };
};
