import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pass, setUp, T0 } from './testing/supervised.js';

beforeEach(() => void vi.useFakeTimers({ now: T0 }));
afterEach(() => void vi.useRealTimers());

describe('gaps', () => {
  it('tells none for a first connection that comes about', async () => {
    const { supervisor, nth, gaps } = setUp();
    supervisor.start();
    await pass(5_000);
    nth(1).events.up();
    expect(gaps).toEqual([]);
  });

  it('begins with the first attempt where the first connections fail', async () => {
    const { supervisor, nth, gaps } = setUp();
    supervisor.start();
    await pass(100);
    nth(1).events.end({ kind: 'lost' });
    await pass(1_000);
    nth(2).events.end({ kind: 'lost' });
    await pass(2_000);
    nth(3).events.up();
    expect(gaps).toEqual([[0, 3_100]]);
  });

  it('begins where the connection was lost, however many attempts fail after it, each waiting longer', async () => {
    const { supervisor, nth, gaps, opened } = setUp({ heartbeatMs: 1 });
    supervisor.start();
    await pass(0);
    nth(1).events.up();
    await pass(100_000);
    nth(1).events.end({ kind: 'lost' });
    await pass(1_000);
    nth(2).events.end({ kind: 'lost' });
    await pass(1_999);
    expect(opened).toHaveLength(2);
    await pass(1);
    nth(3).events.up();
    expect(gaps).toEqual([[99_997, 103_000]]);
  });

  it('begins with the last sign of life, at most three heartbeats before the end was noticed', async () => {
    const { supervisor, nth, gaps } = setUp({ heartbeatMs: 10_000 });
    supervisor.start();
    await pass(0);
    nth(1).events.up();
    await pass(40_000);
    supervisor.heard();
    await pass(5_000);
    nth(1).events.end({ kind: 'lost' });
    await pass(1_000);
    nth(2).events.up();
    await pass(100_000);
    nth(2).events.end({ kind: 'lost' });
    await pass(1_000);
    nth(3).events.up();
    expect(gaps).toEqual([
      [40_000, 46_000],
      [116_000, 147_000],
    ]);
  });
});
