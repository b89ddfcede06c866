import { describe, expect, it } from 'vitest';
import type { Budget, Gateway, Outbound, SendOutcome } from '../bot/gateway.js';
import type { Claimed, Outbox } from '../dispatcher/ports.js';
import { SILENT } from '../dispatcher/testing/story.js';
import { createDeliver, type Deliver } from './deliver.js';

const CHAT: Budget = { perSecond: null, perMinute: 20, perHour: null };
const MENTION: Budget = { perSecond: null, perMinute: 7, perHour: null };
const SENT: SendOutcome = { kind: 'sent', messageId: 's1' };

const message = (id: string, again = false): Claimed => ({
  id,
  lane: 'wecom:g1',
  outbound: {
    chat: { channel: 'wecom', kind: 'group', id: 'g1' },
    spans: [`words of ${id}`],
    buttons: [],
    replyTo: null,
    ticket: null,
  },
  attempts: 1,
  again,
});

type Rig = {
  readonly deliver: Deliver;
  /** What waits in the lane. */
  readonly waiting: Claimed[];
  readonly sent: Outbound[];
  readonly booked: string[];
  readonly claims: { readonly lane: string; readonly budget: Budget; readonly holder: string }[];
  /** Sends wait for this, where it is set. */
  hold: Promise<void> | null;
};

const rig = (
  outcomes: readonly SendOutcome[] = [],
  nexts: Readonly<Record<string, number>> = {},
  mention: Budget | null = MENTION,
): Rig => {
  const left = [...outcomes];
  let under = 0;
  const outbox: Outbox = {
    lanes: () => Promise.resolve([]),
    next: () => Promise.resolve(null),
    claim: (lane, budget, holder) => {
      made.claims.push({ lane, budget, holder });
      const next = made.waiting.shift();
      return Promise.resolve(next === undefined ? { kind: 'empty' } : { kind: 'say', message: next });
    },
    stale: () => Promise.resolve([]),
    settle: (claimed, outcome) => {
      made.booked.push(`${claimed.id} ${outcome.kind}`);
      return Promise.resolve({ next: nexts[claimed.id] ?? null });
    },
  };
  const gateway: Pick<Gateway, 'send'> = {
    send: async (outbound) => {
      under += 1;
      expect(under, 'sends at once in one lane').toBe(1);
      if (made.hold !== null) await made.hold;
      made.sent.push(outbound);
      under -= 1;
      return left.shift() ?? SENT;
    },
  };
  const made: Rig = {
    deliver: createDeliver(gateway as Gateway, outbox, { chat: CHAT, mention }, 'me', SILENT),
    waiting: [],
    sent: [],
    booked: [],
    claims: [],
    hold: null,
  };
  return made;
};

describe('a lane', () => {
  it('is emptied in order, every outcome booked', async () => {
    const lane = rig([SENT, { kind: 'dead', reason: 'no such chat' }, { kind: 'unknown', reason: 'no ack' }]);
    lane.waiting.push(message('1'), message('2'), message('3'));
    expect(await lane.deliver('wecom:g1')).toEqual({ kind: 'empty' });
    expect(lane.sent.map((o) => o.spans)).toEqual([['words of 1'], ['words of 2'], ['words of 3']]);
    expect(lane.booked).toEqual(['1 sent', '2 dead', '3 unknown']);
  });

  it('waits where a message shall be tried again, before the next is said', async () => {
    const lane = rig([{ kind: 'retry', reason: '45009', afterMs: 500, slow: true }], { '1': 777 });
    lane.waiting.push(message('1'), message('2'));
    expect(await lane.deliver('wecom:g1')).toEqual({ kind: 'wait', until: 777 });
    expect(lane.booked).toEqual(['1 retry']);
    expect(lane.waiting).toHaveLength(1);
  });

  it('waits for its budget as the outbox says', async () => {
    const wait = { kind: 'wait', until: 99 } as const;
    const outbox = { claim: () => Promise.resolve(wait) } as Partial<Outbox> as Outbox;
    const deliver = createDeliver({} as Gateway, outbox, { chat: CHAT, mention: null }, 'me', SILENT);
    expect(await deliver('wecom:g1')).toEqual(wait);
  });

  it('has the chat’s budget, a second robot’s lane its own where it has one', async () => {
    const lane = rig();
    await lane.deliver('wecom:g1');
    await lane.deliver('wecom:g1:mention');
    expect(lane.claims.map((c) => [c.lane, c.budget.perMinute, c.holder])).toEqual([
      ['wecom:g1', 20, 'me'],
      ['wecom:g1:mention', 7, 'me'],
    ]);
    const alone = rig([], {}, null);
    await alone.deliver('wecom:g1:mention');
    expect(alone.claims[0]?.budget.perMinute).toBe(20);
  });

  it('says that it says something again, and only then', async () => {
    const lane = rig();
    lane.waiting.push(message('1', true), message('2'));
    await lane.deliver('wecom:g1');
    expect(lane.sent.map((o) => o.spans)).toEqual([['（重发）', 'words of 1'], ['words of 2']]);
  });
});

describe('a ring while the lane is being emptied', () => {
  it('runs nothing beside it, and what came meanwhile is said', async () => {
    let open: () => void = () => undefined;
    const lane = rig();
    lane.hold = new Promise((resolve) => (open = resolve));
    lane.waiting.push(message('1'));
    const first = lane.deliver('wecom:g1');
    const second = lane.deliver('wecom:g1');
    expect(second).toBe(first);
    lane.waiting.push(message('2'));
    open();
    await first;
    expect(lane.booked).toEqual(['1 sent', '2 sent']);
  });

  it('is not lost where the lane was just found empty', async () => {
    let open: () => void = () => undefined;
    const looks: ('empty' | 'say')[] = ['empty', 'say', 'empty'];
    const sent: string[] = [];
    const outbox = {
      claim: async () => {
        const look = looks.shift();
        if (looks.length === 2) await new Promise<void>((resolve) => (open = resolve));
        return look === 'say' ? { kind: 'say' as const, message: message('1') } : { kind: 'empty' as const };
      },
      settle: (claimed: Claimed) => {
        sent.push(claimed.id);
        return Promise.resolve({ next: null });
      },
    } as Partial<Outbox> as Outbox;
    const gateway = { send: () => Promise.resolve(SENT) } as Partial<Gateway> as Gateway;
    const deliver = createDeliver(gateway, outbox, { chat: CHAT, mention: null }, 'me', SILENT);
    const first = deliver('wecom:g1');
    void deliver('wecom:g1');
    open();
    await first;
    expect(sent).toEqual(['1']);
  });

  it('does not hold up another lane', async () => {
    let open: () => void = () => undefined;
    const [slow, quick] = [rig(), rig()];
    slow.hold = new Promise((resolve) => (open = resolve));
    slow.waiting.push(message('1'));
    quick.waiting.push(message('2'));
    const waiting = slow.deliver('wecom:g1');
    await quick.deliver('wecom:g2');
    expect(quick.booked).toEqual(['2 sent']);
    open();
    await waiting;
  });

  it('can be rung again afterwards, also after a failure', async () => {
    let broken = true;
    const outbox = {
      claim: () => (broken ? Promise.reject(new Error('database gone')) : Promise.resolve({ kind: 'empty' as const })),
    } as Partial<Outbox> as Outbox;
    const deliver = createDeliver({} as Gateway, outbox, { chat: CHAT, mention: null }, 'me', SILENT);
    await expect(deliver('wecom:g1')).rejects.toThrow('database gone');
    broken = false;
    expect(await deliver('wecom:g1')).toEqual({ kind: 'empty' });
  });
});

it('logs ids and outcomes, never words', async () => {
  const lines: string[] = [];
  const note = (fields: object, text: string): void => void lines.push(JSON.stringify(fields) + text);
  const waiting = [message('1')];
  const outbox = {
    claim: () => {
      const next = waiting.shift();
      return Promise.resolve(next === undefined ? { kind: 'empty' as const } : { kind: 'say' as const, message: next });
    },
    settle: () => Promise.resolve({ next: null }),
  } as Partial<Outbox> as Outbox;
  const gateway = { send: () => Promise.resolve({ kind: 'dead', reason: '40058' }) } as Partial<Gateway> as Gateway;
  const log = { debug: note, info: note, warn: note, error: note };
  await createDeliver(gateway, outbox, { chat: CHAT, mention: null }, 'me', log)('wecom:g1');
  expect(lines.join()).toContain('40058');
  expect(lines.join()).not.toContain('words of');
});

describe('buttons that lost their reason', () => {
  const old = { chat: { channel: 'telegram', kind: 'group', id: 'g1' }, messageId: 'm1' } as const;
  const said = { ...message('1'), outbound: { ...message('1').outbound, ticket: 'TZ-20261123-0001' } };
  const deliverWith = (edit: boolean, stale: Outbox['stale'], outcome: SendOutcome = SENT) => {
    const waiting = [said];
    const retired: string[] = [];
    const outbox: Partial<Outbox> = {
      claim: () => {
        const next = waiting.shift();
        return Promise.resolve(next === undefined ? { kind: 'empty' } : { kind: 'say', message: next });
      },
      settle: () => Promise.resolve({ next: null }),
      stale,
    };
    const gateway: Partial<Gateway> = {
      capabilities: { edit } as Gateway['capabilities'],
      send: () => Promise.resolve(outcome),
      retire: ({ messageId }) => {
        retired.push(messageId);
        return Promise.resolve();
      },
    };
    const deliver = createDeliver(gateway as Gateway, outbox as Outbox, { chat: CHAT, mention: null }, 'me', SILENT);
    return { retired, run: () => deliver('telegram:g1') };
  };

  it('go once the news of it is sent, where the channel can edit', async () => {
    const can = deliverWith(true, () => Promise.resolve([old]));
    await can.run();
    expect(can.retired).toEqual(['m1']);
    const cannot = deliverWith(false, () => Promise.reject(new Error('asked in vain')));
    expect(await cannot.run()).toEqual({ kind: 'empty' });
    expect(cannot.retired).toEqual([]);
  });

  it('stay where nothing was sent, or they cannot be found; the lane goes on', async () => {
    const unsent = deliverWith(true, () => Promise.resolve([old]), { kind: 'dead', reason: 'no such chat' });
    await unsent.run();
    expect(unsent.retired).toEqual([]);
    const lost = deliverWith(true, () => Promise.reject(new Error('the database is away')));
    expect(await lost.run()).toEqual({ kind: 'empty' });
  });
});
