import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../entities/store.js';
import { openTestStore, testStores } from './testing.js';
import { openRig, shortNumbers, type Rig } from './testing/rig.js';
import { changed, GROUP, inState, need, outcome, reported, said } from './testing/samples.js';

const UNIT = '北京市通州区张家湾中学';
const numbered = (n: number): string => `TZ-20261123-${String(n).padStart(4, '0')}`;

describe.each(testStores())('deciding on %s', (kind) => {
  let store: Store;
  let rig: Rig;
  beforeAll(async () => void (store = await openTestStore(kind)), 60_000);
  afterAll(() => store.close(), 60_000);
  beforeEach(async () => void (rig = await openRig(store)));

  test('writes ticket, log, timers and outbox, and gives the lanes and the next timer', async () => {
    const nextTimer = rig.clock.now() + 300_000;
    expect(await rig.report('m1')).toEqual({ kind: 'done', lanes: ['playground:g1'], nextTimer, note: 'test' });
    expect(await rig.record.views.ticket('TZ-20261123-0001')).toEqual(inState('offered', { id: 'ID-m1' }));
    expect(await rig.rows('outbox')).toHaveLength(1);
    expect(await rig.rows('timer')).toHaveLength(1);
    expect((await rig.rows('inbound'))[0]).toMatchObject({ state: 'handled', ticket: 'ID-m1' });
  });

  test('a cause is decided once, also by ten at once', async () => {
    const id = await rig.keep('m1');
    let calls = 0;
    const settled = await Promise.all(
      Array.from({ length: 10 }, () =>
        rig.record.recorder.decide({ kind: 'message', id }, need(), () => {
          calls += 1;
          return outcome({ says: [said()] });
        }),
      ),
    );
    expect(calls).toBe(1);
    expect(settled.filter((one) => one.kind === 'done')).toHaveLength(1);
    expect(settled.filter((one) => one.kind === 'again')).toHaveLength(9);
    expect(await rig.rows('outbox')).toHaveLength(1);
  });

  test('a turn is decided once, also by five at once; what is not kept is gone', async () => {
    const { recorder } = rig.record;
    const turn = { kind: 'turn', id: 'digest:2026-11-23' } as const;
    const settled = await Promise.all(
      Array.from({ length: 5 }, () => recorder.decide(turn, need(), () => outcome({ says: [said()] }))),
    );
    expect(settled.map((one) => one.kind).sort()).toEqual(['again', 'again', 'again', 'again', 'done']);
    for (const cause of ['press', 'message', 'timer'] as const) {
      expect(await recorder.decide({ kind: cause, id: 'nobody' }, need(), () => outcome())).toEqual({ kind: 'gone' });
    }
  });

  test('an error leaves nothing behind, and the cause is free again', async () => {
    const id = await rig.keep('m1');
    const cause = { kind: 'message', id } as const;
    const broken = rig.record.recorder.decide(cause, need({ numbers: true }), () => {
      throw new Error('a bug');
    });
    await expect(broken).rejects.toThrow('a bug');
    const ticket = inState('offered');
    const twice = rig.record.recorder.decide(cause, need({ numbers: true }), () => {
      const timers = [{ key: 'k', kind: 'close', due: 1 }] as const;
      return outcome({ changes: [changed(ticket, [reported(ticket)], timers), changed(ticket)], says: [said()] });
    });
    await expect(twice).rejects.toMatchObject({ name: 'StoreError' });
    for (const table of ['ticket', 'ticket_event', 'ticket_member', 'outbox', 'timer']) {
      expect(await rig.rows(table)).toEqual([]);
    }
    expect((await rig.see({ numbers: true })).nextNumber).toBe(1);
    expect((await rig.record.recorder.decide(cause, need(), () => outcome())).kind).toBe('done');
  });

  test('an error of the database carries neither statement nor parameters', async () => {
    await rig.report('m1');
    const clash = rig.decide(need({ numbers: true }), () =>
      outcome({ changes: [changed(inState('offered', { id: 'other', no: 'TZ-20261123-0001' }))] }),
    );
    const error: unknown = await clash.catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: 'StoreError', code: expect.stringMatching(/^DATABASE_/) });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/INSERT|李老师|138|TZ-2026/);
  });

  test('faults of one unit at once: the later ones see the ticket of the first', async () => {
    const causes = await Promise.all(['a', 'b', 'c', 'd'].map((name) => rig.keep(name)));
    const seen: number[] = [];
    const wanted = need({ locks: [`unit:${UNIT}`, 'person:x'], unit: UNIT, numbers: true });
    await Promise.all(
      causes.map((id) =>
        rig.record.recorder.decide({ kind: 'message', id }, wanted, ({ tickets, nextNumber }) => {
          seen.push(tickets.length);
          const ticket = inState('offered', { id: `ID-${id}`, no: numbered(nextNumber) });
          return outcome(tickets.length === 0 ? { changes: [changed(ticket)] } : {});
        }),
      ),
    );
    expect(seen.sort()).toEqual([0, 1, 1, 1]);
    expect(await rig.rows('ticket')).toHaveLength(1);
  });

  test('locks named crosswise and tickets in any order: all get through', async () => {
    await rig.report('a');
    await rig.report('b');
    const settled = await Promise.all(
      Array.from({ length: 12 }, (_, n) => {
        const locks = n % 2 === 0 ? ['unit:A', 'person:B', 'chat:C'] : ['chat:C', 'person:B', 'unit:A'];
        const tickets = n % 2 === 0 ? [numbered(1), numbered(2)] : [numbered(2), numbered(1)];
        return rig.decide(need({ locks: n % 3 === 0 ? [] : locks, tickets, numbers: true }), (loaded) => {
          const fresh = changed(inState('offered', { id: `NEW-${n}`, no: numbered(loaded.nextNumber) }));
          const urged = loaded.tickets.map((ticket) => changed({ ...ticket, urged: ticket.urged + 1 }));
          return outcome({ changes: [fresh, ...urged] });
        });
      }),
    );
    expect(settled.every((one) => one.kind === 'done')).toBe(true);
    const { tickets } = await rig.see({ allOpen: true });
    expect(new Set(tickets.map(({ no }) => no)).size).toBe(14);
    expect(tickets.filter(({ id }) => id === 'ID-a' || id === 'ID-b').map(({ urged }) => urged)).toEqual([12, 12]);
  });

  test('reports of different units at once: each gets a number of its own, none is left out', async () => {
    const numbers = Array.from({ length: 8 }, (_, n) => numbered(n + 1));
    const settled = await Promise.all(
      numbers.map((_, n) =>
        rig.decide(need({ locks: [`unit:${n}`], unit: `${n}`, numbers: true }), ({ nextNumber }) =>
          outcome({
            changes: [changed(inState('offered', { id: `ID-${n}`, unit: `${n}`, no: numbered(nextNumber) }))],
          }),
        ),
      ),
    );
    expect(settled.every((one) => one.kind === 'done')).toBe(true);
    expect((await rig.see({ allOpen: true })).tickets.map(({ no }) => no).sort()).toEqual(numbers);
  });

  test('numbers count per day of Shanghai, and none is given without asking', async () => {
    await rig.report('a');
    await rig.report('b');
    expect((await rig.see({})).nextNumber).toBe(0);
    expect((await rig.see({ numbers: true })).nextNumber).toBe(3);
    rig.clock.set(Date.UTC(2026, 10, 23, 15, 59, 59, 999));
    expect((await rig.see({ numbers: true })).nextNumber).toBe(3);
    rig.clock.advance(1);
    expect((await rig.see({ numbers: true })).nextNumber).toBe(1);
  });

  test('a ticket that was neither loaded nor announced is refused', async () => {
    await rig.report('a');
    const blind = rig.decide(need(), () => outcome({ changes: [changed(inState('accepted', { id: 'ID-a' }))] }));
    await expect(blind).rejects.toMatchObject({ code: 'NUMBER_NOT_LOCKED' });
  });

  test('a changed ticket replaces the old one, its people too, and its log goes on', async () => {
    await rig.report('a');
    const members = [{ key: 'playground:wang', name: '王老师' }];
    const reporter = { key: 'playground:zhou', name: '周', chat: GROUP, user: 'zhou' };
    const after = inState('arrived', { id: 'ID-a', members, reporter });
    const by = { key: 'staff:zhaogaobin', name: '赵高斌', role: 'engineer' } as const;
    const at = rig.clock.now();
    const told = { kind: 'told', timer: 'x', at, by: 'clock' } as const;
    const settled = await rig.decide(need({ tickets: ['TZ-20261123-0001'] }), () =>
      outcome({ changes: [changed(after, [{ kind: 'arrived', at, by }, told])] }),
    );
    expect(settled).toMatchObject({ kind: 'done', nextTimer: null });
    expect(await rig.record.views.ticket('TZ-20261123-0001')).toEqual(after);
    const log = await rig.record.views.log('ID-a');
    expect(log.map(({ event }) => event.kind)).toEqual(['reported', 'arrived', 'told']);
    expect(log[0]).toEqual({ ticket: 'ID-a', event: reported(inState('offered', { id: 'ID-a' })) });
    expect(log[2]?.event).toEqual(told);
    expect(shortNumbers(await rig.see({ person: 'playground:wang' }))).toEqual(['0001']);
    expect(shortNumbers(await rig.see({ person: 'playground:zhou' }))).toEqual(['0001']);
    expect(shortNumbers(await rig.see({ person: 'playground:li' }))).toEqual([]);
  });

  test('tables emptied under a running record are told, not worked without locks', async () => {
    await rig.see({ locks: ['unit:A'] });
    await store.dataSource.query('DELETE FROM mutex');
    await expect(rig.see({ locks: ['unit:A'] })).rejects.toMatchObject({ code: 'LOCK_MISSING' });
  });
});
