import { expect, it } from 'vitest';
import { createBreaker } from './breaker.js';

const rig = () => {
  let now = 1_000;
  return { breaker: createBreaker({ now: () => now }, 3, 60_000), wait: (ms: number) => void (now += ms) };
};

it('pauses after the third failure in a row, and not before', () => {
  const { breaker } = rig();
  expect([breaker.failed(), breaker.failed()]).toEqual([false, false]);
  expect(breaker.enter()).toBe(true);
  expect(breaker.failed()).toBe(true);
  expect(breaker.enter()).toBe(false);
});

it('counts failures in a row only', () => {
  const { breaker } = rig();
  for (let i = 0; i < 5; i += 1) {
    breaker.failed();
    breaker.failed();
    breaker.succeeded();
  }
  expect(breaker.enter()).toBe(true);
});

it('lets one try after the pause: a failure pauses again at once, a success opens', () => {
  const { breaker, wait } = rig();
  for (let i = 0; i < 3; i += 1) breaker.failed();
  wait(59_999);
  expect(breaker.enter()).toBe(false);
  wait(1);
  expect([breaker.enter(), breaker.enter()]).toEqual([true, false]);
  expect(breaker.failed()).toBe(true);
  expect(breaker.enter()).toBe(false);
  wait(60_000);
  expect(breaker.enter()).toBe(true);
  breaker.succeeded();
  expect([breaker.enter(), breaker.enter()]).toEqual([true, true]);
});
