import { describe, expect, it } from 'vitest';
import { advance } from './advance.js';
import { createStandingClock } from './clock.js';
import type { Host } from './host.js';

/** A host for which these moments are to be met; it notes when it was drained. */
const hostOf = (clock: ReturnType<typeof createStandingClock>, moments: readonly number[]) => {
  const drained: number[] = [];
  const host: Pick<Host, 'drain'> = {
    drain: () => {
      drained.push(clock.now());
      return Promise.resolve(moments.find((at) => at > clock.now()) ?? null);
    },
  };
  return { host: host as Host, drained };
};

describe('moving the clock on', () => {
  it('stops at everything that falls due on the way, at its own time', async () => {
    const clock = createStandingClock(1_000);
    const { host, drained } = hostOf(clock, [1_200, 1_500, 3_000]);
    expect(await advance(1_000, clock, host)).toBe(2_000);
    expect(drained).toEqual([1_000, 1_200, 1_500, 2_000]);
  });

  it('meets what falls due at the very end', async () => {
    const clock = createStandingClock(1_000);
    const { host, drained } = hostOf(clock, [2_000]);
    await advance(1_000, clock, host);
    expect(drained).toContain(2_000);
  });

  it('never goes back, and does what is due now', async () => {
    const clock = createStandingClock(1_000);
    const { host, drained } = hostOf(clock, []);
    expect(await advance(-500, clock, host)).toBe(1_000);
    expect(drained.length).toBeGreaterThan(0);
  });

  it('ends though something is due that cannot be done now', async () => {
    const clock = createStandingClock(1_000);
    const host: Pick<Host, 'drain'> = { drain: () => Promise.resolve(900) };
    expect(await advance(1_000, clock, host as Host)).toBe(2_000);
  });
});
