/** What becomes of a message where the Bot API fails (channels.md D.8, F.4). What the gateway hears is in telegram-hearing.test.ts. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outbound, SendOutcome } from '../../bot/gateway.js';
import { badGateway, serverError, tooMany, unparsable } from '../support/telegram/faults.js';
import type { Fault } from '../support/telegram/faults.js';
import { GROUP_ID, makeTelegramRig } from './telegram-rig.js';
import type { TelegramRig } from './telegram-rig.js';

let rig: TelegramRig;

beforeEach(async () => {
  rig = await makeTelegramRig();
});
afterEach(async () => {
  const written = JSON.stringify(rig.log);
  await rig.close();
  expect(written).not.toContain(rig.fake.token);
  expect(written).not.toMatch(/https?:/);
});

const say = (text: string, more: Partial<Outbound> = {}): Promise<SendOutcome> =>
  rig.gateway.send({ chat: rig.group, spans: [text], buttons: [], replyTo: null, ticket: null, ...more });
const fault = (one: Fault, more: { skip?: number; times?: number; chatId?: number } = {}): void =>
  rig.fake.faults.add({ method: 'sendMessage', fault: one, ...more });
const arrived = (): readonly string[] => rig.fake.sent(GROUP_ID).map((message) => message.text);
const calls = (): number => rig.fake.record.filter((call) => call.method === 'sendMessage').length;

describe('a send that fails', () => {
  it('too many: says how long the lane shall wait, and other chats go on', async () => {
    rig.fake.say({ user: rig.people.engineer, text: '在' });
    fault(tooMany(7), { chatId: GROUP_ID });
    expect(await say('一')).toMatchObject({ kind: 'retry', afterMs: 7_000, slow: true });
    expect(await say('二', { chat: rig.direct(rig.engineer) })).toMatchObject({ kind: 'sent' });
    expect(await say('一')).toMatchObject({ kind: 'sent' });
    expect(arrived()).toEqual(['一']);
  });

  it.each<[string, Fault, number]>([
    ['a server error', serverError, 0],
    ['a page of a proxy', badGateway, 0],
    ['lost on the way there', { kind: 'lost-before' }, 0],
    ['lost on the way back', { kind: 'lost-after' }, 1],
  ])('%s: unknown, and it is left to the outbox', async (_name, one, there) => {
    fault(one);
    expect(await say('一')).toMatchObject({ kind: 'unknown' });
    expect(arrived()).toHaveLength(there);
    expect(calls()).toBe(1);
    expect(await say('二')).toMatchObject({ kind: 'sent' });
  });

  it.each<Fault>([{ kind: 'hang' }, { kind: 'cut' }])(
    'no answer, or half of one: unknown after a while (%j)',
    async (one) => {
      await rig.close();
      rig = await makeTelegramRig({ timings: { callMs: 150 } });
      fault(one);
      expect(await say('一')).toMatchObject({ kind: 'unknown' });
      expect(arrived()).toEqual(['一']);
    },
  );

  it('a stop waits for what is being sent', async () => {
    await rig.close();
    rig = await makeTelegramRig({ timings: { callMs: 150 } });
    fault({ kind: 'hang' });
    const order: string[] = [];
    const sending = say('一').then(({ kind }) => order.push(kind));
    await rig.gateway.stop();
    order.push('stopped');
    await sending;
    expect(order).toEqual(['unknown', 'stopped']);
  });

  it('nobody listens: it never left, so it may be tried again', async () => {
    await rig.fake.close();
    expect(await say('一')).toMatchObject({ kind: 'retry', slow: false });
  });

  it('a token that is refused: the lane waits, the message is not lost', async () => {
    const { gateway } = await makeTelegramRig({ token: '1:wrong', apiRoot: rig.fake.apiRoot });
    const outcome = await gateway.send({ chat: rig.group, spans: ['x'], buttons: [], replyTo: null, ticket: null });
    expect(outcome).toMatchObject({ kind: 'retry', slow: true });
    await gateway.stop();
  });

  it.each<[string, () => void]>([
    ['blocked', () => (rig.fake.chat(5002).bot = 'blocked')],
    ['never started', () => undefined],
  ])('a direct message to somebody who has %s: dead', async (_name, prepare) => {
    prepare();
    expect(await say('x', { chat: rig.direct(rig.engineer) })).toMatchObject({ kind: 'dead' });
  });

  it('kicked from the group: dead', async () => {
    rig.fake.chat(GROUP_ID).bot = 'kicked';
    const outcome = await say('x');
    expect(outcome).toMatchObject({ kind: 'dead' });
    expect(JSON.stringify(outcome)).toContain('kicked');
  });

  it('HTML refused: sent once more as plain text, and told as a fault of ours', async () => {
    fault(unparsable);
    expect(await say('请看 @everyone 和 http://evil.com')).toMatchObject({ kind: 'sent' });
    expect(arrived().map((text) => text.replaceAll('\u2060', ''))).toEqual(['请看 @everyone 和 http://evil.com']);
    expect(rig.seen().flatMap((message) => [...message.notifies, ...message.links])).toEqual([]);
    expect(rig.codes()).toEqual(['TELEGRAM_HTML']);
  });

  it('refused as plain text too: dead', async () => {
    fault(unparsable, { times: 2 });
    expect(await say('x')).toMatchObject({ kind: 'dead' });
    expect(calls()).toBe(2);
  });
});

describe('a group that moved', () => {
  it('is written to at its new id, at once and from then on, and the operator is told', async () => {
    rig.fake.migrate(GROUP_ID, -100777);
    expect(await say('一')).toEqual({ kind: 'sent', messageId: expect.stringMatching(/^-100777:/) as string });
    expect(await say('二')).toMatchObject({ kind: 'sent' });
    expect(rig.fake.sent(-100777).map((message) => message.text)).toEqual(['一', '二']);
    expect(calls()).toBe(3);
    expect(rig.codes()).toEqual(['TELEGRAM_GROUP_MOVED']);
    expect(rig.log[0]?.fields).toMatchObject({ from: String(GROUP_ID), to: '-100777' });
  });

  it('and moved again, and again', async () => {
    rig.fake.migrate(GROUP_ID, -100777);
    rig.fake.migrate(-100777, -100778);
    rig.fake.chat(-100778).migratedTo = GROUP_ID;
    expect(await say('一')).toMatchObject({ kind: 'dead' });
    rig.fake.chat(-100778).migratedTo = null;
    expect(await say('二')).toMatchObject({ kind: 'sent' });
  });
});

describe('a message in parts', () => {
  const long = `${'一'.repeat(4000)}\n${'二'.repeat(4000)}\n${'三'.repeat(200)}`;
  const buttons = [{ id: 'accept', label: '接单' }];

  it('is named by the part with the buttons, else by the first', async () => {
    expect(await say(long)).toMatchObject({ messageId: `${GROUP_ID}:1` });
    expect(await say(long, { buttons })).toMatchObject({ messageId: `${GROUP_ID}:6` });
    expect(rig.seen().map((message) => message.buttons.length)).toEqual([0, 0, 0, 0, 0, 1]);
  });

  it('waits in between where it is told to wait a little', async () => {
    fault(tooMany(0.01), { skip: 1, times: 2 });
    expect(await say(long)).toMatchObject({ kind: 'sent' });
    expect(arrived()).toHaveLength(3);
  });

  it.each<[string, Fault]>([
    ['a long wait', tooMany(600)],
    ['a server error', serverError],
    ['a refusal', { kind: 'answer', code: 403, description: 'Forbidden: bot was kicked from the group chat' }],
  ])('is unknown once a part has arrived: %s', async (_name, one) => {
    fault(one, { skip: 1 });
    const outcome = await say(long);
    expect(outcome).toMatchObject({ kind: 'unknown' });
    expect(JSON.stringify(outcome)).toContain('1 of 3');
    expect(arrived()).toHaveLength(1);
  });

  it('gives the rest up when the gateway stops', async () => {
    fault(tooMany(20), { skip: 1, times: 9 });
    const sending = say(long);
    await rig.gateway.stop();
    expect(await sending).toMatchObject({ kind: 'unknown' });
  });

  it('is not torn apart by another message to the same chat', async () => {
    await Promise.all([say(long), say('后来的')]);
    expect(arrived().at(-1)).toBe('后来的');
  });
});

describe('replies', () => {
  it('are tied to the message answered, and sent also where that is gone', async () => {
    const asked = rig.fake.say({ user: rig.people.reporter, chat: GROUP_ID, text: '断网了' });
    await say('收到', { replyTo: `${GROUP_ID}:${asked.messageId}` });
    await say('收到', { replyTo: `${GROUP_ID}:999` });
    expect(rig.fake.sent().map((message) => message.replyTo)).toEqual([asked.messageId, null]);
    expect(rig.fake.record[0]?.payload).toMatchObject({ link_preview_options: { is_disabled: true } });
  });
});
