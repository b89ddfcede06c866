import { afterEach, describe, expect, it, vi } from 'vitest';
import { soon, startRig, toGroup, toPerson, type Rig, type RigOptions } from '../support/wecom/rig.js';

/** The WeCom gateway through the real SDK against the fake service: replies, pushes, and mentions over the webhook. */

let rig: Rig;
const start = async (options: RigOptions = {}): Promise<Rig> => {
  rig = await startRig(options);
  await rig.up();
  return rig;
};
afterEach(() => rig.close());

const heardTimes = (n: number) => vi.waitFor(() => expect(rig.heard).toHaveLength(n), soon);
const zhao = { mention: 'zhaogaobin', name: '赵高斌' };

describe('answering and pushing', () => {
  it('answers a message over its callback, once; then pushes', async () => {
    await start();
    const { msgid, reqId } = rig.fake.say({ user: 'laoshi', chat: 'G1', text: '断网' });
    await heardTimes(1);
    expect(await rig.gateway.send(toGroup('已受理', { replyTo: msgid }))).toEqual({ kind: 'sent', messageId: null });
    expect(await rig.gateway.send(toGroup('已派单', { replyTo: msgid }))).toEqual({ kind: 'sent', messageId: null });
    expect(rig.fake.seen({ group: 'G1' }).map(({ text, answers }) => [text, answers])).toEqual([
      ['已受理', msgid],
      ['已派单', null],
    ]);
    expect(rig.fake.record('aibot_respond_msg').map((entry) => entry.reqId)).toEqual([reqId]);
  });

  it('pushes where the callback is unknown, too old, or refused', async () => {
    await start();
    const { msgid: old } = rig.fake.say({ user: 'laoshi', chat: 'G1', text: '一' });
    const { msgid: refused } = rig.fake.say({ user: 'laoshi', chat: 'G1', text: '二' });
    await heardTimes(2);
    rig.fake.fault({ cmd: 'aibot_respond_msg' }, { kind: 'errcode', errcode: 846605 });
    for (const replyTo of [refused, 'unheard-of']) {
      expect(await rig.gateway.send(toGroup(replyTo, { replyTo }))).toMatchObject({ kind: 'sent' });
    }
    rig.advance(24 * 3_600_000);
    expect(await rig.gateway.send(toGroup('old', { replyTo: old }))).toMatchObject({ kind: 'sent' });
    expect(rig.fake.seen().map(({ text, answers }) => [text, answers])).toEqual([
      [refused, null],
      ['unheard-of', null],
      ['old', null],
    ]);
    expect(rig.fake.record('aibot_respond_msg')).toHaveLength(1);
  });

  it('writes to a person who has written before, and is told of one who has not', async () => {
    await start({ fake: { acquainted: ['zhaogaobin'] } });
    expect(await rig.gateway.send(toPerson('zhaogaobin', '请接单'))).toMatchObject({ kind: 'sent' });
    expect(await rig.gateway.send(toPerson('suzhe', '请看'))).toMatchObject({ kind: 'dead' });
    expect(rig.fake.seen({ direct: 'zhaogaobin' }).map((one) => one.text)).toEqual(['请接单']);
    expect(rig.fake.record('aibot_send_msg').map((entry) => entry.body['chat_type'])).toEqual([1, 1]);
  });

  it('keeps the order of one chat, and does not make another wait', async () => {
    await start({ fake: { acquainted: ['suzhe'] } });
    rig.fake.say({ user: 'laoshi', chat: 'G1', text: '开始' });
    await heardTimes(1);
    rig.fake.hold();
    const texts = ['一', '二', '三', '四'];
    const group = Promise.all(texts.map((text) => rig.gateway.send(toGroup(text))));
    const person = rig.gateway.send(toPerson('suzhe', '单聊'));
    await vi.waitFor(() => expect(rig.fake.seen().map((one) => one.text)).toEqual(['一', '单聊']), soon);
    rig.fake.release('reverse'); // each has its own req_id: the service may answer in any order
    expect((await group).map((one) => one.kind)).toEqual(['sent', 'sent', 'sent', 'sent']);
    expect((await person).kind).toBe('sent');
    expect(rig.fake.seen({ group: 'G1' }).map((one) => one.text)).toEqual(texts);
  });

  it('says a long text in parts, each within the limit', async () => {
    await start();
    rig.fake.say({ user: 'laoshi', chat: 'G1', text: '开始' });
    await heardTimes(1);
    expect(await rig.gateway.send(toGroup('网'.repeat(10_000)))).toMatchObject({ kind: 'sent' });
    expect(
      rig.fake
        .seen()
        .map((one) => one.text)
        .join(''),
    ).toBe('网'.repeat(10_000));
    expect(rig.fake.seen()).toHaveLength(2);
  });

  it('sends nothing where there is nothing to say', async () => {
    await start();
    expect(await rig.gateway.send(toGroup('  '))).toEqual({ kind: 'dead', reason: 'empty message' });
    expect(
      await rig.gateway.send(toGroup('x', { chat: { channel: 'telegram', kind: 'group', id: 'G1' } })),
    ).toMatchObject({ kind: 'dead' });
    expect(rig.fake.record('aibot_send_msg')).toEqual([]);
  });
});

describe('mentions', () => {
  it('pings over the webhook, whoever is named', async () => {
    await start();
    expect(rig.gateway.capabilities.mention).toBe('separate');
    expect(await rig.gateway.send(toGroup([zhao, ' 请接单 <@suzhe>']))).toMatchObject({ kind: 'sent' });
    expect(rig.fake.seen({ group: 'G1' })).toMatchObject([
      { via: 'webhook', text: '赵高斌 请接单 ＜@suzhe>', notifies: ['zhaogaobin'] },
    ]);
  });

  it('needs no connection for it', async () => {
    rig = await startRig();
    expect(await rig.gateway.send(toGroup([zhao, ' 请接单']))).toMatchObject({ kind: 'sent' });
    expect(await rig.gateway.send(toGroup('请接单'))).toMatchObject({ kind: 'retry', slow: false });
  });

  it('says them over the bot where there is no webhook, or it stands in another group', async () => {
    const member = { members: ['laoshi'], hasBot: true };
    const groups = [
      { id: 'G1', ...member },
      { id: 'G2', ...member },
    ];
    await start({ fake: { groups }, gateway: { chatIds: ['G1', 'G2'] } });
    rig.fake.say({ user: 'laoshi', chat: 'G2', text: '断网' });
    await heardTimes(1);
    const chat = { channel: 'wecom', kind: 'group', id: 'G2' } as const;
    expect(await rig.gateway.send(toGroup([zhao, ' 请接单'], { chat }))).toMatchObject({ kind: 'sent' });
    expect(rig.fake.seen()).toMatchObject([{ via: 'bot', chat: { id: 'G2' }, text: '@赵高斌 请接单', notifies: [] }]);
  });

  it('says them over the bot once the robot was removed', async () => {
    await start();
    rig.fake.say({ user: 'laoshi', chat: 'G1', text: '断网' });
    await heardTimes(1);
    rig.fake.removeWebhook();
    expect(await rig.gateway.send(toGroup([zhao, ' 请接单']))).toMatchObject({ kind: 'sent' });
    expect(rig.fake.seen()).toMatchObject([{ via: 'bot', text: '@赵高斌 请接单', notifies: [] }]);
    expect(rig.logs.join()).toContain('the webhook refuses');
  });

  it('keeps the order with what the bot says', async () => {
    await start();
    rig.fake.say({ user: 'laoshi', chat: 'G1', text: '断网' });
    await heardTimes(1);
    await Promise.all([
      rig.gateway.send(toGroup([zhao, ' 一'])),
      rig.gateway.send(toGroup('二')),
      rig.gateway.send(toGroup([zhao, ' 三'])),
    ]);
    expect(rig.fake.seen().map((one) => one.via)).toEqual(['webhook', 'bot', 'webhook']);
  });
});
