import type { Instant } from '../../dispatcher/model.js';

/** What people are going to do, in order of time; what has the same time in the order of planning. */
export type Agenda<Act> = {
  plan(at: Instant, act: Act): void;
  /** When the next one is; null for none. */
  next(): Instant | null;
  take(): Act | null;
};

type Entry<Act> = { readonly at: Instant; readonly n: number; readonly act: Act };

/** A sorted list: plans are near the end of it, so insertion is short. */
export const createAgenda = <Act>(): Agenda<Act> => {
  // The next one stands last.
  const entries: Entry<Act>[] = [];
  let n = 0;
  const before = (a: Entry<Act>, b: Entry<Act>): boolean => a.at < b.at || (a.at === b.at && a.n < b.n);
  return {
    plan: (at, act) => {
      const entry = { at, n: (n += 1), act };
      let low = 0;
      let high = entries.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        const there = entries[middle];
        if (there !== undefined && before(entry, there)) low = middle + 1;
        else high = middle;
      }
      entries.splice(low, 0, entry);
    },
    next: () => entries.at(-1)?.at ?? null,
    take: () => entries.pop()?.act ?? null,
  };
};
