import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Outbound } from '../../bot/gateway.js';
import type { Fault, WebhookFault } from '../support/wecom/types.js';
import { soon, startRig, toGroup, toPerson, type Rig, type RigOptions } from '../support/wecom/rig.js';

/** What the WeCom gateway makes of every fault of the service: an outcome, and whether the message was seen. */

const rigs: Rig[] = [];
/** A started rig in whose group somebody has spoken. */
async function start(options: RigOptions = {}): Promise<Rig> {
  const rig = await startRig(options);
  rigs.push(rig);
  await rig.up();
  rig.fake.say({ user: 'laoshi', chat: 'G1', text: '断网', msgid: 'M1' });
  await vi.waitFor(() => expect(rig.heard).toHaveLength(1), soon);
  return rig;
}
afterEach(() => Promise.all(rigs.splice(0).map((rig) => rig.close())));

const secrets = /192\.0\.2|key=|SECRET|example\.invalid|KEY-of/;
const slow = { kind: 'retry', slow: true, afterMs: 60_000 };
const again = { kind: 'retry', slow: false, afterMs: null };
const ping = toGroup([{ mention: 'zhaogaobin', name: '赵高斌' }, ' 请接单']);

describe('a refused command', () => {
  it.each<[errcode: number, outcome: Readonly<Record<string, unknown>>]>([
    [45009, slow],
    [846607, slow],
    [45033, slow],
    [-1, again],
    [846605, again],
    [93001, { kind: 'dead' }],
    [93006, { kind: 'dead' }],
    [40058, { kind: 'dead' }],
  ])('%d', async (errcode, expected) => {
    const { gateway, fake, logs } = await start();
    fake.fault({ cmd: 'aibot_send_msg' }, { kind: 'errcode', errcode });
    const outcome = await gateway.send(toGroup('已受理'));
    expect(outcome).toMatchObject(expected);
    expect(JSON.stringify([outcome, logs])).not.toMatch(secrets);
    expect(fake.seen()).toEqual([]);
    expect(await gateway.send(toGroup('又好了'))).toMatchObject({ kind: 'sent' });
  });

  it('a reply over the rate is not pushed behind its back', async () => {
    const { gateway, fake } = await start();
    fake.fault({ cmd: 'aibot_respond_msg' }, { kind: 'errcode', errcode: 45009 });
    expect(await gateway.send(toGroup('已受理', { replyTo: 'M1' }))).toMatchObject(slow);
    expect(fake.record('aibot_send_msg')).toEqual([]);
  });

  it('846609: the connection is made anew', async () => {
    const { gateway, fake } = await start();
    fake.fault({ cmd: 'aibot_send_msg' }, { kind: 'errcode', errcode: 846609 });
    expect(await gateway.send(toGroup('已受理'))).toMatchObject(again);
    await vi.waitFor(() => expect(fake.record('aibot_subscribe')).toHaveLength(2), soon);
    await vi.waitFor(async () => expect(await gateway.send(toGroup('又好了'))).toMatchObject({ kind: 'sent' }), soon);
  });

  it('a group the bot was put out of', async () => {
    const { gateway, fake } = await start();
    fake.setInGroup('G1', false);
    expect(await gateway.send(toGroup('已受理'))).toMatchObject({ kind: 'dead' });
    fake.setInGroup('G1', true);
    expect(await gateway.send(toGroup('已受理'))).toMatchObject({ kind: 'sent' });
  });
});

describe('an answer that is lost', () => {
  it.each<[what: string, fault: Fault, seen: string[]]>([
    ['an answer without a code, done', { kind: 'ack-without-code', carriedOut: true }, ['已受理']],
    ['an answer without a code, not done', { kind: 'ack-without-code', carriedOut: false }, []],
    ['a drop, done', { kind: 'drop', carriedOut: true }, ['已受理']],
    ['a drop, not done', { kind: 'drop', carriedOut: false }, []],
  ])('%s: unknown, and not sent again by itself', async (_what, fault, seen) => {
    const { gateway, fake } = await start();
    fake.fault({ cmd: 'aibot_send_msg' }, fault);
    expect(await gateway.send(toGroup('已受理'))).toMatchObject({ kind: 'unknown' });
    await vi.waitFor(() => expect(gateway.status().kind).toBe('up'), soon);
    expect(await gateway.send(toGroup('又好了'))).toMatchObject({ kind: 'sent' });
    expect(fake.seen().map((one) => one.text)).toEqual([...seen, '又好了']);
  });

  it('a part of a long text: the whole is unknown', async () => {
    const { gateway, fake } = await start();
    fake.fault({ cmd: 'aibot_send_msg', nth: 2 }, { kind: 'errcode', errcode: 45009 });
    expect(await gateway.send(toGroup('网'.repeat(10_000)))).toMatchObject({
      kind: 'unknown',
      reason: expect.stringMatching(/^part 2 of 2: wecom 45009/) as string,
    });
    fake.fault({ cmd: 'aibot_send_msg', nth: 2 }, { kind: 'errcode', errcode: 93001 });
    expect(await gateway.send(toGroup('网'.repeat(10_000)))).toMatchObject({ kind: 'dead' });
  });
});

/** The SDK waits five seconds for an acknowledgement, and nothing makes it wait less: so these run side by side. */
describe.concurrent('no answer within five seconds', { timeout: 30_000 }, () => {
  /** A hook after each test would take the rigs of the others away. */
  const withRig = async (options: RigOptions, body: (rig: Rig) => Promise<void>): Promise<void> => {
    const rig = await start(options);
    rigs.splice(rigs.indexOf(rig), 1);
    try {
      await body(rig);
    } finally {
      await rig.close();
    }
  };

  it.each<[what: string, fault: Fault, seen: number]>([
    ['done', { kind: 'no-ack', carriedOut: true }, 1],
    ['not done', { kind: 'no-ack', carriedOut: false }, 0],
    ['answered to somebody else', { kind: 'ack-wrong-req-id', carriedOut: true }, 1],
  ])('%s: unknown', (_what, fault, seen) =>
    withRig({}, async ({ gateway, fake }) => {
      fake.fault({ cmd: 'aibot_send_msg' }, fault);
      const outcome = await gateway.send(toGroup('已受理'));
      expect(outcome).toEqual({ kind: 'unknown', reason: 'no acknowledgement within 5 s' });
      expect(fake.seen()).toHaveLength(seen);
    }),
  );

  it('answered in time, if only just: sent', () =>
    withRig({}, async ({ gateway, fake }) => {
      fake.fault({ cmd: 'aibot_send_msg' }, { kind: 'late-ack', ms: 4_500 });
      expect(await gateway.send(toGroup('已受理'))).toMatchObject({ kind: 'sent' });
    }));

  it('a late answer is credited to nobody else: the next goes another way', () =>
    withRig({}, async ({ gateway, fake }) => {
      fake.fault({ cmd: 'aibot_respond_msg' }, { kind: 'late-ack', ms: 5_200 });
      fake.fault({ cmd: 'aibot_send_msg' }, { kind: 'errcode', errcode: 45009 });
      const first = gateway.send(toGroup('一', { replyTo: 'M1' }));
      const second = gateway.send(toGroup('二', { replyTo: 'M1' }));
      expect([await first, await second]).toMatchObject([{ kind: 'unknown' }, slow]);
      expect(fake.record('aibot_respond_msg')).toHaveLength(1);
      expect(fake.record('aibot_send_msg')).toHaveLength(1);
    }));

  it('one chat waits, another does not', () =>
    withRig({ fake: { acquainted: ['suzhe'] } }, async ({ gateway, fake }) => {
      fake.fault({ cmd: 'aibot_send_msg' }, { kind: 'no-ack', carriedOut: true });
      const done: string[] = [];
      const send = async (name: string, message: Outbound): Promise<void> => {
        await gateway.send(message);
        done.push(name);
      };
      const group = [send('group 1', toGroup('一')), send('group 2', toGroup('二'))];
      await Promise.all([...group, send('person', toPerson('suzhe', '三'))]);
      expect(done).toEqual(['person', 'group 1', 'group 2']);
    }));
});

describe('the budget of a chat', () => {
  it.each(['fixed', 'sliding'] as const)(
    'the 31st of a minute is refused, another chat goes on (%s window)',
    async (quotaWindow) => {
      const { gateway, fake, advance } = await start({ fake: { acquainted: ['suzhe'], switches: { quotaWindow } } });
      const outcomes = await Promise.all(Array.from({ length: 31 }, (_, i) => gateway.send(toGroup(`第${i}条`))));
      expect(outcomes.map((one) => one.kind)).toEqual([...Array.from({ length: 30 }, () => 'sent'), 'retry']);
      expect(outcomes[30]).toMatchObject(slow);
      expect(await gateway.send(toPerson('suzhe', '单聊'))).toMatchObject({ kind: 'sent' });
      advance(60_000);
      expect(await gateway.send(toGroup('下一分钟'))).toMatchObject({ kind: 'sent' });
      expect(fake.seen({ group: 'G1' })).toHaveLength(31);
    },
  );

  it('the webhook has one of its own: the 21st of a minute is refused', async () => {
    const { gateway, fake } = await start();
    const outcomes = await Promise.all(Array.from({ length: 21 }, () => gateway.send(ping)));
    expect(outcomes.filter((one) => one.kind === 'sent')).toHaveLength(20);
    expect(outcomes[20]).toMatchObject(slow);
    expect(await gateway.send(toGroup('机器人还能说'))).toMatchObject({ kind: 'sent' });
    expect(fake.seen()).toHaveLength(21);
  });
});

describe('the webhook', () => {
  it.each<[what: string, fault: WebhookFault, outcome: Readonly<Record<string, unknown>>, seen: number]>([
    ['too often', { kind: 'errcode', errcode: 45009 }, slow, 0],
    ['busy', { kind: 'errcode', errcode: -1 }, again, 0],
    [
      'wrong JSON, told with code 0',
      { kind: 'errcode', errcode: 0, errmsg: 'Warning: wrong json format.' },
      { kind: 'sent' }, // by the bot, as words
      1,
    ],
    ['HTTP 500, done', { kind: 'http', status: 500, carriedOut: true }, { kind: 'unknown' }, 1],
    ['HTTP 502, not done', { kind: 'http', status: 502, carriedOut: false }, { kind: 'unknown' }, 0],
    ['HTTP 503', { kind: 'http', status: 503, carriedOut: false }, again, 0],
    ['HTTP 404', { kind: 'http', status: 404, carriedOut: false }, { kind: 'sent' }, 1],
    ['silence, done', { kind: 'silence', carriedOut: true }, { kind: 'unknown' }, 1],
    ['a reset, done', { kind: 'reset', carriedOut: true }, { kind: 'unknown' }, 1],
    ['a reset, not done', { kind: 'reset', carriedOut: false }, { kind: 'unknown' }, 0],
    ['half an answer', { kind: 'truncated' }, { kind: 'unknown' }, 1],
  ])('%s', async (_what, fault, expected, seen) => {
    const { gateway, fake, logs } = await start();
    fake.webhookFault({}, fault);
    const outcome = await gateway.send(ping);
    expect(outcome).toMatchObject(expected);
    expect(JSON.stringify([outcome, logs])).not.toMatch(secrets);
    expect(fake.seen()).toHaveLength(seen);
    expect(await gateway.send(ping)).toMatchObject({ kind: 'sent' });
  });

  it('nobody there', async () => {
    const { gateway } = await start({ gateway: { webhookUrl: 'http://127.0.0.1:1/send?key=KEY-of-the-robot' } });
    const outcome = await gateway.send(ping);
    expect(outcome).toMatchObject(again);
    expect(JSON.stringify(outcome)).not.toMatch(secrets);
  });
});
