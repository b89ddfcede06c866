/** Work in lines: within one line in the order it came, between lines at the same time. */
export type Lines = {
  /** Runs the job after all earlier ones of its line, whatever became of them. */
  run<T>(line: string, job: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is under way any more. */
  idle(): Promise<void>;
};

export function createLines(): Lines {
  const tails = new Map<string, Promise<unknown>>();
  return {
    run(line, job) {
      const result = (tails.get(line) ?? Promise.resolve()).then(job);
      const tail = result.then(
        () => undefined,
        () => undefined,
      );
      tails.set(line, tail);
      void tail.then(() => {
        if (tails.get(line) === tail) tails.delete(line);
      });
      return result;
    },
    async idle() {
      while (tails.size > 0) await Promise.all(tails.values());
    },
  };
}
