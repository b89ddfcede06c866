import { beforeEach, describe, expect, it } from 'vitest';
import type { Attachment, Gateway, Inbound, Press, PressAnswer } from './gateway.js';
import { createIntake, type Inside, type Intake } from './intake.js';
import type { Spool } from './spool.js';

const DONE: PressAnswer = { toast: '好的，已记下', retire: true };

const said = (messageId: string, chat = 'g1', attachments: readonly Attachment[] = []): Inbound => ({
  chat: { channel: 'wecom', kind: 'group', id: chat },
  messageId,
  from: { id: 'wang', name: null },
  text: '三楼断网',
  addressed: true,
  mentions: [],
  quote: null,
  attachments,
  arrivedAt: 1,
});
const pressed = (pressId: string): Press => ({
  chat: { channel: 'wecom', kind: 'group', id: 'g1' },
  pressId,
  from: { id: 'zhaogaobin', name: null },
  button: 'accept:TZ-20261123-0001',
  messageId: null,
  arrivedAt: 1,
});

/** What happened, in order; and what shall fail how often. */
let events: string[] = [];
let failKeeps = 0;
let failHandles = 0;
let spooled: Inbound[] = [];
let waits: number[] = [];
let hold: Promise<void> | null = null;
let logged: string[] = [];
const seen = new Set<string>();

const inside: Inside = {
  keepMessage: (m) => {
    if (failKeeps > 0) {
      failKeeps -= 1;
      return Promise.reject(Object.assign(new Error('13800138001'), { code: 'ECONNREFUSED' }));
    }
    const fresh = !seen.has(m.messageId);
    seen.add(m.messageId);
    events.push(`keep ${m.messageId}`);
    return Promise.resolve({ id: `id-${m.messageId}`, fresh });
  },
  keepPress: (p) => {
    const fresh = !seen.has(p.pressId);
    seen.add(p.pressId);
    return Promise.resolve({ id: `id-${p.pressId}`, fresh });
  },
  keepFile: (id, file) => Promise.resolve(void events.push(`file ${id} ${file.kind} ${file.name}`)),
  handleMessage: async (id) => {
    if (hold !== null) await hold;
    if (failHandles > 0) {
      failHandles -= 1;
      throw new Error('broken');
    }
    events.push(`handle ${id}`);
  },
  handleGap: () => Promise.resolve(),
  handlePress: (id) => {
    events.push(`press ${id}`);
    return Promise.resolve(DONE);
  },
};

const spool: Spool = {
  add: (m) => Promise.resolve(void spooled.push(m)),
  replay: async (keep) => {
    const all = spooled;
    for (const m of all) await keep(m);
    spooled = spooled.slice(all.length);
    return all.length;
  },
};

const log = { info: note, warn: note, error: note };
function note(fields: object, message: string): void {
  logged.push(`${JSON.stringify(fields)} ${message}`);
}

type Wired = { intake: Intake; hear(m: Inbound): Promise<void>; press(p: Press): Promise<PressAnswer> };

const wire = (wait = (ms: number): Promise<void> => Promise.resolve(void waits.push(ms))): Wired => {
  const handlers: { message?: (m: Inbound) => Promise<void>; press?: (p: Press) => Promise<PressAnswer> } = {};
  const gateway = {
    channel: 'wecom',
    onMessage: (h) => void (handlers.message = h),
    onPress: (h) => void (handlers.press = h),
    onGap: () => undefined,
    fetchFile: (ref) =>
      Promise.resolve(
        ref === 'gone' ? { kind: 'gone', reason: 'expired' } : { kind: 'file', name: null, bytes: new Uint8Array([1]) },
      ),
  } satisfies Partial<Gateway> as Partial<Gateway> as Gateway;
  const intake = createIntake(inside, spool, log, wait);
  intake.attach(gateway);
  const missing = (): never => {
    throw new Error('not attached');
  };
  return { intake, hear: handlers.message ?? missing, press: handlers.press ?? missing };
};

beforeEach(() => {
  events = [];
  [failKeeps, failHandles, spooled, waits, hold, logged] = [0, 0, [], [], null, []];
  seen.clear();
});

describe('a message', () => {
  it('is kept first, then handled', async () => {
    const { intake, hear } = wire();
    await hear(said('m1'));
    await intake.idle();
    expect(events).toEqual(['keep m1', 'handle id-m1']);
  });

  it('is acknowledged when it is kept, without waiting for its handling', async () => {
    let open: () => void = () => undefined;
    hold = new Promise((resolve) => (open = resolve));
    const { intake, hear } = wire();
    await hear(said('m1'));
    expect(events).toEqual(['keep m1']);
    open();
    await intake.idle();
    expect(events).toEqual(['keep m1', 'handle id-m1']);
  });

  it('delivered three times is handled once', async () => {
    const { intake, hear } = wire();
    await Promise.all([hear(said('m1')), hear(said('m1')), hear(said('m1'))]);
    await intake.idle();
    expect(events.filter((e) => e.startsWith('handle'))).toEqual(['handle id-m1']);
  });

  it('follows those before it in its chat, and waits for no other chat', async () => {
    let open: () => void = () => undefined;
    const { intake, hear } = wire();
    hold = new Promise((resolve) => (open = resolve));
    await hear(said('m1'));
    await new Promise((resolve) => setImmediate(resolve));
    hold = null;
    await hear(said('m2'));
    await hear(said('n1', 'g2'));
    await new Promise((resolve) => setImmediate(resolve));
    expect(events).toEqual(['keep m1', 'keep m2', 'keep n1', 'handle id-n1']);
    open();
    await intake.idle();
    expect(events.slice(4)).toEqual(['handle id-m1', 'handle id-m2']);
  });

  it('that cannot be handled stays kept for the sweep and stops nobody', async () => {
    failHandles = 1;
    const { intake, hear } = wire();
    await hear(said('m1'));
    await hear(said('m2'));
    await intake.idle();
    expect(events).toEqual(['keep m1', 'keep m2', 'handle id-m2']);
    expect(logged.join()).toContain('HANDLE_FAILED');
    await intake.again('message', 'id-m1');
    expect(events.at(-1)).toBe('handle id-m1');
  });
});

describe('while the database is gone', () => {
  it('a message is spooled once and tried again with growing waits', async () => {
    failKeeps = 8;
    const { intake, hear } = wire();
    await hear(said('m1'));
    await intake.idle();
    expect(spooled.map((m) => m.messageId)).toEqual(['m1']);
    expect(waits).toEqual([200, 400, 800, 1600, 3200, 5000, 5000, 5000]);
    expect(events).toEqual(['keep m1', 'handle id-m1']);
  });

  it('later messages of the chat queue behind it', async () => {
    failKeeps = 1;
    const { intake, hear } = wire();
    await Promise.all([hear(said('m1')), hear(said('m2'))]);
    await intake.idle();
    expect(events).toEqual(['keep m1', 'keep m2', 'handle id-m1', 'handle id-m2']);
  });

  it('the log has codes and ids, no words of errors', async () => {
    failKeeps = 1;
    await wire().hear(said('m1'));
    expect(logged.join()).toContain('ECONNREFUSED');
    expect(logged.join()).not.toMatch(/13800138001|三楼/);
  });

  it('stopping gives up trying; the spool keeps it for the next start', async () => {
    failKeeps = 100;
    const { intake, hear } = wire(() => Promise.resolve(intake.stop()));
    await hear(said('m1'));
    expect(events).toEqual([]);
    expect(spooled).toHaveLength(1);
  });

  it('what was spooled is kept and handled afterwards, what was kept meanwhile only once', async () => {
    spooled = [said('m1'), said('m2')];
    seen.add('m1');
    const { intake } = wire();
    await intake.recover();
    await intake.idle();
    expect(events).toEqual(['keep m1', 'keep m2', 'handle id-m2']);
    expect(spooled).toEqual([]);
  });
});

describe('a press', () => {
  it('is answered by its handling, and once', async () => {
    const { press } = wire();
    expect(await press(pressed('p1'))).toEqual(DONE);
    expect(await press(pressed('p1'))).toEqual({ toast: '已处理过了', retire: false });
    expect(events).toEqual(['press id-p1']);
  });

  it('follows the messages of its chat', async () => {
    let open: () => void = () => undefined;
    hold = new Promise((resolve) => (open = resolve));
    const { hear, press } = wire();
    await hear(said('m1'));
    const answer = press(pressed('p1'));
    open();
    await answer;
    expect(events).toEqual(['keep m1', 'handle id-m1', 'press id-p1']);
  });
});

describe('pictures and files', () => {
  const picture = (ref: string): Attachment => ({ kind: 'image', name: 'lamp.jpg', ref });

  it('are fetched and kept with their message', async () => {
    const { intake, hear } = wire();
    await hear(said('m1', 'g1', [picture('a'), { kind: 'file', name: null, ref: 'b' }]));
    await intake.idle();
    expect(events.filter((e) => e.startsWith('file'))).toEqual(['file id-m1 image lamp.jpg', 'file id-m1 file null']);
  });

  it('that are gone are told to the log, and the message is handled all the same', async () => {
    const { intake, hear } = wire();
    await hear(said('m1', 'g1', [picture('gone'), picture('a')]));
    await intake.idle();
    expect(events).toContain('handle id-m1');
    expect(events).toContain('file id-m1 image lamp.jpg');
    expect(logged.join()).toContain('FILE_GONE');
  });
});
