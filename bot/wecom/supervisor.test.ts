import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pass, setUp, T0 } from './testing/supervised.js';

beforeEach(() => void vi.useFakeTimers({ now: T0 }));
afterEach(() => void vi.useRealTimers());

describe('a connection', () => {
  it('may be used from its authentication to its end', async () => {
    const { supervisor, nth, downs } = setUp();
    expect(supervisor.status()).toMatchObject({ kind: 'down', retrying: false });
    supervisor.start();
    await pass(0);
    expect([supervisor.status().kind, supervisor.session()]).toEqual(['down', null]);
    await pass(50);
    nth(1).events.up();
    expect(supervisor.status()).toEqual({ kind: 'up', since: T0 + 50, lastHeardAt: null });
    expect(supervisor.session()).toBe(nth(1).session);
    nth(1).events.end({ kind: 'lost' });
    await pass(0);
    expect(supervisor.status()).toMatchObject({ kind: 'down', since: T0 + 50, retrying: true });
    expect([supervisor.session(), downs.mock.calls.length]).toEqual([null, 1]);
  });

  it('tells when it heard last: a callback, or an acknowledgement', async () => {
    const { supervisor, nth, frames } = setUp();
    supervisor.start();
    await pass(0);
    nth(1).events.up();
    await pass(10);
    nth(1).events.frame({ any: 1 });
    expect([frames, supervisor.status()]).toMatchObject([[{ any: 1 }], { lastHeardAt: T0 + 10 }]);
    await pass(10);
    supervisor.heard();
    expect(supervisor.status()).toMatchObject({ lastHeardAt: T0 + 20 });
  });

  it('comes again after the backoff, by a new client', async () => {
    const { supervisor, opened, nth } = setUp();
    supervisor.start();
    await pass(0);
    nth(1).events.up();
    nth(1).events.end({ kind: 'lost' });
    await pass(999);
    expect(opened).toHaveLength(1);
    await pass(1);
    expect(opened).toHaveLength(2);
  });
});

describe('the watchdogs', () => {
  it('gives up a subscription that is never answered', async () => {
    const { supervisor, opened, nth } = setUp({ handshakeMs: 1_000, authMs: 2_000 });
    supervisor.start();
    await pass(2_999);
    expect(nth(1).closed).toBe(false);
    await pass(1);
    expect(nth(1).closed).toBe(true);
    expect(supervisor.status()).toMatchObject({ kind: 'down', retrying: true });
    await pass(1_000);
    expect(opened).toHaveLength(2);
  });

  it('opens the next only after the last has ended, or cannot be waited for any longer', async () => {
    const { supervisor, opened, nth } = setUp(
      { authMs: 0, handshakeMs: 100, closeGuardMs: 500, backoffFirstMs: 10 },
      undefined,
      false,
    );
    supervisor.start();
    await pass(100);
    expect(nth(1).closed).toBe(true);
    await pass(499);
    expect(opened).toHaveLength(1);
    await pass(20);
    expect(opened).toHaveLength(2);
  });

  it('connects anew where nothing is heard for too long, and tells the gap from the last callback', async () => {
    const { supervisor, nth, gaps } = setUp({ silenceMs: 60_000, backoffFirstMs: 1_000 });
    supervisor.start();
    await pass(0);
    nth(1).events.up();
    await pass(50_000);
    nth(1).events.frame({});
    await pass(50_000);
    supervisor.heard(); // an acknowledgement is no callback
    await pass(9_999);
    expect(nth(1).closed).toBe(false);
    await pass(1);
    expect(nth(1).closed).toBe(true);
    await pass(1_000);
    nth(2).events.up();
    expect(gaps).toEqual([[50_000, 111_000]]);
  });

  it('does not take callbacks for an answer to the subscription', async () => {
    const { supervisor, nth } = setUp({ authMs: 1_000, handshakeMs: 0 });
    supervisor.start();
    await pass(500);
    nth(1).events.frame({});
    await pass(500);
    expect(nth(1).closed).toBe(true);
  });

  it('connects anew where the service forgot the subscription', async () => {
    const { supervisor, opened, nth } = setUp();
    supervisor.start();
    await pass(0);
    nth(1).events.up();
    supervisor.recycle();
    await pass(1_000);
    expect([nth(1).closed, opened.length]).toEqual([true, 2]);
  });
});

describe('who may hold the connection', () => {
  it('stands by while another may, then takes over; what the other heard is no gap', async () => {
    let mine = false;
    const { supervisor, opened, nth, gaps } = setUp({ standbyMs: 1_000 }, async () => mine);
    supervisor.start();
    await pass(10_500);
    expect([opened.length, supervisor.status()]).toMatchObject([0, { kind: 'down', retrying: true }]);
    mine = true;
    await pass(500);
    nth(1).events.up();
    expect(gaps).toEqual([[10_000, 11_000]]);
  });

  it('asks again after a kick, and waits longer than after a loss', async () => {
    const mayHold = vi.fn(async () => true);
    const { supervisor, opened, nth } = setUp({}, mayHold);
    supervisor.start();
    await pass(0);
    nth(1).events.up();
    nth(1).events.end({ kind: 'kicked' });
    await pass(14_999);
    expect([opened.length, mayHold.mock.calls.length]).toEqual([1, 1]);
    await pass(1);
    expect([opened.length, mayHold.mock.calls.length]).toEqual([2, 2]);
  });

  it.each<[what: string, mayHold: () => Promise<boolean>]>([
    ['fails', () => Promise.reject(new Error('no database'))],
    ['hangs', () => new Promise(() => undefined)],
  ])('stays away where the question %s', async (_what, mayHold) => {
    const { supervisor, opened } = setUp({ standbyMs: 1_000 }, mayHold);
    supervisor.start();
    await pass(10_000);
    expect(opened).toHaveLength(0);
    expect(supervisor.status()).toMatchObject({ kind: 'down', retrying: true });
    await supervisor.stop();
  });
});

describe('refused subscriptions', () => {
  it('calls for a person, and keeps trying seldom', async () => {
    const { supervisor, opened, nth } = setUp({ authTries: 2 });
    supervisor.start();
    await pass(0);
    nth(1).events.end({ kind: 'refused', errcode: 853000 });
    await pass(1_000);
    nth(2).events.end({ kind: 'refused', errcode: 853000 });
    await pass(0);
    expect(supervisor.status()).toMatchObject({ kind: 'down', retrying: false });
    await pass(299_999);
    expect(opened).toHaveLength(2);
    await pass(1);
    nth(3).events.up();
    expect(supervisor.status().kind).toBe('up');
  });
});

describe('stopping', () => {
  it.each<[when: string, before: (rig: ReturnType<typeof setUp>) => Promise<unknown>]>([
    ['while up', async ({ nth }) => nth(1).events.up()],
    ['while the subscription is open', async () => undefined],
    ['in a pause', async ({ nth }) => nth(1).events.end({ kind: 'kicked' })],
  ])('ends %s and leaves nothing behind', async (_when, before) => {
    const rig = setUp();
    rig.supervisor.start();
    rig.supervisor.start(); // the second is none
    await pass(0);
    await before(rig);
    await pass(1);
    await rig.supervisor.stop();
    expect(rig.supervisor.status()).toMatchObject({ kind: 'down', reason: 'Stopped.', retrying: false });
    expect(vi.getTimerCount()).toBe(0);
    await pass(1_000_000);
    expect(rig.opened).toHaveLength(1);
  });

  it('before it was started is nothing', async () => {
    await setUp().supervisor.stop();
  });
});
