/** Order within a key, concurrency over keys. */

export type Serial = {
  /** Takes a key and a job; runs it after the earlier jobs of that key, however they ended; gives the job's own result. */
  run<T>(key: string, job: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is under way, or after `limitMs`. */
  idle(limitMs: number): Promise<void>;
};

/** Gives an empty one. A key is forgotten when its last job ends. */
export function createSerial(): Serial {
  const tails = new Map<string, Promise<void>>();
  return {
    run(key, job) {
      const result = (tails.get(key) ?? Promise.resolve()).then(job);
      const tail = result.then(
        () => undefined,
        () => undefined,
      );
      tails.set(key, tail);
      void tail.then(() => {
        if (tails.get(key) === tail) tails.delete(key);
      });
      return result;
    },
    async idle(limitMs) {
      let timer: NodeJS.Timeout | undefined;
      const limit = new Promise<'late'>((resolve) => {
        timer = setTimeout(resolve, limitMs, 'late');
      });
      while (tails.size > 0) {
        if ((await Promise.race([Promise.all(tails.values()), limit])) === 'late') break;
      }
      clearTimeout(timer);
    },
  };
}
