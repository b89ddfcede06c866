/** A map that forgets its oldest entries: above `size` of them, and when they are older than `maxAgeMs`. */

export type Bounded<V> = {
  set(key: string, value: V, now: number): void;
  /** Gives the value, or null where there is none or it is too old. */
  get(key: string, now: number): V | null;
  /** The same, and forgets it. */
  take(key: string, now: number): V | null;
  clear(): void;
};

/** Takes how many entries it keeps and for how long (ms); gives an empty one. */
export function createBounded<V>(size: number, maxAgeMs: number): Bounded<V> {
  const entries = new Map<string, { readonly value: V; readonly at: number }>();
  const get = (key: string, now: number): V | null => {
    const found = entries.get(key);
    return found && now - found.at < maxAgeMs ? found.value : null;
  };
  return {
    set(key, value, now) {
      entries.delete(key); // so that it moves to the young end
      entries.set(key, { value, at: now });
      const oldest = entries.keys().next();
      if (entries.size > size && !oldest.done) entries.delete(oldest.value);
    },
    get,
    take(key, now) {
      const value = get(key, now);
      entries.delete(key);
      return value;
    },
    clear: () => entries.clear(),
  };
}
