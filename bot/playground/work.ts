/** What is under way: jobs of one line in the order they came, and a way to wait for all of them. */
export type Work = {
  /** Counts the job as under way. */
  tracked<T>(job: Promise<T>): Promise<T>;
  /** Runs the job after all earlier ones of its line, whatever became of them, and counts it. */
  inLine<T>(line: string, job: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is under way any more. */
  idle(): Promise<void>;
};

export function createWork(): Work {
  const underWay = new Set<Promise<void>>();
  const lines = new Map<string, Promise<void>>();

  function tracked<T>(job: Promise<T>): Promise<T> {
    const done: Promise<void> = job.then(
      () => undefined,
      () => undefined,
    );
    underWay.add(done);
    void done.then(() => underWay.delete(done));
    return job;
  }

  return {
    tracked,
    inLine(line, job) {
      const result = (lines.get(line) ?? Promise.resolve()).then(job);
      const tail: Promise<void> = result.then(
        () => undefined,
        () => undefined,
      );
      lines.set(line, tail);
      void tail.then(() => {
        if (lines.get(line) === tail) lines.delete(line);
      });
      return tracked(result);
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
