import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../entities/store.js';
import type { Guarantee } from '../model.js';
import { openTestStore, testStores } from './testing.js';
import { openRig, type Rig } from './testing/rig.js';
import { GROUP, need, outcome } from './testing/samples.js';

const HOUR = 3_600_000;
const LOCKED = need({ locks: ['guarantees'] });

describe.each(testStores())('guaranteed events on %s', (kind) => {
  let store: Store;
  let rig: Rig;
  beforeAll(async () => {
    store = await openTestStore(kind);
  }, 60_000);
  afterAll(() => store.close());
  beforeEach(async () => {
    rig = await openRig(store);
  });

  const event = (change: Partial<Guarantee> = {}): Guarantee => ({
    id: 'G1',
    name: '自考 联系 13800138001',
    units: ['北京市通州区潞河中学', '北京市通州区考试中心'],
    from: rig.clock.now() + HOUR,
    to: rig.clock.now() + 5 * HOUR,
    line: 10,
    home: GROUP,
    madeBy: { key: 'staff:wangxiubao', name: '王秀葆' },
    madeAt: rig.clock.now(),
    state: 'planned',
    log: [
      { kind: 'made', at: rig.clock.now(), by: { key: 'staff:wangxiubao', name: '王秀葆', role: 'manager' } },
      { kind: 'called', when: 'eve', at: rig.clock.now(), by: 'clock' },
    ],
    ...change,
  });
  const write = (...guarantees: readonly Guarantee[]) => rig.decide(LOCKED, () => outcome({ guarantees }));
  const seen = async (): Promise<readonly string[]> => (await rig.see({})).guarantees.map(({ id }) => id);

  test('come back as they were written, made or changed, to a decision and to the calendar', async () => {
    const first = event();
    await write(first);
    expect((await rig.see({})).guarantees).toEqual([first]);
    expect(await rig.record.recorder.guarantees()).toEqual([first]);
    const after = event({ name: '自考', units: ['北京市通州区考试中心'], from: 1, to: 2, log: [] });
    await write(after);
    expect((await rig.see({})).guarantees).toEqual([after]);
    expect(await rig.rows('guarantee')).toHaveLength(1);
  });

  test('are loaded while they matter: planned ones always, ended ones for a day, called-off ones never', async () => {
    const now = rig.clock.now();
    await write(
      event({ id: 'later', from: now + 9 * HOUR }),
      event({ id: 'planned', from: now, to: now + HOUR }),
      event({ id: 'ended', from: now - HOUR, to: now, state: 'ended' }),
      event({ id: 'off', state: 'cancelled' }),
    );
    expect(await seen()).toEqual(['ended', 'planned', 'later']);
    rig.clock.advance(24 * HOUR - 1);
    expect(await seen()).toEqual(['ended', 'planned', 'later']);
    rig.clock.advance(1);
    expect(await seen()).toEqual(['planned', 'later']);
  });

  test('are written whole or not at all, and no telephone number lies open in the table', async () => {
    await write(event());
    expect(JSON.stringify(await rig.rows('guarantee'))).not.toContain('13800138001');
    const broken = rig.decide(LOCKED, () => {
      throw new Error('a bug');
    });
    await expect(broken).rejects.toThrow('a bug');
    const id = await rig.keep('twice');
    const cause = { kind: 'message', id } as const;
    const move = () => rig.record.recorder.decide(cause, LOCKED, () => outcome({ guarantees: [event({ id: 'G2' })] }));
    expect([(await move()).kind, (await move()).kind]).toEqual(['done', 'again']);
    expect(await rig.rows('guarantee')).toHaveLength(2);
  });

  test('changed by many at once lose nothing', async () => {
    await write(event({ log: [] }));
    await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        rig.decide(LOCKED, ({ guarantees, now }) =>
          outcome({
            guarantees: guarantees.map((g) => ({
              ...g,
              log: [...g.log, { kind: 'tested', words: `${n}`, at: now, by: 'clock' }],
            })),
          }),
        ),
      ),
    );
    const [after] = (await rig.see({})).guarantees;
    expect(after?.log.map((line) => (line.kind === 'tested' ? line.words : '')).sort()).toEqual([...'012345']);
  });
});
