import type { Clock } from './types.js';

/** Counts messages of one conversation or key against a limit per window (A.8, B). */

export type Quota = {
  /** Whether one more of this key is allowed now. */
  allows(key: string): boolean;
  count(key: string): void;
};

export type Limit = { readonly ms: number; readonly max: number };

/** Takes a clock, the limits and the kind of window; gives a quota with everything unspent. */
export function createQuota(now: Clock, limits: readonly Limit[], window: 'fixed' | 'sliding'): Quota {
  const stamps = new Map<string, number[]>();
  const since = (ms: number): number => (window === 'sliding' ? now() - ms + 1 : Math.floor(now() / ms) * ms);
  return {
    allows: (key) =>
      limits.every(({ ms, max }) => (stamps.get(key) ?? []).filter((at) => at >= since(ms)).length < max),
    count: (key) => void stamps.set(key, [...(stamps.get(key) ?? []), now()]),
  };
}
