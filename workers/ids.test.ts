import { expect, it } from 'vitest';
import { createIds } from './ids.js';

it('makes ids of 26 characters that sort by time of making', () => {
  let now = 1_800_000_000_000;
  const ids = createIds({ now: () => now });
  const made: string[] = [];
  for (let i = 0; i < 2_000; i += 1) {
    if (i % 3 === 0) now += 1;
    made.push(ids.next());
  }
  expect(new Set(made).size).toBe(made.length);
  expect([...made].sort()).toEqual(made);
  for (const id of made) expect(id).toMatch(/^[0-9A-Z]{26}$/);
});

it('goes on sorting when the clock goes back', () => {
  const times = [1_800_000_000_005, 1_800_000_000_000, 1_800_000_000_006];
  const ids = createIds({ now: () => times.shift() ?? 0 });
  const made = [ids.next(), ids.next(), ids.next()];
  expect([...made].sort()).toEqual(made);
});

it('is different in two processes at the same moment', () => {
  const clock = { now: () => 1_800_000_000_000 };
  expect(createIds(clock).next()).not.toBe(createIds(clock).next());
});
