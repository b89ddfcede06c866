/** Runs tasks of one key one after another, tasks of different keys side by side. */
export type InOrder = {
  /** Runs `task` after every earlier task of `key`; a failed task does not stop the next. Gives the task's own result. */
  run<T>(key: string, task: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is under way or waiting. */
  idle(): Promise<void>;
};

/** Order per chat, many chats at once: one chain of promises a key, dropped when it ends. */
export const createInOrder = (): InOrder => {
  const tails = new Map<string, Promise<unknown>>();
  return {
    run: (key, task) => {
      const before = tails.get(key) ?? Promise.resolve();
      const result = before.then(task, task);
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
    idle: async () => {
      while (tails.size > 0) await Promise.all(tails.values());
    },
  };
};
