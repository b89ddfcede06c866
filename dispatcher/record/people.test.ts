import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../entities/store.js';
import type { KnownPerson } from '../ports.js';
import { openTestStore, testStores } from './testing.js';
import { openRig, type Rig } from './testing/rig.js';

const WANG: KnownPerson = { key: 'wecom:w1', name: '王老师', unit: '北京市通州区玉桥中学', phone: '13800138001' };
const LI: KnownPerson = { key: 'telegram:77', name: '李老师', unit: null, phone: null };

describe.each(testStores())('who reports (%s)', (kind) => {
  let store: Store;
  let rig: Rig;
  beforeAll(async () => {
    store = await openTestStore(kind);
  });
  beforeEach(async () => {
    rig = await openRig(store);
  });
  afterAll(() => store.close());

  it('is entered with the telephone sealed, and read back', async () => {
    expect(await rig.record.people.enter([WANG, LI])).toBe(2);
    expect(await rig.record.people.all()).toEqual([LI, WANG]);
    expect(JSON.stringify(await rig.rows('reporter'))).not.toContain('13800138001');
    expect(await rig.record.recorder.reporter('wecom:w1')).toMatchObject({ name: '王老师', phone: '13800138001' });
  });

  it('is changed by what is told, and keeps what is not', async () => {
    await rig.record.people.enter([WANG]);
    expect(await rig.record.people.enter([{ ...WANG, name: '', unit: '北京市通州区北苑学校', phone: null }])).toBe(1);
    expect(await rig.record.people.all()).toEqual([{ ...WANG, unit: '北京市通州区北苑学校' }]);
    expect(await rig.record.people.enter([WANG, WANG])).toBe(1);
  });

  it('is welcomed without losing what is known already', async () => {
    await rig.record.people.enter([{ ...LI, unit: '北京市通州区潞河中学' }]);
    await rig.record.people.welcome([{ ...LI, name: '别人', unit: '北京市通州区玉桥中学', phone: '13800138002' }]);
    expect(await rig.record.people.all()).toEqual([{ ...LI, unit: '北京市通州区潞河中学', phone: '13800138002' }]);
  });

  it('is entered whole or not at all', async () => {
    const long = { ...LI, unit: 'x'.repeat(400) };
    await expect(rig.record.people.enter([WANG, long])).rejects.toThrow();
    expect(await rig.record.people.all()).toEqual([]);
  });
});
