import { describe, expect, it } from 'vitest';
import type { Desk } from '../dispatcher/desk.js';
import type { Settled } from '../dispatcher/ports.js';
import { createStory } from '../dispatcher/testing/story.js';
import { at } from '../dispatcher/testing/time.js';
import { createTurns } from './turns.js';

type Rig = { desk: Desk; rung: Settled[]; uttered: () => number; move: (to: string) => void };
const rig = (): Rig & { relay: Parameters<typeof createTurns>[1] } => {
  const story = createStory();
  let now = at('2026-11-23 17:00');
  const rung: Settled[] = [];
  return {
    desk: { ...story.desk, clock: { now: () => now } },
    rung,
    relay: { after: (settled) => Promise.resolve(void rung.push(settled)), lane: () => Promise.resolve() },
    uttered: () => story.record.uttered.length,
    move: (to) => {
      now = at(to);
    },
  };
};

describe('the calendar’s turns', () => {
  it('are taken when they have come, each once', async () => {
    const { desk, relay, rung, uttered, move } = rig();
    const turns = createTurns(desk, relay);
    expect(await turns.take()).toBe(0);
    expect(await turns.next()).toBe(at('2026-11-23 18:00'));
    move('2026-11-23 18:00');
    expect(await turns.take()).toBe(1);
    expect(await turns.take()).toBe(0);
    expect([uttered(), rung.length]).toEqual([1, 1]);
    expect(await turns.next()).toBe(at('2026-11-24 18:00'));
  });

  it('are taken once between two processes', async () => {
    const { desk, relay, uttered, move } = rig();
    move('2026-11-23 18:05');
    expect(await createTurns(desk, relay).take()).toBe(1);
    expect(await createTurns(desk, relay).take()).toBe(0);
    expect(uttered()).toBe(1);
  });

  it('that fail are tried again at the next look', async () => {
    const { desk, relay, move } = rig();
    move('2026-11-23 18:05');
    let broken = true;
    const recorder: Desk['recorder'] = {
      ...desk.recorder,
      decide: (...args) => (broken ? Promise.reject(new Error('database gone')) : desk.recorder.decide(...args)),
    };
    const turns = createTurns({ ...desk, recorder }, relay);
    await expect(turns.take()).rejects.toThrow('database gone');
    broken = false;
    expect(await turns.take()).toBe(1);
  });
});
