import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../entities/store.js';
import { openTestStore, testRecord, testStores } from './testing.js';
import { openRig, type Rig } from './testing/rig.js';
import { inState, STATES } from './testing/samples.js';

describe.each(testStores())('views and leases on %s', (kind) => {
  let store: Store;
  let rig: Rig;
  beforeAll(async () => void (store = await openTestStore(kind)), 60_000);
  afterAll(() => store.close(), 60_000);
  beforeEach(async () => void (rig = await openRig(store)));

  test('a ticket of each state comes back exactly', async () => {
    for (const state of STATES) await rig.report(state, {}, state);
    for (const [n, state] of STATES.entries()) {
      const no = `TZ-20261123-${String(n + 1).padStart(4, '0')}`;
      expect(await rig.record.views.ticket(no)).toStrictEqual(inState(state, { id: `ID-${state}`, no }));
    }
    expect(await rig.record.views.ticket('TZ-20261123-9999')).toBeNull();
    expect(await rig.record.views.log('nobody')).toEqual([]);
    expect(await rig.record.views.openTickets()).toHaveLength(5);
  });

  test('figures count by level and state', async () => {
    await rig.report('a');
    await rig.report('b');
    await rig.report('c', { level: 1 }, 'closed');
    await rig.keep('waits');
    expect(await rig.record.views.figures()).toEqual({
      messages: { kept: 4, handled: 3, waiting: 1, setAside: 0 },
      tickets: [
        { level: 1, state: 'closed', count: 1 },
        { level: 2, state: 'offered', count: 2 },
      ],
      outbox: { waiting: 3, unknown: 0, dead: 0, oldestWaiting: rig.clock.now() },
      timers: { due: 0, latest: 0 },
    });
  });

  test('ping answers, and says by code when the database does not', async () => {
    await rig.record.views.ping();
    const other = await openTestStore(kind);
    const { views } = testRecord(other);
    await other.close();
    await expect(views.ping()).rejects.toThrow();
  });

  test('a lease is held, renewed, left to expire, taken over and given back', async () => {
    const { leases } = rig.record;
    expect(await leases.take('wecom', 'a', 10_000)).toBe(true);
    expect(await leases.take('wecom', 'b', 10_000)).toBe(false);
    rig.clock.advance(9_999);
    expect(await leases.take('wecom', 'b', 10_000)).toBe(false);
    expect(await leases.take('wecom', 'a', 10_000)).toBe(true);
    expect(await leases.take('wecom', 'a', 10_000)).toBe(true);
    rig.clock.advance(10_000);
    expect(await leases.take('wecom', 'b', 10_000)).toBe(true);
    expect(await leases.take('wecom', 'a', 10_000)).toBe(false);
    await leases.release('wecom', 'a');
    expect(await leases.take('wecom', 'a', 10_000)).toBe(false);
    await leases.release('wecom', 'b');
    expect(await leases.take('wecom', 'a', 10_000)).toBe(true);
    expect(await leases.take('telegram', 'b', 10_000)).toBe(true);
  });

  test('of ten who want a lease at once one gets it, the first time and after it ran out', async () => {
    const race = () =>
      Promise.all(
        Array.from({ length: 10 }, (_, n) => rig.record.leases.take('wecom', `h${n}-${rig.clock.now()}`, 1_000)),
      );
    expect((await race()).filter(Boolean)).toHaveLength(1);
    rig.clock.advance(1_000);
    expect((await race()).filter(Boolean)).toHaveLength(1);
  });
});
