import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../../entities/store.js';
import { openTestStore, testRecord, testStores } from './testing.js';
import { openRig, type Rig } from './testing/rig.js';
import { inbound, need, outcome, press } from './testing/samples.js';

describe.each(testStores())('keeping on %s', (kind) => {
  let store: Store;
  let rig: Rig;
  beforeAll(async () => void (store = await openTestStore(kind)), 60_000);
  afterAll(() => store.close(), 60_000);
  beforeEach(async () => void (rig = await openRig(store)));

  test('a message delivered twice is kept once, byte for byte', async () => {
    const { recorder } = rig.record;
    const message = inbound({
      text: '测试 \u0000 \ud83d\ude00 \ud800 电话 138 0013 8000 ⟦tel:0011aabb:xyz⟧',
      quote: { messageId: null, text: 'x', fromBot: null },
    });
    const first = await recorder.keepMessage(message);
    expect(first.fresh).toBe(true);
    expect(await recorder.keepMessage(message)).toEqual({ id: first.id, fresh: false });
    expect(await recorder.readMessage(first.id)).toEqual(message);
    expect(await recorder.readPress(first.id)).toBeNull();
    expect(await recorder.readMessage('nobody')).toBeNull();
  });

  test('a press may have a message’s platform id; ids that differ in a trailing blank or in case are two', async () => {
    const { recorder } = rig.record;
    const kept = await Promise.all([
      recorder.keepMessage(inbound({ messageId: 'x' })),
      recorder.keepMessage(inbound({ messageId: 'x ' })),
      recorder.keepMessage(inbound({ messageId: 'X' })),
      recorder.keepPress(press({ pressId: 'x' })),
    ]);
    expect(kept.map(({ fresh }) => fresh)).toEqual([true, true, true, true]);
    expect(await recorder.readPress(kept[3].id)).toEqual(press({ pressId: 'x' }));
    expect((await recorder.keepPress(press({ pressId: 'x' }))).fresh).toBe(false);
  });

  test('twenty deliveries at once leave one row', async () => {
    const kept = await Promise.all(Array.from({ length: 20 }, () => rig.record.recorder.keepMessage(inbound())));
    expect(kept.filter(({ fresh }) => fresh)).toHaveLength(1);
    expect(new Set(kept.map(({ id }) => id)).size).toBe(1);
    expect(await rig.rows('inbound')).toHaveLength(1);
  });

  test('an id of any length is told from another one', async () => {
    const fresh = async (messageId: string) => (await rig.record.recorder.keepMessage(inbound({ messageId }))).fresh;
    const long = 'x'.repeat(500);
    expect(await fresh(`${long}a`)).toBe(true);
    expect(await fresh(`${long}b`)).toBe(true);
    expect(await fresh(`${long}a`)).toBe(false);
  });

  test('unhandled tells what was kept for too long, in order of arrival', async () => {
    const { recorder } = rig.record;
    const now = rig.clock.now();
    const a = await recorder.keepMessage(inbound({ messageId: 'a', arrivedAt: now }));
    const b = await recorder.keepPress(press({ pressId: 'b', arrivedAt: now }));
    const c = await recorder.keepMessage(inbound({ messageId: 'c', arrivedAt: now + 5_000 }));
    expect(await recorder.unhandled(1, 10)).toEqual([]);
    rig.clock.advance(1_000);
    expect(await recorder.unhandled(1_000, 10)).toEqual([
      { kind: 'message', id: a.id },
      { kind: 'press', id: b.id },
    ]);
    rig.clock.advance(60_000);
    expect(await recorder.unhandled(1_000, 2)).toHaveLength(2);
    await recorder.decide({ kind: 'message', id: a.id }, need(), () => outcome());
    await recorder.setAside({ kind: 'press', id: b.id }, 'BROKEN');
    expect(await recorder.unhandled(1_000, 10)).toEqual([{ kind: 'message', id: c.id }]);
  });

  test('what was set aside is neither handled nor lost', async () => {
    const { recorder, views } = rig.record;
    const id = await rig.keep('a');
    await recorder.setAside({ kind: 'message', id }, 'DECODE_FAILED');
    expect(await recorder.decide({ kind: 'message', id }, need(), () => outcome())).toEqual({ kind: 'gone' });
    await recorder.setAside({ kind: 'turn', id: 'digest:1' }, 'X');
    expect(await recorder.decide({ kind: 'turn', id: 'digest:1' }, need(), () => outcome())).toEqual({ kind: 'gone' });
    expect(await recorder.readMessage(id)).not.toBeNull();
    expect((await rig.rows('inbound'))[0]).toMatchObject({ state: 'set-aside', error: 'DECODE_FAILED' });
    expect((await views.figures()).messages).toEqual({ kept: 1, handled: 0, waiting: 0, setAside: 1 });
  });

  test('what is learnt of a reporter adds to what is known', async () => {
    const { recorder } = rig.record;
    const learn = (name: string, unit: string | null, phone: string | null) =>
      rig.decide(need(), () => outcome({ learnt: { person: 'playground:li', name, unit, phone } }));
    expect(await recorder.reporter('playground:li')).toBeNull();
    await learn('李', 'A', null);
    await learn('李 13800138002', null, '8012');
    const known = { name: '李 13800138002', unit: 'A', phone: '8012' };
    expect(await recorder.reporter('playground:li')).toEqual(known);
    await learn('李', 'B', null);
    expect(await recorder.reporter('playground:li')).toEqual({ name: '李', unit: 'B', phone: '8012' });
  });

  test('a file’s bytes lie under their hash, once, and its row names them', async () => {
    const filesDir = await mkdtemp(join(tmpdir(), 'files-'));
    try {
      const { recorder } = testRecord(store, { filesDir });
      const bytes = new Uint8Array([1, 2, 3]);
      const name = '现场 13800138003.jpg';
      for (const message of ['m1', 'm1', 'm2']) await recorder.keepFile(message, { kind: 'image', name, bytes });
      const files = await rig.rows('file');
      expect(files.map(({ message }) => message).sort()).toEqual(['m1', 'm2']);
      expect(files[0]).toMatchObject({ kind: 'image', bytes: 3, name: expect.stringMatching(/^现场 ⟦tel:/) });
      expect(await readFile(join(filesDir, String(files[0]?.['path'])))).toEqual(Buffer.from(bytes));
      expect(files[0]?.['path']).toBe(files[1]?.['path']);
    } finally {
      await rm(filesDir, { recursive: true });
    }
  });
});
