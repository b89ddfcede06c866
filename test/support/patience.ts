/** Waiting for something that comes by another way than the caller's (a socket, a child process): looked for, never slept for. */

const STEP_MS = 5;

/** Looks every few ms until `look` gives something other than null or undefined; rejects with `what` after `ms` (default 10 s). */
export const awaited = async <T>(
  what: string,
  look: () => T | null | undefined | Promise<T | null | undefined>,
  ms = 10_000,
): Promise<T> => {
  const until = Date.now() + ms;
  for (;;) {
    const found = await look();
    if (found !== null && found !== undefined) return found;
    if (Date.now() > until) throw new Error(`waited ${ms} ms in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
};
