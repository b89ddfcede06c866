import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../entities/store.js';
import { openTestStore, testStores } from './testing.js';
import { openRig, type Rig } from './testing/rig.js';
import {
  changed,
  facts,
  GROUP,
  inState,
  inbound,
  need,
  outbound,
  outcome,
  press,
  reported,
  said,
} from './testing/samples.js';

const PHONE = '13800138000';
const SPACED = '138 0013 8000';

describe.each(testStores())('secrecy on %s', (kind) => {
  let store: Store;
  let rig: Rig;
  beforeAll(async () => {
    store = await openTestStore(kind);
    rig = await openRig(store);
  }, 60_000);
  afterAll(() => store.close(), 60_000);

  /** Everything in every table, as a thief of the disk would read it. */
  const everything = async (): Promise<string> => {
    const all = await Promise.all(store.dataSource.entityMetadatas.map(({ tableName }) => rig.rows(tableName)));
    return JSON.stringify(all);
  };

  test('a telephone number is nowhere in plain, in any column of any table, and comes back everywhere', async () => {
    const { recorder, outbox, views } = rig.record;
    const message = inbound({ text: `电话${PHONE}`, quote: { messageId: null, text: SPACED, fromBot: false } });
    const { id } = await recorder.keepMessage(message);
    await recorder.keepPress(press({ from: { id: 'li', name: `李 ${PHONE}` } }));
    await recorder.keepFile(id, { kind: 'image', name: `${PHONE}.jpg`, bytes: new Uint8Array([1]) });
    const ticket = inState('closed', { phone: PHONE, contact: `王 ${PHONE}`, fault: `见 ${SPACED}`, place: PHONE });
    const by = { key: 'playground:li', name: `李${PHONE}`, role: 'reporter' } as const;
    const at = rig.clock.now();
    const supplemented = {
      kind: 'supplemented',
      at,
      by,
      text: `打${SPACED}`,
      set: { phone: PHONE, place: PHONE },
    } as const;
    const draft = { unit: null, location: null, phone: PHONE, at };
    const choice = { facts: facts({ phone: PHONE, words: `找${PHONE}` }), options: [], at };
    const talk = { chat: GROUP, person: 'playground:li' };
    const direct = outbound({ spans: ['联系', `王老师 ${PHONE}`, { mention: 'zhao', name: `赵 ${PHONE}` }] });
    await recorder.decide({ kind: 'message', id }, need({ talk, numbers: true }), () =>
      outcome({
        changes: [changed(ticket, [reported(ticket, PHONE), supplemented])],
        says: [said({ outbound: direct })],
        talk: { draft, choice },
        learnt: { person: 'playground:li', name: `李${PHONE}`, unit: null, phone: PHONE },
      }),
    );
    const claimed = await rig.claim();
    await outbox.settle(claimed, { kind: 'retry', reason: `bad: ${PHONE}`, afterMs: 1, slow: true });

    const text = await everything();
    expect(text).toContain(ticket.no);
    for (const number of [PHONE, SPACED, '0013 8000', '00138000']) expect(text).not.toContain(number);

    expect(await recorder.readMessage(id)).toEqual(message);
    expect(await views.ticket(ticket.no)).toEqual(ticket);
    expect((await views.log(ticket.id)).map(({ event }) => event)).toEqual([reported(ticket, PHONE), supplemented]);
    expect((await rig.see({ talk })).talk).toEqual({ draft, choice });
    expect(claimed.outbound).toEqual(direct);
    expect(await recorder.reporter('playground:li')).toEqual({ name: `李${PHONE}`, unit: null, phone: PHONE });
  });
});
