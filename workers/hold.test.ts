import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Gateway } from '../bot/gateway.js';
import type { Leases } from '../dispatcher/ports.js';
import { SILENT } from '../dispatcher/testing/story.js';
import { holdChannel, type Holding } from './hold.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** One database's leases, on the fake clock; `away` while it does not answer. */
const leasesOf = (): Leases & { away: boolean; readonly holder: () => string | null } => {
  let held: { holder: string; until: number } | null = null;
  const leases = {
    away: false,
    holder: () => (held !== null && held.until > Date.now() ? held.holder : null),
    take: (_name: string, holder: string, ms: number) => {
      if (leases.away) return Promise.reject(new Error('database gone'));
      if (held !== null && held.holder !== holder && held.until > Date.now()) return Promise.resolve(false);
      held = { holder, until: Date.now() + ms };
      return Promise.resolve(true);
    },
    release: (_name: string, holder: string) => {
      if (held?.holder === holder) held = null;
      return Promise.resolve();
    },
  };
  return leases;
};

const processOf = (name: string, leases: Leases): { holding: Holding; calls: string[] } => {
  const calls: string[] = [];
  const note = (what: string) => (): Promise<void> => Promise.resolve(void calls.push(what));
  const gateway: Pick<Gateway, 'channel' | 'start' | 'stop'> = {
    channel: 'wecom',
    start: note('connect'),
    stop: note('disconnect'),
  };
  const holding = holdChannel(gateway as Gateway, leases, name, SILENT, {
    started: note('work'),
    stopped: note('rest'),
  });
  return { holding, calls };
};

const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

describe('the connection of a channel', () => {
  it('is held at once by the first, and the second stands by', async () => {
    const leases = leasesOf();
    const [a, b] = [processOf('a', leases), processOf('b', leases)];
    await pass(10_000);
    expect([a.holding.held(), b.holding.held()]).toEqual([true, false]);
    expect([a.calls, b.calls]).toEqual([['connect', 'work'], []]);
    await Promise.all([a.holding.stop(), b.holding.stop()]);
  });

  it('is taken over within 15 seconds of its holder’s death', async () => {
    const leases = leasesOf();
    await leases.take('channel:wecom', 'dead', 9_000);
    const b = processOf('b', leases);
    await pass(15_000);
    expect(b.holding.held()).toBe(true);
    await b.holding.stop();
  });

  it('is taken over soon after its holder let go', async () => {
    const leases = leasesOf();
    const [a, b] = [processOf('a', leases), processOf('b', leases)];
    await pass(1_000);
    await a.holding.stop();
    expect(a.calls).toEqual(['connect', 'work', 'rest', 'disconnect']);
    await pass(3_000);
    expect(b.calls).toEqual(['connect', 'work']);
    await b.holding.stop();
  });

  it('is let go by one who finds that another has it, sends before the line', async () => {
    const leases = leasesOf();
    const a = processOf('a', leases);
    await pass(1_000);
    await leases.release('channel:wecom', 'a');
    await leases.take('channel:wecom', 'b', 60_000);
    await pass(3_000);
    expect(a.calls).toEqual(['connect', 'work', 'rest', 'disconnect']);
    expect(a.holding.held()).toBe(false);
    await leases.release('channel:wecom', 'b');
    await pass(3_000);
    expect(a.calls.slice(4)).toEqual(['connect', 'work']);
    await a.holding.stop();
  });

  it('is kept while the database does not answer: nobody else can take it either', async () => {
    const leases = leasesOf();
    const a = processOf('a', leases);
    await pass(1_000);
    leases.away = true;
    await pass(60_000);
    expect(a.holding.held()).toBe(true);
    leases.away = false;
    await pass(3_000);
    expect([a.calls, leases.holder()]).toEqual([['connect', 'work'], 'a']);
    await a.holding.stop();
    expect(leases.holder()).toBeNull();
  });

  it('is stopped in peace where it never was held', async () => {
    const leases = leasesOf();
    leases.away = true;
    const a = processOf('a', leases);
    await pass(1_000);
    await a.holding.stop();
    expect(a.calls).toEqual([]);
  });
});
