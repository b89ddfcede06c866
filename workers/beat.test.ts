import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SILENT } from '../dispatcher/testing/story.js';
import { every } from './beat.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('something done again and again', () => {
  it('is done at every beat, and never twice at once', async () => {
    let open: () => void = () => undefined;
    let runs = 0;
    const beat = every(
      1_000,
      'X',
      () => {
        runs += 1;
        return new Promise<void>((resolve) => (open = resolve));
      },
      SILENT,
    );
    await vi.advanceTimersByTimeAsync(5_000);
    expect(runs).toBe(1);
    open();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(runs).toBe(2);
    open();
    await beat.stop();
  });

  it('goes on after a failure, which is logged under its code', async () => {
    const logged: object[] = [];
    let runs = 0;
    const log = { ...SILENT, warn: (fields: object) => void logged.push(fields) };
    const beat = every(1_000, 'SWEEP_FAILED', () => Promise.reject(new TypeError(`secret ${(runs += 1)}`)), log);
    await vi.advanceTimersByTimeAsync(2_500);
    await beat.stop();
    expect(logged).toEqual([
      { code: 'SWEEP_FAILED', error: 'TypeError' },
      { code: 'SWEEP_FAILED', error: 'TypeError' },
    ]);
  });

  it('ends when stopped, and what is under way is waited for', async () => {
    let open: () => void = () => undefined;
    let runs = 0;
    const beat = every(
      1_000,
      'X',
      () => {
        runs += 1;
        return new Promise<void>((resolve) => (open = resolve));
      },
      SILENT,
    );
    await vi.advanceTimersByTimeAsync(1_000);
    let stopped = false;
    const stopping = beat.stop().then(() => (stopped = true));
    await vi.advanceTimersByTimeAsync(5_000);
    expect([stopped, runs]).toEqual([false, 1]);
    open();
    await stopping;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(runs).toBe(1);
  });
});
