import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../entities/store.js';
import { openTestStore, testStores } from './testing.js';
import { BUDGET, openRig, type Rig } from './testing/rig.js';
import { changed, inState, LANE, need, outbound, outcome } from './testing/samples.js';

const SENT = { kind: 'sent', messageId: null } as const;

describe.each(testStores())('outbox on %s', (kind) => {
  let store: Store;
  let rig: Rig;
  beforeAll(async () => void (store = await openTestStore(kind)), 60_000);
  afterAll(() => store.close(), 60_000);
  beforeEach(async () => void (rig = await openRig(store)));

  const words = (text: string) => ({ outbound: outbound({ spans: [text] }) });
  const claim = (budget = BUDGET, holder = 'w1') => rig.record.outbox.claim(LANE, budget, holder, 60_000);
  /** Sends everything that may go now, and tells its words. */
  const drain = async (): Promise<unknown[]> => {
    const all: unknown[] = [];
    for (;;) {
      const next = await claim();
      if (next.kind !== 'say') return all;
      all.push(next.message.outbound.spans[0]);
      await rig.record.outbox.settle(next.message, SENT);
    }
  };

  test('of twenty claimers at once one gets the message, and the others wait for it', async () => {
    await rig.say(words('a'), words('b'));
    const claims = await Promise.all(Array.from({ length: 20 }, (_, n) => claim(BUDGET, `w${n}`)));
    expect(claims.filter((one) => one.kind === 'say')).toHaveLength(1);
    const until = rig.clock.now() + 60_000;
    expect(claims.filter((one) => one.kind === 'wait').every((one) => one.until === until)).toBe(true);
    expect(await rig.rows('attempt')).toHaveLength(1);
  });

  test('a message goes out with the words it was said with, by class, and each ticket in its own order', async () => {
    await rig.say(
      { ...words('info'), class: 'info' },
      { ...words('receipt of A'), class: 'receipt', ticket: 'A' },
      { ...words('reminder'), class: 'reminder' },
      { ...words('urgent ping of A'), class: 'urgent-ping', ticket: 'A' },
      { ...words('ping'), class: 'ping' },
    );
    expect(await drain()).toEqual(['receipt of A', 'urgent ping of A', 'ping', 'reminder', 'info']);
    expect(await claim()).toEqual({ kind: 'empty' });
  });

  test('budgets are windows that slide with the claims', async () => {
    await rig.say(...Array.from({ length: 9 }, (_, n) => words(`${n}`)));
    const start = rig.clock.now();
    const budget = { perSecond: 1, perMinute: 3, perHour: 5 };
    const go = async (at: number) => {
      rig.clock.set(start + at);
      const next = await claim(budget);
      if (next.kind === 'say') await rig.record.outbox.settle(next.message, SENT);
      return next.kind === 'wait' ? next.until - start : next.kind;
    };
    expect(await go(0)).toBe('say');
    expect(await go(999)).toBe(1_000);
    expect(await go(1_000)).toBe('say');
    expect(await go(20_000)).toBe('say');
    expect(await go(30_000)).toBe(60_000);
    expect(await go(60_000)).toBe('say');
    expect(await go(60_500)).toBe(61_000);
    expect(await go(61_000)).toBe('say');
    expect(await go(200_000)).toBe(3_600_000);
    expect(await go(3_600_000)).toBe('say');
    expect(await rig.record.outbox.claim('playground:other', budget, 'w1', 1)).toEqual({ kind: 'empty' });
  });

  test('what its ticket no longer wants is dropped with the reason', async () => {
    await rig.report('a');
    await drain();
    const wanted = { ticket: 'ID-a', states: ['offered'], round: 1 } as const;
    await rig.say({ ...words('ping'), class: 'ping', wanted }, words('info'));
    await rig.decide(need({ tickets: ['TZ-20261123-0001'] }), () =>
      outcome({ changes: [changed(inState('accepted', { id: 'ID-a' }))] }),
    );
    expect(await drain()).toEqual(['info']);
    const [dropped] = (await rig.rows('outbox')).filter(({ state }) => state === 'dropped');
    expect(dropped).toMatchObject({ reason: 'its ticket is accepted', attempts: 0 });
  });

  test('a claim that ran out is unknown: sent again saying so, or left, by its policy', async () => {
    await rig.say({ ...words('again'), class: 'ping', repeat: 'again' }, { ...words('never'), repeat: 'never' });
    const first = await rig.claim();
    rig.clock.advance(59_999);
    expect((await claim()).kind).toBe('wait');
    expect(await rig.record.outbox.lanes(['playground'])).toEqual([LANE]);
    rig.clock.advance(1);
    const second = await rig.claim();
    expect([first.again, second.outbound.spans[0], second.again]).toEqual([false, 'never', false]);
    rig.clock.advance(60_000);
    const third = await rig.claim();
    expect(third).toMatchObject({ id: first.id, attempts: 2, again: true });
    const states = await rig.rows('outbox');
    expect(states.map(({ state }) => state).sort()).toEqual(['sending', 'unknown']);
  });

  test('a late outcome of a claim that ran out: «sent» still counts, anything else does not, nor after a take-over', async () => {
    await rig.say({ ...words('again'), repeat: 'again' });
    const first = await rig.claim();
    rig.clock.advance(60_000);
    expect((await claim()).kind).toBe('wait');
    const retry = { kind: 'retry', reason: 'x', afterMs: 1, slow: false } as const;
    expect(await rig.record.outbox.settle(first, retry)).toEqual({ next: null });
    expect(await rig.record.outbox.settle(first, { kind: 'sent', messageId: 'm' })).toEqual({ next: null });
    expect((await rig.rows('outbox'))[0]).toMatchObject({ state: 'sent', platform_message_id: 'm' });

    await rig.say({ ...words('other'), repeat: 'again' });
    const old = await rig.claim();
    rig.clock.advance(60_000);
    await claim();
    rig.clock.advance(2_000);
    const taken = await rig.claim(LANE, 'w2');
    await rig.record.outbox.settle(old, SENT);
    expect((await claim()).kind).toBe('wait');
    expect(await rig.record.outbox.settle(taken, SENT)).toEqual({ next: null });
    expect(await claim()).toEqual({ kind: 'empty' });
  });

  test('a retry waits, alone or with its whole lane, and says when to come back', async () => {
    await rig.say({ ...words('a'), class: 'ping' }, words('b'));
    const now = rig.clock.now();
    const alone = { kind: 'retry', reason: 'busy', afterMs: 30_000, slow: false } as const;
    expect(await rig.record.outbox.settle(await rig.claim(), alone)).toEqual({ next: now + 30_000 });
    const b = await rig.claim();
    expect(b.outbound.spans).toEqual(['b']);
    const slow = { kind: 'retry', reason: '429 of 13800138000', afterMs: 45_000, slow: true } as const;
    expect(await rig.record.outbox.settle(b, slow)).toEqual({ next: now + 45_000 });
    rig.clock.advance(44_999);
    expect(await claim()).toEqual({ kind: 'wait', until: now + 45_000 });
    rig.clock.advance(1);
    expect(await drain()).toEqual(['a', 'b']);
  });

  test('dead and unknown messages are counted, and never come again', async () => {
    await rig.say(words('a'), words('b'), words('c'));
    await rig.record.outbox.settle(await rig.claim(), { kind: 'dead', reason: 'no such chat' });
    await rig.record.outbox.settle(await rig.claim(), { kind: 'unknown', reason: 'no ack' });
    const waits = { waiting: 1, unknown: 1, dead: 1, oldestWaiting: rig.clock.now() };
    expect((await rig.record.views.figures()).outbox).toEqual(waits);
    expect(await drain()).toEqual(['c']);
    rig.clock.advance(48 * 3_600_000);
    expect(await claim()).toEqual({ kind: 'empty' });
    expect((await rig.record.views.figures()).outbox).toMatchObject({ waiting: 0, oldestWaiting: null });
  });

  test('lanes with something to do, of the channels asked for', async () => {
    const telegram = outbound({ chat: { channel: 'telegram', kind: 'group', id: '-100' } });
    await rig.say({ lane: 'telegram:-100', outbound: telegram }, words('a'), words('b'));
    expect(await rig.record.outbox.lanes(['playground', 'telegram'])).toEqual(['telegram:-100', LANE]);
    expect(await rig.record.outbox.lanes(['wecom'])).toEqual([]);
    expect(await rig.record.outbox.lanes([])).toEqual([]);
    await drain();
    expect(await rig.record.outbox.lanes(['playground', 'telegram'])).toEqual(['telegram:-100']);
  });
});
