/** Chance that is the same for the same seed. */
export type Random = {
  /** In [0, 1). */
  readonly next: () => number;
  /** A whole number in [from, to). */
  readonly between: (from: number, to: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
};

/** mulberry32: small, quick, and good enough for a district. Throws where something is picked of nothing. */
export const createRandom = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from));
  return {
    next,
    between,
    pick: (list) => {
      const one = list[between(0, list.length)];
      if (one === undefined) throw new Error('nothing to pick from');
      return one;
    },
  };
};
