import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../entities/store.js';
import type { Talk } from '../model.js';
import { openTestStore, testStores } from './testing.js';
import { openRig, shortNumbers, type Rig } from './testing/rig.js';
import { GROUP, facts, inState, need, outcome } from './testing/samples.js';

const UNIT = '北京市通州区张家湾中学';
const HOUR = 3_600_000;
const START = Date.UTC(2026, 10, 23, 1);

describe.each(testStores())('loading on %s', (kind) => {
  let store: Store;
  let rig: Rig;
  beforeAll(async () => void (store = await openTestStore(kind)), 60_000);
  afterAll(() => store.close(), 60_000);
  beforeEach(async () => void (rig = await openRig(store)));

  const seen = async (wanted: Parameters<Rig['see']>[0]) => shortNumbers(await rig.see(wanted));

  test('by unit, staff, number and span, and all that is open, newest first', async () => {
    const now = rig.clock.now();
    await rig.report('a', { unit: 'A', reportedAt: now - 3 * HOUR });
    await rig.report('b', { unit: 'B', reportedAt: now - 2 * HOUR }, 'unassigned');
    await rig.report('c', { unit: 'A', reportedAt: now - HOUR }, 'suspended');
    await rig.report('d', { unit: 'A', reportedAt: now }, 'cancelled');
    expect(await seen({ unit: 'A' })).toEqual(['0003', '0001']);
    expect(await seen({ unit: 'a' })).toEqual([]);
    expect(await seen({ staff: 'zhaogaobin' })).toEqual(['0003', '0001']);
    expect(await seen({ staff: 'dongyayang' })).toEqual([]);
    expect(await seen({ tickets: ['0002', 'TZ-20261123-0004', '0099'] })).toEqual(['0004', '0002']);
    expect(await seen({ allOpen: true, unit: 'A' })).toEqual(['0003', '0002', '0001']);
    expect(await seen({ span: { from: now - 2 * HOUR, to: now } })).toEqual(['0003', '0002']);
    expect(await seen({})).toEqual([]);
    const inHand = (await rig.see({})).loads.get('zhaogaobin') ?? [];
    expect(inHand.map(({ ticket, state }) => [ticket, state])).toEqual([['ID-a', 'offered']]);
    expect((await rig.record.views.openTickets()).map(({ no }) => no.slice(-4))).toEqual(['0003', '0002', '0001']);
  });

  test('who may be taking a job sees what nobody has accepted, and for ten minutes what was just taken', async () => {
    await rig.report('a');
    await rig.report('b', {}, 'unassigned');
    await rig.report('c', {}, 'accepted');
    await rig.report('d', {}, 'suspended');
    await rig.report('e', {}, 'resolved');
    const accepted = (await rig.see({ allOpen: true })).tickets.find((t) => t.state === 'accepted');
    rig.clock.set((accepted?.state === 'accepted' ? accepted.acceptedAt : 0) + 600_000);
    expect(await seen({ waiting: true })).toEqual(['0003', '0002', '0001']);
    rig.clock.advance(1);
    expect(await seen({ waiting: true })).toEqual(['0002', '0001']);
  });

  test('a choice that stands open brings what may be chosen', async () => {
    const where = { chat: GROUP, person: 'playground:li' };
    await rig.report('a');
    await rig.report('b');
    const choice = { facts: facts(), options: ['ID-a', 'ID-b'], at: START };
    await rig.decide(need({ talk: where }), () => outcome({ talk: { draft: null, choice } }));
    expect(await seen({ talk: where })).toEqual(['0002', '0001']);
    expect(await seen({ talk: { ...where, person: 'playground:wang' } })).toEqual([]);
  });

  test('a person sees what is finished for 48 hours, an engineer what is resolved; a span what finished in it', async () => {
    await rig.report('a', {}, 'closed');
    await rig.report('b', {}, 'resolved');
    const [resolvedAt, closedAt] = [START + 600_000, START + 900_000];
    rig.clock.set(resolvedAt + 48 * HOUR);
    expect(await seen({ person: 'playground:li' })).toEqual(['0002', '0001']);
    expect(await seen({ unit: UNIT })).toEqual([]);
    expect(await seen({ staff: 'zhaogaobin' })).toEqual(['0002']);
    rig.clock.advance(1);
    expect(await seen({ staff: 'zhaogaobin' })).toEqual([]);
    expect(await seen({ person: 'playground:li' })).toEqual(['0001']);
    rig.clock.set(closedAt + 48 * HOUR + 1);
    expect(await seen({ person: 'playground:li' })).toEqual([]);
    expect(await seen({ span: { from: closedAt, to: closedAt + 1 } })).toEqual(['0001']);
    expect(await seen({ span: { from: resolvedAt, to: closedAt } })).toEqual(['0002', '0001']);
    expect(await seen({ span: { from: closedAt + 1, to: closedAt + HOUR } })).toEqual([]);
  });

  test('what somebody repaired tells for four hours where they are, also when it is closed', async () => {
    await rig.report('a', {}, 'resolved');
    await rig.report('b', { reportedAt: rig.clock.now() }, 'arrived');
    const { resolvedAt } = inState('resolved') as { resolvedAt: number };
    const hands = async () => (await rig.see({})).loads.get('zhaogaobin')?.map(({ ticket, state }) => [ticket, state]);
    expect(await hands()).toEqual([
      ['ID-a', 'resolved'],
      ['ID-b', 'arrived'],
    ]);
    rig.clock.set(resolvedAt + 4 * HOUR + 1);
    expect(await hands()).toEqual([['ID-b', 'arrived']]);
  });

  test('four digits mean the newest of the last thirty days', async () => {
    const now = rig.clock.now();
    await rig.report('a', { no: 'TZ-20261120-0007', reportedAt: now - 72 * HOUR });
    await rig.report('b', { no: 'TZ-20261122-0007', reportedAt: now - 24 * HOUR });
    expect((await rig.see({ tickets: ['0007'] })).tickets.map(({ no }) => no)).toEqual(['TZ-20261122-0007']);
    rig.clock.advance(30 * 24 * HOUR);
    expect(await seen({ tickets: ['0007'] })).toEqual([]);
  });

  test('a quoted message of ours brings its ticket and its kind', async () => {
    await rig.report('a');
    await rig.record.outbox.settle(await rig.claim(), { kind: 'sent', messageId: 'out-1' });
    const quoted = { chat: GROUP, messageId: 'out-1' };
    const found = await rig.see({ quoted });
    expect(found.quoted).toEqual({ ticket: 'ID-a', kind: 'receipt' });
    expect(shortNumbers(found)).toEqual(['0001']);
    expect((await rig.see({ quoted: { ...quoted, chat: { ...GROUP, id: 'g2' } } })).quoted).toBeNull();
    expect((await rig.see({ quoted: { ...quoted, chat: { ...GROUP, kind: 'direct' } } })).quoted).toBeNull();
    expect((await rig.see({ quoted: { ...quoted, messageId: 'out-2' } })).quoted).toBeNull();
  });

  test('a conversation is remembered by chat and person', async () => {
    const talk = (unit: string): Talk => ({ draft: { unit, location: null, phone: '8012', at: 1 }, choice: null });
    const where = { chat: GROUP, person: 'playground:li' };
    const leave = (state: Talk | null) => rig.decide(need({ talk: where }), () => outcome({ talk: state }));
    expect((await rig.see({ talk: where })).talk).toEqual({ draft: null, choice: null });
    await leave(talk('A'));
    await leave(null);
    expect((await rig.see({ talk: where })).talk).toEqual(talk('A'));
    expect((await rig.see({ talk: { ...where, person: 'playground:wang' } })).talk.draft).toBeNull();
    await leave(talk('B'));
    expect((await rig.see({ talk: where })).talk).toEqual(talk('B'));
    const unasked = rig.decide(need(), () => outcome({ talk: talk('C') }));
    await expect(unasked).rejects.toMatchObject({ code: 'TALK_NOT_ASKED' });
  });
});
