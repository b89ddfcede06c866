import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../entities/store.js';
import type { Timer } from '../model.js';
import type { Loaded } from '../ports.js';
import { openTestStore, testStores } from './testing.js';
import { openRig, type Rig } from './testing/rig.js';
import { changed, need, outcome, said } from './testing/samples.js';

describe.each(testStores())('timers on %s', (kind) => {
  let store: Store;
  let rig: Rig;
  beforeAll(async () => void (store = await openTestStore(kind)), 60_000);
  afterAll(() => store.close(), 60_000);
  beforeEach(async () => {
    rig = await openRig(store);
    await rig.report('a');
  });

  /** Gives the ticket just these timers, by key and minutes from now. */
  const want = (timers: Readonly<Record<string, number>>) =>
    rig.decide(need({ tickets: ['TZ-20261123-0001'] }), ({ tickets, now }) => {
      const wanted = Object.entries(timers).map(([key, min]): Timer => ({
        key,
        kind: 'beat',
        due: now + min * 60_000,
      }));
      return outcome({ changes: tickets.map((ticket) => changed(ticket, [], wanted)) });
    });
  const states = async () =>
    Object.fromEntries((await rig.rows('timer')).map((row) => [row['timer_key'], row['state']]));
  const ring = async (id: string, decide = (_: Loaded) => outcome()) =>
    (await rig.record.recorder.decide({ kind: 'timer', id }, need(), decide)).kind;

  test('due ones by their time; next tells when to look again', async () => {
    const { timers } = rig.record;
    await want({ 'accept:1': 5, late: 9, early: 1 });
    const now = rig.clock.now();
    expect(await timers.due(10)).toEqual([]);
    expect(await timers.next()).toBe(now + 60_000);
    rig.clock.advance(5 * 60_000);
    expect((await timers.due(10)).map(({ due }) => due)).toEqual([now + 60_000, now + 300_000]);
    expect(await timers.due(1)).toHaveLength(1);
    expect((await rig.record.views.figures()).timers).toEqual({ due: 2, latest: 240_000 });
  });

  test('what is not wanted any more is cancelled, what moved is moved, what is done stays done', async () => {
    const { timers } = rig.record;
    expect(await want({ 'accept:1': 5, beat: 10 })).toMatchObject({ nextTimer: rig.clock.now() + 300_000 });
    rig.clock.advance(300_000);
    const [due] = await timers.due(10);
    expect(await ring(due?.id ?? '')).toBe('done');
    expect(await want({ 'accept:1': 5, beat: 20 })).toMatchObject({ nextTimer: rig.clock.now() + 1_200_000 });
    expect(await states()).toEqual({ 'accept:1': 'done', beat: 'due' });
    expect(await timers.next()).toBe(rig.clock.now() + 1_200_000);
    expect(await want({})).toMatchObject({ nextTimer: null });
    expect(await states()).toEqual({ 'accept:1': 'done', beat: 'cancelled' });
    await want({ beat: 1 });
    expect(await states()).toEqual({ 'accept:1': 'done', beat: 'due' });
  });

  test('a changed policy moves what is stored, once; what was told stays told', async () => {
    const { timers } = rig.record;
    const due = rig.clock.now() + 60_000;
    const wanted = (): readonly Timer[] => [{ key: 'accept:1', kind: 'accept-due', due }];
    expect(await timers.realign(wanted)).toBe(1);
    expect(await timers.realign(wanted)).toBe(0);
    expect(await timers.next()).toBe(due);
    rig.clock.advance(60_000);
    expect(await ring((await timers.due(1))[0]?.id ?? '')).toBe('done');
    expect(await timers.realign(() => [{ key: 'accept:1', kind: 'accept-due', due: due + 60_000 }])).toBe(0);
    expect(await timers.next()).toBeNull();
  });

  test('a timer brings its ticket, and rings once, also for five at once', async () => {
    rig.clock.advance(300_000);
    const [due] = await rig.record.timers.due(10);
    const seen: Loaded[] = [];
    const rung = await Promise.all(
      Array.from({ length: 5 }, () =>
        ring(due?.id ?? '', (loaded) => {
          seen.push(loaded);
          return outcome({ says: [said()] });
        }),
      ),
    );
    expect(rung.sort()).toEqual(['again', 'again', 'again', 'again', 'done']);
    expect(seen).toHaveLength(1);
    expect(seen[0]?.timer).toEqual({ ticket: 'ID-a', key: 'accept:1', kind: 'accept-due', due: rig.clock.now() });
    expect(seen[0]?.tickets.map(({ id }) => id)).toEqual(['ID-a']);
    expect(await rig.record.timers.due(10)).toEqual([]);
  });

  test('one that was moved, cancelled or set aside meanwhile is gone; a change of its ticket brings it back', async () => {
    rig.clock.advance(300_000);
    const id = (await rig.record.timers.due(10))[0]?.id ?? '';
    await want({ 'accept:1': 5 });
    expect(await ring(id)).toBe('gone');
    await want({});
    expect(await ring(id)).toBe('gone');
    await want({ 'accept:1': 0 });
    await rig.record.recorder.setAside({ kind: 'timer', id }, 'A_BUG');
    expect(await ring(id)).toBe('gone');
    expect((await rig.rows('timer'))[0]).toMatchObject({ state: 'cancelled', error: 'A_BUG' });
    await want({ 'accept:1': 0 });
    expect(await ring(id)).toBe('done');
  });

  test('a timer that rings while its ticket is changed by others: no deadlock, one order or the other', async () => {
    await want(Object.fromEntries(Array.from({ length: 6 }, (_, n) => [`t${n}`, 1])));
    rig.clock.advance(60_000);
    const due = await rig.record.timers.due(10);
    const retime = () => want(Object.fromEntries(Array.from({ length: 6 }, (_, n) => [`t${n}`, 2])));
    const rung = await Promise.all([...due.map(({ id }) => ring(id)), retime(), retime()]);
    expect(rung.slice(0, 6).every((one) => one === 'done' || one === 'gone')).toBe(true);
  });
});
