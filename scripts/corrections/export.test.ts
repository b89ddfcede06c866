import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TicketEvent } from '../../dispatcher/model.js';
import { openTestStore } from '../../dispatcher/record/testing.js';
import { openRig, type Rig } from '../../dispatcher/record/testing/rig.js';
import { changed, need, outcome } from '../../dispatcher/record/testing/samples.js';
import type { Store } from '../../entities/store.js';
import { exportCorrections } from './export.js';

let store: Store;
let rig: Rig;
beforeAll(async () => {
  store = await openTestStore();
  rig = await openRig(store);
}, 60_000);
afterAll(() => store.close());

test('what was put right on record comes out as lines, read with the reporter’s own unit', async () => {
  await rig.report('a');
  await rig.report('b');
  const by = { key: 'staff:suzhe', name: '苏喆', role: 'desk' } as const;
  await rig.decide(need({ tickets: ['TZ-20261123-0002'] }), ({ now, tickets }) => {
    const event: TicketEvent = { kind: 'corrected', at: now, by, set: { level: 1 }, why: '是全校' };
    return outcome({ changes: tickets.map((ticket) => changed(ticket, [event])) });
  });
  const asked: string[] = [];
  const lines = [];
  const unitOf = (person: string) => {
    asked.push(person);
    return Promise.resolve('北京市通州区张家湾中学');
  };
  for await (const line of exportCorrections(rig.record.views, unitOf)) lines.push(line);
  expect(asked).toEqual(['playground:li']);
  expect(lines).toMatchObject([
    {
      id: 'k202611230002002',
      text: '三楼整层断网',
      context: { unit: '北京市通州区张家湾中学' },
      labels: { severity: 1, category: 'campus' },
      by: 'staff:suzhe',
      why: '是全校',
    },
  ]);
});
