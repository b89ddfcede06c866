/** Waits `ms`, or until the signal is aborted, whichever is first. Never rejects. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}

/** The wait before try number `tries` (from 1): doubling from `firstMs`, at most `capMs`. */
export function backoff(tries: number, firstMs: number, capMs: number): number {
  return Math.min(firstMs * 2 ** Math.min(tries - 1, 30), capMs);
}
