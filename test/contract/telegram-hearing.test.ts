/** What the gateway hears, and what it makes of a Bot API that fails (channels.md D.2, D.3, F.4). */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Inbound } from '../../bot/gateway.js';
import { badGateway, serverError, tooMany } from '../support/telegram/faults.js';
import type { Fault } from '../support/telegram/faults.js';
import type { FakeOptions } from '../support/telegram/fake-telegram.js';
import type { TelegramOptions } from '../../bot/telegram/options.js';
import { GROUP_ID, makeTelegramRig, NOW } from './telegram-rig.js';
import type { TelegramRig } from './telegram-rig.js';

const soon = { timeout: 5_000, interval: 5 };
const DAY = 24 * 3_600_000;

let rig: TelegramRig;
let heard: Inbound[];
let gaps: number[][];

async function remake(options: Partial<TelegramOptions> = {}, fakeOptions: FakeOptions = {}): Promise<void> {
  await rig.close();
  await make(options, fakeOptions);
}
async function make(options: Partial<TelegramOptions> = {}, fakeOptions: FakeOptions = {}): Promise<void> {
  rig = await makeTelegramRig(options, fakeOptions);
  heard = [];
  gaps = [];
  rig.gateway.onMessage((message) => {
    heard.push(message);
    return Promise.resolve();
  });
  rig.gateway.onGap((from, to) => {
    gaps.push([from, to]);
    return Promise.resolve();
  });
}
beforeEach(() => make());
afterEach(async () => {
  const written = JSON.stringify(rig.log);
  await rig.close();
  expect(written).not.toContain(rig.fake.token);
  expect(written).not.toMatch(/https?:/);
});

const statusIs = (expected: object) => vi.waitFor(() => expect(rig.gateway.status()).toMatchObject(expected), soon);
const up = async (): Promise<void> => {
  await rig.gateway.start();
  await statusIs({ kind: 'up' });
};
const say = (text: string) => rig.fake.say({ user: rig.people.reporter, chat: GROUP_ID, text });
const texts = (): readonly string[] => heard.map((message) => message.text);
const hears = (...expected: string[]) => vi.waitFor(() => expect(texts()).toEqual(expected), soon);
const fault = (one: Fault, method = 'getUpdates', times = 1): void =>
  rig.fake.faults.add({ method, fault: one, times });

describe('keeping before confirming', () => {
  it('does not confirm an update while it is being kept, and does at the end', async () => {
    let kept: (() => void) | null = null;
    rig.gateway.onMessage(() => new Promise((resolve) => (kept = resolve)));
    await up();
    say('一');
    const release = await vi.waitFor(() => kept ?? Promise.reject(new Error('not handed over yet')), soon);
    const stopping = rig.gateway.stop();
    expect(rig.fake.updates.unconfirmed).toHaveLength(1);
    release();
    await stopping;
    expect(rig.fake.updates.unconfirmed).toEqual([]);
  });

  it('leaves what was never kept to the next process', async () => {
    rig.gateway.onMessage(() => Promise.reject(new Error('the store is away')));
    await up();
    say('一');
    say('二');
    await vi.waitFor(() => expect(rig.codes()).toContain('TELEGRAM_NOT_KEPT'), soon);
    await rig.gateway.stop();
    expect(rig.fake.updates.unconfirmed).toHaveLength(2);
    const next = rig.another();
    next.onMessage((message) => {
      heard.push(message);
      return Promise.resolve();
    });
    await next.start();
    await hears('一', '二');
  });

  it('does not wait for ever for a handler when it stops, and confirms nothing then', async () => {
    await remake({ timings: { drainMs: 20 } });
    let kept = (): void => undefined;
    let handed = 0;
    rig.gateway.onMessage(() => {
      handed += 1;
      return new Promise((resolve) => (kept = resolve));
    });
    await up();
    say('一');
    await vi.waitFor(() => expect(handed).toBe(1), soon);
    await rig.gateway.stop();
    expect(rig.codes()).toContain('TELEGRAM_ABANDONED');
    const { polls } = rig.fake.updates;
    kept();
    for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect([rig.fake.updates.polls, rig.fake.updates.unconfirmed.length]).toEqual([polls, 1]);
  });

  it('gives updates that came out of order in their order, and repeats as repeats', async () => {
    await up();
    rig.fake.updates.hold();
    ['一', '二', '三'].forEach(say);
    rig.fake.updates.release({ reverse: true });
    await hears('一', '二', '三');
    rig.fake.updates.repeatLast();
    await hears('一', '二', '三', '三');
    expect(heard[3]?.messageId).toBe(heard[2]?.messageId);
  });

  it('goes on after a week of silence, when ids begin anew below the last', async () => {
    await remake({ timings: { pollMs: 20 } });
    const polls = (more: number) => {
      const enough = rig.fake.updates.polls + more;
      return vi.waitFor(() => expect(rig.fake.updates.polls).toBeGreaterThanOrEqual(enough), soon);
    };
    await up();
    say('一');
    await hears('一');
    await polls(3);
    rig.fake.updates.hold();
    rig.fake.updates.jumpTo(1_000);
    say('二');
    await polls(2);
    rig.fake.updates.release({ reverse: false });
    say('三');
    await hears('一', '二', '三');
  });

  it('does not trip over what it cannot read', async () => {
    await up();
    rig.fake.updates.push('message', { message_id: 'odd' });
    rig.fake.updates.push('message', null);
    say('一');
    await hears('一');
    expect(rig.codes().filter((code) => code === 'TELEGRAM_IGNORED')).toHaveLength(2);
  });
});

describe('a Bot API that fails', () => {
  it.each<[string, Fault]>([
    ['a server error', serverError],
    ['a page of a proxy', badGateway],
    ['too many', tooMany(0.01)],
    ['a lost connection', { kind: 'lost-before' }],
    ['a lost answer', { kind: 'lost-after' }],
    ['an answer cut in the middle', { kind: 'cut' }],
  ])('%s: down, then up again, and nothing is missed', async (_name, one) => {
    await remake({ timings: { pollMs: 200, pollGraceMs: 200 } });
    await up();
    // The poll under way answers the first message; the faults hit the ones after it.
    fault(one, 'getUpdates', 2);
    ['一', '二'].forEach(say);
    await vi.waitFor(
      () => expect(rig.codes().some((code) => String(code).startsWith('TELEGRAM_POLL_'))).toBe(true),
      soon,
    );
    say('三');
    await vi.waitFor(() => expect([...new Set(texts())]).toEqual(['一', '二', '三']), soon);
    await statusIs({ kind: 'up' });
    expect(gaps).toEqual([]);
  });

  it('a poll that is never answered: down, then up again', async () => {
    await remake({ timings: { pollMs: 40, pollGraceMs: 40 } });
    await up();
    fault({ kind: 'hang' });
    await vi.waitFor(() => expect(rig.codes()).toContain('TELEGRAM_POLL_NETWORK'), soon);
    say('一');
    await vi.waitFor(() => expect(texts()).toContain('一'), soon);
    await statusIs({ kind: 'up' });
  });

  it('a getMe that fails at the start', async () => {
    fault(serverError, 'getMe', 3);
    await up();
    say('一');
    await hears('一');
  });

  it('a wrong token: down, a person must act, and it goes on asking', async () => {
    await remake({ token: '1:wrong' });
    await rig.gateway.start();
    await statusIs({ kind: 'down', retrying: false });
    const status = rig.gateway.status();
    expect(status.kind === 'down' && status.reason).toContain('TELEGRAM_BOT_TOKEN');
    expect(rig.codes()).toEqual(['TELEGRAM_POLL_REFUSED']);
  });

  it('a token refused for a while: comes back by itself', async () => {
    fault({ kind: 'answer', code: 401, description: 'Unauthorized' }, 'getMe', 2);
    await up();
  });

  it('another instance: says so, neither thinks itself alone, and polls again when that is gone', async () => {
    await remake({ timings: { pollMs: 300 } });
    await up();
    const other = rig.another();
    other.onMessage(() => Promise.resolve());
    await other.start();
    const conflicts = () => rig.fake.record.filter(({ note }) => note.startsWith('Conflict')).length;
    await vi.waitFor(() => expect(conflicts()).toBeGreaterThan(8), soon);
    expect(rig.codes().filter((code) => code === 'TELEGRAM_UP')).toHaveLength(2);
    const line = rig.log.find(({ fields }) => fields['code'] === 'TELEGRAM_POLL_CONFLICT');
    expect(line?.msg).toContain('another instance polls');
    await other.stop();
    say('一');
    await vi.waitFor(() => expect(texts()).toContain('一'), soon);
    await statusIs({ kind: 'up' });
  });

  it('a webhook left behind by somebody: taken away', async () => {
    rig.fake.updates.webhook = true;
    await up();
    rig.fake.updates.webhook = true;
    say('一');
    say('二');
    await hears('一', '二');
  });

  it('a day and an hour without it: tells which time is lost for good', async () => {
    await up();
    await rig.fake.close();
    await statusIs({ kind: 'down' });
    rig.moveClock(DAY + 3_600_000);
    await rig.fake.listen();
    await statusIs({ kind: 'up' });
    expect(gaps).toEqual([[NOW, NOW + 3_600_000]]);
  });

  it('is up as soon as the server answers, however long it then holds an empty poll', async () => {
    await remake({ timings: { pollMs: 60_000 } });
    await up();
  });

  it('stops in the middle of waiting', async () => {
    await remake({ timings: { refusedMs: 60_000 }, token: '1:wrong' });
    await rig.gateway.start();
    await statusIs({ kind: 'down', retrying: false });
    await rig.gateway.stop();
    expect(rig.gateway.status()).toMatchObject({ reason: 'stopped' });
  });
});

describe('groups', () => {
  it('with privacy mode on it hears what is meant for it, and says so', async () => {
    await remake({}, { privacy: true });
    await up();
    expect(rig.gateway.capabilities.hearsAll).toBe(false);
    expect(rig.codes()).toContain('TELEGRAM_PRIVACY_MODE');
    say('三楼断网');
    say('/help');
    await hears('/help');
    expect(heard[0]?.addressed).toBe(true);
  });

  it('serves the groups it is told to serve, at their new id too, and direct chats', async () => {
    await remake({ chatIds: [String(GROUP_ID)] });
    rig.fake.addGroup(-2, '别的群', [rig.people.reporter]);
    await up();
    const elsewhere = rig.fake.say({ user: rig.people.reporter, chat: -2, text: '听不见' });
    rig.fake.press(rig.people.reporter, elsewhere, 'accept');
    rig.fake.say({ user: rig.people.reporter, text: '私聊' });
    rig.fake.migrate(GROUP_ID, -100777);
    rig.fake.say({ user: rig.people.reporter, chat: -100777, text: '搬家了' });
    await hears('私聊', '搬家了');
    expect(heard[1]?.chat.id).toBe('-100777');
    expect(rig.codes()).toEqual(expect.arrayContaining(['TELEGRAM_NOT_SERVED', 'TELEGRAM_GROUP_MOVED']));
  });

  it('passes an edit as a message of its own', async () => {
    await up();
    const message = say('三楼断网');
    await hears('三楼断网');
    rig.moveClock(60_000);
    rig.fake.edit(message, '四楼断网');
    await hears('三楼断网', '四楼断网');
    expect(heard[1]?.messageId).toBe(`${heard[0]?.messageId ?? ''}:${(NOW + 60_000) / 1000}`);
  });
});
