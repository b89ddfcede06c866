import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../entities/store.js';
import type { RotaEntry } from '../model.js';
import { dutyOf, leaveOf, reserveOf } from '../testing/rota.js';
import { openTestStore, testStores } from './testing.js';
import { openRig, type Rig } from './testing/rig.js';
import { need, outcome } from './testing/samples.js';

const DAY = 24 * 3_600_000;

describe.each(testStores())('the rota on %s', (kind) => {
  let store: Store;
  let rig: Rig;
  beforeAll(async () => {
    store = await openTestStore(kind);
  }, 60_000);
  afterAll(() => store.close());
  beforeEach(async () => {
    rig = await openRig(store);
  });

  const write = (rota: readonly RotaEntry[]) => rig.decide(need({ locks: ['rota'] }), () => outcome({ rota }));
  const seen = async (): Promise<readonly string[]> => (await rig.see({})).rota.map(({ id }) => id);

  test('comes back as it was written, made or changed, to a decision and to the calendar', async () => {
    const all = [reserveOf(), leaveOf({ why: '看病，电话 13800138001' }), dutyOf()];
    await write(all);
    expect((await rig.see({})).rota).toEqual(all);
    expect(await rig.record.recorder.rota()).toEqual(all);
    await write([leaveOf({ cancelled: true })]);
    expect(await seen()).toEqual(['R1', 'D1']);
    expect(await rig.rows('rota')).toHaveLength(3);
  });

  test('is loaded while it matters: what has no end always, what is over for a day', async () => {
    const { to } = leaveOf();
    await write([leaveOf(), reserveOf()]);
    rig.clock.set(to + DAY - 1);
    expect(await seen()).toEqual(['R1', 'L1']);
    rig.clock.set(to + DAY);
    expect(await seen()).toEqual(['R1']);
  });

  test('has no telephone number lying open in the table', async () => {
    await write([leaveOf({ why: '看病，电话 13800138001' })]);
    expect(JSON.stringify(await rig.rows('rota'))).not.toContain('13800138001');
  });
});
