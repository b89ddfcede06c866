import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../entities/store.js';
import type { Loaded } from '../ports.js';
import type { DispatchRecord } from './create-record.js';
import { changed, GROUP, inbound, inState, need, outcome, press, reported, said } from './samples.js';
import { emptyTables, openTestStore, testClock, testRecord, testStores, type TestClock } from './testing.js';

const UNIT = '北京市通州区张家湾中学';
const HOUR = 3_600_000;

describe.each(testStores())('record on %s', (kind) => {
  let store: Store;
  let clock: TestClock;
  let record: DispatchRecord;

  beforeAll(async () => void (store = await openTestStore(kind)), 60_000);
  afterAll(() => store.close());
  beforeEach(async () => {
    await emptyTables(store);
    clock = testClock();
    record = testRecord(store, { clock });
  });

  const keep = async (messageId: string) => (await record.recorder.keepMessage(inbound({ messageId }))).id;
  const rows = (table: string) => store.dataSource.query<object[]>(`SELECT * FROM ${table}`);

  /** A decision that makes one ticket of the day's next number. */
  const report = async (
    messageId: string,
    change: Parameters<typeof inState>[1] = {},
    state: Parameters<typeof inState>[0] = 'offered',
  ) => {
    const cause = { kind: 'message', id: await keep(messageId) } as const;
    const seen: Loaded[] = [];
    const settled = await record.recorder.decide(cause, need({ numbers: true }), (loaded) => {
      seen.push(loaded);
      const no = `TZ-20261123-${String(loaded.nextNumber).padStart(4, '0')}`;
      const ticket = inState(state, { id: `ID-${messageId}`, no, ...change });
      const timers = [{ key: 'accept:1', kind: 'accept-due', due: loaded.now + 5 * 60_000 }] as const;
      return outcome({ changes: [changed(ticket, [reported(ticket)], timers)], says: [said({ ticket: ticket.id })] });
    });
    return { cause, settled, loaded: seen[0] };
  };
  const see = async (change: Parameters<typeof need>[0], messageId = 'look'): Promise<Loaded> => {
    const seen: Loaded[] = [];
    await record.recorder.decide(
      { kind: 'message', id: await keep(`${messageId}${Math.random()}`) },
      need(change),
      (loaded) => {
        seen.push(loaded);
        return outcome();
      },
    );
    const [loaded] = seen;
    if (loaded === undefined) throw new Error('decide was not called');
    return loaded;
  };
  const noes = (loaded: Loaded) => loaded.tickets.map(({ no }) => no.slice(-4));

  describe('keep', () => {
    test('a message delivered twice is kept once, byte for byte', async () => {
      const message = inbound({
        text: '测试 \u0000 \ud83d\ude00 电话 138 0013 8000',
        quote: { messageId: null, text: 'x', fromBot: null },
      });
      const first = await record.recorder.keepMessage(message);
      const second = await record.recorder.keepMessage(message);
      expect(first.fresh).toBe(true);
      expect(second).toEqual({ id: first.id, fresh: false });
      expect(await record.recorder.readMessage(first.id)).toEqual(message);
      expect(await record.recorder.readPress(first.id)).toBeNull();
    });

    test('a press and a message may have the same platform id, and ids that differ in a trailing blank are two', async () => {
      const kept = await Promise.all([
        record.recorder.keepMessage(inbound({ messageId: 'x' })),
        record.recorder.keepMessage(inbound({ messageId: 'x ' })),
        record.recorder.keepMessage(inbound({ messageId: 'X' })),
        record.recorder.keepPress(press({ pressId: 'x' })),
      ]);
      expect(kept.map(({ fresh }) => fresh)).toEqual([true, true, true, true]);
      expect(await record.recorder.readPress(kept[3].id)).toEqual(press({ pressId: 'x' }));
    });

    test('twenty deliveries at once leave one row', async () => {
      const kept = await Promise.all(Array.from({ length: 20 }, () => record.recorder.keepMessage(inbound())));
      expect(kept.filter(({ fresh }) => fresh)).toHaveLength(1);
      expect(new Set(kept.map(({ id }) => id)).size).toBe(1);
    });

    test('an id of any length is told from another one', async () => {
      const long = 'x'.repeat(500);
      expect((await record.recorder.keepMessage(inbound({ messageId: `${long}a` }))).fresh).toBe(true);
      expect((await record.recorder.keepMessage(inbound({ messageId: `${long}b` }))).fresh).toBe(true);
      expect((await record.recorder.keepMessage(inbound({ messageId: `${long}a` }))).fresh).toBe(false);
    });

    test('unhandled tells what was kept for too long, in order of arrival', async () => {
      const now = clock.now();
      const a = await record.recorder.keepMessage(inbound({ messageId: 'a', arrivedAt: now }));
      const b = await record.recorder.keepPress(press({ pressId: 'b', arrivedAt: now }));
      const c = await record.recorder.keepMessage(inbound({ messageId: 'c', arrivedAt: now + 5_000 }));
      expect(await record.recorder.unhandled(1, 10)).toEqual([]);
      clock.advance(1_000);
      expect(await record.recorder.unhandled(1_000, 10)).toEqual([
        { kind: 'message', id: a.id },
        { kind: 'press', id: b.id },
      ]);
      clock.advance(60_000);
      expect(await record.recorder.unhandled(1_000, 2)).toHaveLength(2);
      await record.recorder.decide({ kind: 'message', id: a.id }, need(), () => outcome());
      await record.recorder.setAside({ kind: 'press', id: b.id }, 'BROKEN');
      expect(await record.recorder.unhandled(1_000, 10)).toEqual([{ kind: 'message', id: c.id }]);
    });
  });

  describe('decide', () => {
    test('writes ticket, log, timers, outbox and gives the lanes and the next timer', async () => {
      const { settled, cause } = await report('m1');
      expect(settled).toEqual({
        kind: 'done',
        lanes: ['playground:g1'],
        nextTimer: clock.now() + 300_000,
        note: 'test',
      });
      expect(await record.views.ticket('TZ-20261123-0001')).toEqual(inState('offered', { id: 'ID-m1' }));
      expect(await rows('outbox')).toHaveLength(1);
      const [kept] = await store.dataSource.query<{ state: string; ticket: string }[]>(
        `SELECT state, ticket FROM inbound WHERE id = '${cause.id}'`,
      );
      expect(kept).toMatchObject({ state: 'handled', ticket: 'ID-m1' });
    });

    test('a cause is decided once, also by ten at once', async () => {
      const id = await keep('m1');
      let calls = 0;
      const settled = await Promise.all(
        Array.from({ length: 10 }, () =>
          record.recorder.decide({ kind: 'message', id }, need(), () => {
            calls += 1;
            return outcome({ says: [said()] });
          }),
        ),
      );
      expect(calls).toBe(1);
      expect(settled.filter((one) => one.kind === 'done')).toHaveLength(1);
      expect(settled.filter((one) => one.kind === 'again')).toHaveLength(9);
      expect(await rows('outbox')).toHaveLength(1);
    });

    test('a turn is decided once, also by five at once; an unknown message is gone', async () => {
      const turn = { kind: 'turn', id: 'digest:2026-11-23' } as const;
      const settled = await Promise.all(
        Array.from({ length: 5 }, () => record.recorder.decide(turn, need(), () => outcome({ says: [said()] }))),
      );
      expect(settled.map(({ kind }) => kind).sort()).toEqual(['again', 'again', 'again', 'again', 'done']);
      expect(await record.recorder.decide({ kind: 'press', id: 'nobody' }, need(), () => outcome())).toEqual({
        kind: 'gone',
      });
    });

    test('an error leaves nothing behind, and the cause is free again', async () => {
      const id = await keep('m1');
      const broken = record.recorder.decide({ kind: 'message', id }, need({ numbers: true }), () => {
        throw new Error('a bug');
      });
      await expect(broken).rejects.toThrow('a bug');
      const ticket = inState('offered', { reporter: { key: 'k', name: 'n', chat: GROUP, user: 'u' } });
      const twice = record.recorder.decide({ kind: 'message', id }, need({ numbers: true }), () =>
        outcome({ changes: [changed(ticket, [reported(ticket)]), changed(ticket)], says: [said()], talk: null }),
      );
      await expect(twice).rejects.toMatchObject({ name: 'StoreError' });
      for (const table of ['ticket', 'ticket_event', 'ticket_member', 'outbox', 'timer'])
        expect(await rows(table)).toEqual([]);
      expect((await record.recorder.decide({ kind: 'message', id }, need(), () => outcome())).kind).toBe('done');
    });

    test('an error of the database carries neither statement nor parameters', async () => {
      await report('m1');
      const id = await keep('m2');
      const clash = record.recorder.decide({ kind: 'message', id }, need({ numbers: true }), () => {
        const ticket = inState('offered', { id: 'other', no: 'TZ-20261123-0001', phone: '13800138000' });
        return outcome({ changes: [changed(ticket)] });
      });
      const error: unknown = await clash.catch((caught: unknown) => caught);
      expect(error).toMatchObject({ name: 'StoreError', code: expect.stringMatching(/^DATABASE_/) });
      expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/INSERT|李老师|138/);
    });

    test('two faults of one unit at once: the second sees the ticket of the first', async () => {
      const causes = await Promise.all(['a', 'b', 'c', 'd'].map((name) => keep(name)));
      const seen: number[] = [];
      await Promise.all(
        causes.map((id) =>
          record.recorder.decide(
            { kind: 'message', id },
            need({ locks: [`unit:${UNIT}`], unit: UNIT, numbers: true }),
            (loaded) => {
              seen.push(loaded.tickets.length);
              const [known] = loaded.tickets;
              const ticket = inState('offered', {
                id: `ID-${id}`,
                no: `TZ-20261123-${String(loaded.nextNumber).padStart(4, '0')}`,
              });
              return outcome(known === undefined ? { changes: [changed(ticket)] } : {});
            },
          ),
        ),
      );
      expect(seen.sort()).toEqual([0, 1, 1, 1]);
      expect(await rows('ticket')).toHaveLength(1);
    });

    test('many units and persons locked crosswise do not deadlock for good', async () => {
      const causes = await Promise.all(Array.from({ length: 12 }, (_, n) => keep(`x${n}`)));
      const settled = await Promise.all(
        causes.map((id, n) => {
          const locks = n % 2 === 0 ? ['unit:A', 'person:B', 'chat:C'] : ['chat:C', 'person:B', 'unit:A'];
          return record.recorder.decide({ kind: 'message', id }, need({ locks, numbers: true }), ({ nextNumber }) => {
            const no = `TZ-20261123-${String(nextNumber).padStart(4, '0')}`;
            return outcome({ changes: [changed(inState('offered', { id: `ID-${id}`, no }))] });
          });
        }),
      );
      expect(settled.every(({ kind: result }) => result === 'done')).toBe(true);
      const { tickets } = await see({ allOpen: true });
      expect(new Set(tickets.map(({ no }) => no)).size).toBe(12);
    });

    test('numbers count per day of Shanghai and none is given without asking', async () => {
      expect((await report('a')).loaded?.nextNumber).toBe(1);
      expect((await report('b')).loaded?.nextNumber).toBe(2);
      expect((await see({})).nextNumber).toBe(0);
      expect((await see({ numbers: true })).nextNumber).toBe(3);
      clock.set(Date.UTC(2026, 10, 23, 15, 59, 59, 999));
      expect((await see({ numbers: true })).nextNumber).toBe(3);
      clock.advance(1);
      expect((await see({ numbers: true })).nextNumber).toBe(1);
    });

    test('a ticket that was neither loaded nor announced is refused', async () => {
      await report('a');
      const id = await keep('b');
      const change = changed(inState('accepted', { id: 'ID-a' }));
      const blind = record.recorder.decide({ kind: 'message', id }, need(), () => outcome({ changes: [change] }));
      await expect(blind).rejects.toMatchObject({ code: 'NUMBER_NOT_LOCKED' });
    });

    test('a changed ticket replaces the old one, its people too, and its log goes on', async () => {
      await report('a');
      const id = await keep('b');
      const members = [{ key: 'playground:wang', name: '王老师' }];
      const after = inState('arrived', {
        id: 'ID-a',
        members,
        reporter: { key: 'playground:zhou', name: '周', chat: GROUP, user: 'zhou' },
      });
      const arrived = {
        kind: 'arrived',
        at: clock.now(),
        by: { key: 'staff:zhaogaobin', name: '赵高斌', role: 'engineer' },
      } as const;
      const settled = await record.recorder.decide(
        { kind: 'message', id },
        need({ tickets: ['TZ-20261123-0001'] }),
        () =>
          outcome({ changes: [changed(after, [arrived, { kind: 'told', timer: 'x', at: clock.now(), by: 'clock' }])] }),
      );
      expect(settled).toMatchObject({ kind: 'done', nextTimer: null });
      expect(await record.views.ticket('TZ-20261123-0001')).toEqual(after);
      const log = await record.views.log('ID-a');
      expect(log.map(({ event }) => event.kind)).toEqual(['reported', 'arrived', 'told']);
      expect(log[0]?.event).toEqual(reported(inState('offered', { id: 'ID-a' })));
      expect(noes(await see({ person: 'playground:wang' }))).toEqual(['0001']);
      expect(noes(await see({ person: 'playground:zhou' }))).toEqual(['0001']);
      expect(noes(await see({ person: 'playground:li' }))).toEqual([]);
    });
  });

  describe('load', () => {
    test('by unit, staff, person, number, quote, span, and all that is open, newest first', async () => {
      const now = clock.now();
      await report('a', { unit: 'A', reportedAt: now - 3 * HOUR });
      await report('b', { unit: 'B', reportedAt: now - 2 * HOUR }, 'unassigned');
      await report('c', { unit: 'A', reportedAt: now - HOUR }, 'suspended');
      await report('d', { unit: 'A', reportedAt: now }, 'cancelled');
      expect(noes(await see({ unit: 'A' }))).toEqual(['0003', '0001']);
      expect(noes(await see({ staff: 'zhaogaobin' }))).toEqual(['0003', '0001']);
      expect(noes(await see({ staff: 'dongyayang' }))).toEqual([]);
      expect(noes(await see({ tickets: ['0002', 'TZ-20261123-0004', '0099'] }))).toEqual(['0004', '0002']);
      expect(noes(await see({ allOpen: true, unit: 'A' }))).toEqual(['0003', '0002', '0001']);
      expect(noes(await see({ span: { from: now - 2 * HOUR, to: now } }))).toEqual(['0003', '0002']);
      expect(noes(await see({}))).toEqual([]);
      expect((await see({})).loads).toEqual(new Map([['zhaogaobin', 1]]));
    });

    test('a person sees what is finished for 48 hours, and a span what finished in it', async () => {
      await report('a', {}, 'closed');
      const closedAt = Date.UTC(2026, 10, 23, 1) + 900_000;
      clock.set(closedAt + 48 * HOUR);
      expect(noes(await see({ person: 'playground:li' }))).toEqual(['0001']);
      expect(noes(await see({ unit: UNIT, staff: 'zhaogaobin' }))).toEqual([]);
      clock.advance(1);
      expect(noes(await see({ person: 'playground:li' }))).toEqual([]);
      expect(noes(await see({ span: { from: closedAt, to: closedAt + 1 } }))).toEqual(['0001']);
      expect(noes(await see({ span: { from: closedAt + 1, to: closedAt + HOUR } }))).toEqual([]);
    });

    test('four digits mean the newest of the last thirty days', async () => {
      await report('a', { no: 'TZ-20261120-0007', reportedAt: clock.now() - 3 * 24 * HOUR });
      await report('b', { no: 'TZ-20261122-0007', reportedAt: clock.now() - 24 * HOUR });
      const [ticket] = (await see({ tickets: ['0007'] })).tickets;
      expect(ticket?.no).toBe('TZ-20261122-0007');
      clock.advance(31 * 24 * HOUR);
      expect((await see({ tickets: ['0007'] })).tickets).toEqual([]);
    });

    test('a quoted message of ours brings its ticket and its kind', async () => {
      await report('a');
      const claim = await record.outbox.claim(
        'playground:g1',
        { perSecond: null, perMinute: 20, perHour: null },
        'w1',
        1_000,
      );
      if (claim.kind !== 'say') throw new Error('nothing to send');
      await record.outbox.settle(claim.message, { kind: 'sent', messageId: 'out-1' });
      const found = await see({ quoted: { chat: GROUP, messageId: 'out-1' } });
      expect(found.quoted).toEqual({ ticket: 'ID-a', kind: 'receipt' });
      expect(noes(found)).toEqual(['0001']);
      expect((await see({ quoted: { chat: { ...GROUP, id: 'g2' }, messageId: 'out-1' } })).quoted).toBeNull();
      expect((await see({ quoted: { chat: { ...GROUP, kind: 'direct' }, messageId: 'out-1' } })).quoted).toBeNull();
    });

    test('a conversation is remembered by chat and person', async () => {
      const talk = { draft: { unit: 'A', location: null, phone: '13800138001', at: 1 }, choice: null };
      const where = { chat: GROUP, person: 'playground:li' };
      const say = async (state: typeof talk | null, messageId: string) =>
        record.recorder.decide({ kind: 'message', id: await keep(messageId) }, need({ talk: where }), () =>
          outcome({ talk: state }),
        );
      expect((await see({ talk: where })).talk).toEqual({ draft: null, choice: null });
      await say(talk, 'a');
      await say(null, 'b');
      expect((await see({ talk: where })).talk).toEqual(talk);
      expect((await see({ talk: { ...where, person: 'playground:wang' } })).talk.draft).toBeNull();
      await say({ ...talk, draft: { ...talk.draft, unit: 'B' } }, 'c');
      expect((await see({ talk: where })).talk.draft?.unit).toBe('B');
      const unasked = record.recorder.decide({ kind: 'message', id: await keep('d') }, need(), () => outcome({ talk }));
      await expect(unasked).rejects.toMatchObject({ code: 'TALK_NOT_ASKED' });
    });
  });

  test('what is learnt of a reporter adds to what is known', async () => {
    const learn = async (messageId: string, unit: string | null, phone: string | null, name = '李') =>
      record.recorder.decide({ kind: 'message', id: await keep(messageId) }, need(), () =>
        outcome({ learnt: { person: 'playground:li', name, unit, phone } }),
      );
    expect(await record.recorder.reporter('playground:li')).toBeNull();
    await learn('a', 'A', null);
    await learn('b', null, '13800138002', '李 13800138002');
    expect(await record.recorder.reporter('playground:li')).toEqual({
      name: '李 13800138002',
      unit: 'A',
      phone: '13800138002',
    });
    await learn('c', 'B', null);
    expect(await record.recorder.reporter('playground:li')).toEqual({ name: '李', unit: 'B', phone: '13800138002' });
  });

  test('what was set aside is neither handled nor lost', async () => {
    const id = await keep('a');
    await record.recorder.setAside({ kind: 'message', id }, 'DECODE_FAILED');
    expect(await record.recorder.decide({ kind: 'message', id }, need(), () => outcome())).toEqual({ kind: 'gone' });
    await record.recorder.setAside({ kind: 'turn', id: 'digest:1' }, 'X');
    expect(await record.recorder.decide({ kind: 'turn', id: 'digest:1' }, need(), () => outcome())).toEqual({
      kind: 'gone',
    });
    expect(await record.recorder.readMessage(id)).not.toBeNull();
    expect((await record.views.figures()).messages).toEqual({ kept: 1, handled: 0, waiting: 0, setAside: 1 });
  });
});
