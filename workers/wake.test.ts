import { describe, expect, it } from 'vitest';
import { HOUR } from '../dispatcher/decide/time.js';
import type { Clock, Settled, Timers } from '../dispatcher/ports.js';
import { faultOf, reportOf } from '../dispatcher/testing/facts.js';
import { ZHANGJIAWAN } from '../dispatcher/testing/house.js';
import { createStory, type Story } from '../dispatcher/testing/story.js';
import { createWake } from './wake.js';

const rung: Settled[] = [];
const relay = {
  after: (settled: Settled) => Promise.resolve(void rung.push(settled)),
  lane: () => Promise.resolve(),
};

/** The earliest timer of the record where it is due by this clock, once. */
const timersOf = (story: Story, clock: Clock): Pick<Timers, 'due' | 'next'> => {
  const given = new Set<string>();
  return {
    due: () => {
      const next = story.record.nextTimer();
      if (next === null || next.due > clock.now() || given.has(next.id)) return Promise.resolve([]);
      given.add(next.id);
      return Promise.resolve([next]);
    },
    next: () => Promise.resolve(story.record.nextTimer()?.due ?? null),
  };
};

describe('waking', () => {
  it('handles what is due by the clock, and nothing before, and rings what comes of it', async () => {
    const story = createStory();
    await story.hear('wang', '断网', reportOf([faultOf()], { unit: ZHANGJIAWAN, units: [ZHANGJIAWAN] }));
    let ahead = 0;
    const clock = { now: () => story.now() + ahead };
    const wake = createWake({ ...story.desk, clock }, timersOf(story, clock), relay);
    rung.length = 0;
    expect(await wake()).toBe(0);
    ahead = HOUR;
    expect(await wake()).toBeGreaterThan(0);
    expect(rung.length).toBeGreaterThan(0);
  });

  it('looks again while a whole batch was due', async () => {
    const batches = [100, 100, 3];
    const timers: Pick<Timers, 'due' | 'next'> = {
      due: (limit) =>
        Promise.resolve(Array.from({ length: Math.min(limit, batches.shift() ?? 0) }, () => ({ id: 'none', due: 0 }))),
      next: () => Promise.resolve(null),
    };
    expect(await createWake(createStory().desk, timers, relay)()).toBe(203);
  });

  it('is one look for a swarm of rings, and another for those that came during it', async () => {
    let looks = 0;
    let open: () => void = () => undefined;
    const timers: Pick<Timers, 'due' | 'next'> = {
      due: async () => {
        looks += 1;
        if (looks === 1) await new Promise<void>((resolve) => (open = resolve));
        return [];
      },
      next: () => Promise.resolve(null),
    };
    const wake = createWake(createStory().desk, timers, relay);
    const rings = [wake(), wake(), wake(), wake()];
    open();
    await Promise.all(rings);
    expect(looks).toBe(2);
  });

  it('tells its caller of a failure and can be rung again', async () => {
    let broken = true;
    const timers: Pick<Timers, 'due' | 'next'> = {
      due: () => (broken ? Promise.reject(new Error('database gone')) : Promise.resolve([])),
      next: () => Promise.resolve(null),
    };
    const wake = createWake(createStory().desk, timers, relay);
    await expect(wake()).rejects.toThrow('database gone');
    broken = false;
    expect(await wake()).toBe(0);
  });
});
