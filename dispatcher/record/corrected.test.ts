import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../entities/store.js';
import type { Level, TicketEvent } from '../model.js';
import { openTestStore, testStores } from './testing.js';
import { openRig, type Rig } from './testing/rig.js';
import { changed, GROUP, inState, need, outcome, reported } from './testing/samples.js';

const LI = { key: 'playground:li', name: '李老师', chat: GROUP, user: 'li' };
const LIU = { key: 'playground:liu', name: '刘老师', chat: GROUP, user: 'liu' };

describe.each(testStores())('tickets put right on %s', (kind) => {
  let store: Store;
  let rig: Rig;
  beforeAll(async () => void (store = await openTestStore(kind)), 60_000);
  afterAll(() => store.close());
  beforeEach(async () => void (rig = await openRig(store)));

  /** One message that makes a ticket for each of these numbers. */
  const report = (numbers: readonly number[], reporter = LI) =>
    rig.decide(need({ numbers: true }), ({ now }) =>
      outcome({
        changes: numbers.map((n) => {
          const ticket = inState('offered', { id: `T${n}`, no: `TZ-20261123-000${n}`, reporter, reportedAt: now });
          return changed(ticket, [reported(ticket)]);
        }),
      }),
    );
  const correct = (n: number, level: Level) =>
    rig.decide(need({ tickets: [`TZ-20261123-000${n}`] }), ({ now, tickets }) => {
      const by = { key: 'staff:suzhe', name: '苏喆', role: 'desk' } as const;
      const event: TicketEvent = { kind: 'corrected', at: now, by, set: { level }, why: '是全校' };
      return outcome({ changes: tickets.map((ticket) => changed({ ...ticket, level }, [event])) });
    });

  test('none, where nobody corrected anything', async () => {
    await report([1]);
    expect(await rig.record.views.corrected()).toEqual([]);
  });

  test('each once, with those of the same message and nobody else’s', async () => {
    await report([1, 2]);
    await report([3], LIU);
    rig.clock.advance(1);
    await report([4]);
    await correct(4, 1);
    await correct(2, 1);
    await correct(2, 3);
    expect(await rig.record.views.corrected()).toEqual([
      { ticket: 'T2', together: ['T1', 'T2'] },
      { ticket: 'T4', together: ['T4'] },
    ]);
  });
});
