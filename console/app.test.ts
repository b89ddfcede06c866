import { Hono } from 'hono';
import { afterEach, describe, expect, it } from 'vitest';
import { createApp } from './app.js';
import type { ConsoleDeps } from './deps.js';
import { Feed } from './feed.js';
import { fakeDeps } from './testing/fake-deps.js';
import type { FakeDeps } from './testing/fake-deps.js';
import { MAX_BODY, MAX_TEXT } from './schema.js';

const NOON = Date.parse('2026-11-23T12:00:00+08:00');
const feeds: Feed[] = [];
afterEach(() => {
  for (const feed of feeds.splice(0)) feed.close();
});

function open(over: Partial<ConsoleDeps> = {}): { deps: FakeDeps; app: Hono } {
  const deps = fakeDeps(over, () => NOON);
  const feed = new Feed({ ...deps, ...over }, 'test');
  feeds.push(feed);
  return { deps, app: createApp({ ...deps, ...over }, feed, new Hono()) };
}

async function send(app: Hono, path: string, body: unknown): Promise<{ status: number; json: unknown }> {
  const init = { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) };
  const answer = await app.request(path, init);
  return { status: answer.status, json: await answer.json() };
}

async function read(app: Hono, path: string): Promise<{ status: number; json: unknown }> {
  const answer = await app.request(path);
  return { status: answer.status, json: await answer.json() };
}

const MESSAGES = '/api/playground/messages';
const PRESSES = '/api/playground/presses';
const CLOCK = '/api/playground/clock';
const REPORT = { from: 'zjw-wang', text: '张家湾中学教学楼三层整层断网' };

describe('messages', () => {
  it('takes one and lists it, with the bot’s answers, after n', async () => {
    const { app } = open();
    expect(await send(app, MESSAGES, { ...REPORT, id: 'mine-1' })).toEqual({ status: 202, json: { id: 'mine-1' } });
    const { json } = await read(app, `${MESSAGES}?after=0`);
    const { messages } = json as { messages: { from: string }[] };
    expect(messages[0]).toEqual({
      id: 'mine-1',
      n: 1,
      at: '2026-11-23T12:00:00.000+08:00',
      from: 'zjw-wang',
      text: '张家湾中学教学楼三层整层断网',
      mentions: [],
    });
    expect(messages[2]).toMatchObject({
      from: 'bot',
      mentions: ['zhaogaobin'],
      ticket: 'TZ-20261123-0001',
      buttons: [
        { id: 'accept', label: '接单' },
        { id: 'decline', label: '转派' },
      ],
    });
    const later = (await read(app, `${MESSAGES}?after=1`)).json as typeof json;
    expect((later as { messages: unknown[] }).messages).toHaveLength(messages.length - 1);
  });

  it('keeps a message once however often its id is sent', async () => {
    const { app, deps } = open();
    for (let i = 0; i < 3; i += 1) await send(app, MESSAGES, { ...REPORT, id: 'again' });
    expect(deps.playground.list(0).filter(({ from }) => from === 'zjw-wang')).toHaveLength(1);
  });

  it('marks a direct message by its other end', async () => {
    const { app, deps } = open();
    await send(app, MESSAGES, { from: 'zhaogaobin', text: '我的工单', chat: 'direct' });
    expect(deps.playground.list(0).map(({ from, to }) => [from, to])).toEqual([
      ['zhaogaobin', 'bot'],
      ['bot', 'zhaogaobin'],
    ]);
  });

  it.each([
    ['no object', 'hello', 'bad-json', undefined],
    ['an array', [], 'bad-input', undefined],
    ['no speaker', { text: 'x' }, 'bad-input', 'from'],
    ['a blank speaker', { from: '  ', text: 'x' }, 'bad-input', 'from'],
    ['the bot as speaker', { from: 'bot', text: 'x' }, 'bad-input', 'from'],
    ['a speaker too long', { from: 'x'.repeat(65), text: 'x' }, 'bad-input', 'from'],
    ['a speaker of control characters', { from: 'a\u0000b', text: 'x' }, 'bad-input', 'from'],
    ['no text', { from: 'a' }, 'bad-input', 'text'],
    ['a text that is no text', { from: 'a', text: 7 }, 'bad-input', 'text'],
    ['an empty text', { from: 'a', text: ' \n ' }, 'bad-input', 'text'],
    ['another chat', { from: 'a', text: 'x', chat: 'room' }, 'bad-input', 'chat'],
    ['an empty quote', { from: 'a', text: 'x', replyTo: '' }, 'bad-input', 'replyTo'],
    ['an id that is a number', { from: 'a', text: 'x', id: 5 }, 'bad-input', 'id'],
  ])('refuses %s with the field and the cure', async (_what, body, code, field) => {
    const { app, deps } = open();
    const { status, json } = await send(app, MESSAGES, body);
    expect(status).toBe(400);
    const { error } = json as { error: { code: string; field?: string; message: string } };
    expect([error.code, error.field]).toEqual([code, field]);
    expect(error.message).toMatch(/\p{Script=Han}/u);
    expect(deps.playground.list(0)).toEqual([]);
  });

  it('refuses a text too long and a body too big with 413', async () => {
    const { app } = open();
    const long = await send(app, MESSAGES, { from: 'a', text: 'x'.repeat(MAX_TEXT + 1) });
    expect(long).toMatchObject({ status: 413, json: { error: { code: 'text-too-long', field: 'text' } } });
    expect(await send(app, MESSAGES, 'x'.repeat(MAX_BODY + 1))).toMatchObject({ status: 413 });
    expect((await send(app, MESSAGES, { from: 'a', text: '好'.repeat(MAX_TEXT) })).status).toBe(202);
  });

  it.each(['x', '-1', '1.5'])('refuses after=%s', async (after) => {
    const { status, json } = await read(open().app, `${MESSAGES}?after=${after}`);
    expect([status, (json as { error: { field: string } }).error.field]).toEqual([400, 'after']);
  });

  it('says so where there is no playground', async () => {
    const { app } = open({ playground: null });
    expect(await send(app, MESSAGES, REPORT)).toMatchObject({
      status: 404,
      json: { error: { code: 'no-playground' } },
    });
    expect((await read(app, '/api/board')).status).toBe(200);
  });
});

describe('presses', () => {
  it('presses a button and tells its answer', async () => {
    const { app, deps } = open();
    await send(app, MESSAGES, REPORT);
    const offer = deps.playground.list(0).find(({ mentions }) => mentions.includes('zhaogaobin'));
    const press = { from: 'zhaogaobin', message: offer?.id, button: 'accept' };
    expect(await send(app, PRESSES, press)).toEqual({ status: 202, json: { toast: '收到' } });
    expect(deps.bot.open[0]?.state).toBe('accepted');
  });

  it('tells a refusal of the playground in words', async () => {
    const answer = await send(open().app, PRESSES, { from: 'a', message: 'none', button: 'accept' });
    expect(answer).toMatchObject({ status: 404, json: { error: { code: 'no-such-message', field: 'message' } } });
  });

  it.each(['from', 'message', 'button'])('refuses a press without %s', async (field) => {
    const { [field]: _left, ...press } = { from: 'a', message: 'm', button: 'b' } as Record<string, string>;
    const answer = await send(open().app, PRESSES, press);
    expect(answer).toMatchObject({ status: 400, json: { error: { code: 'bad-input', field } } });
  });
});

describe('the clock', () => {
  it('moves on', async () => {
    const answer = await send(open().app, CLOCK, { advanceMs: 300_000 });
    expect(answer).toEqual({ status: 200, json: { now: '2026-11-23T12:05:00.000+08:00' } });
  });

  it.each([0, -1, 1.5, '60000', null, 1e12])('refuses to move by %s', async (advanceMs) => {
    const answer = await send(open().app, CLOCK, { advanceMs });
    expect(answer).toMatchObject({ status: 400, json: { error: { field: 'advanceMs' } } });
  });

  it('refuses with words where a real channel is connected', async () => {
    const answer = await send(open({ advance: null }).app, CLOCK, { advanceMs: 1000 });
    expect(answer).toMatchObject({ status: 409, json: { error: { code: 'clock-is-real' } } });
  });
});

describe('views', () => {
  it('shows the board with the fixed fields, times in +08:00', async () => {
    const { app } = open();
    await send(app, MESSAGES, REPORT);
    const { json } = await read(app, '/api/board');
    expect(json).toMatchObject({
      tickets: [
        {
          no: 'TZ-20261123-0001',
          unit: '张家湾中学',
          place: '教学楼三层',
          level: 2,
          state: 'offered',
          assignee: 'zhaogaobin',
          reportedAt: '2026-11-23T12:00:00.000+08:00',
          dueAt: '2026-11-23T12:15:00.000+08:00',
        },
      ],
    });
  });

  it('lists people and sentences', async () => {
    const { app } = open();
    const { people } = (await read(app, '/api/people')).json as { people: unknown[] };
    expect(people).toContainEqual({ id: 'suzhe', name: '苏喆', role: 'desk', title: '服务台' });
    const { samples } = (await read(app, '/api/samples')).json as { samples: unknown[] };
    expect(samples).toContainEqual({ role: 'engineer', text: '接单' });
  });

  it('answers 404 and 500 as JSON, and never with what went wrong inside', async () => {
    expect(await read(open().app, '/nowhere')).toMatchObject({ status: 404, json: { error: { code: 'not-found' } } });
    const board = (): Promise<never> => Promise.reject(new Error('mysql://root:secret@db'));
    const answer = await read(open({ board }).app, '/api/board');
    expect(answer).toMatchObject({ status: 500, json: { error: { code: 'failed' } } });
    expect(JSON.stringify(answer)).not.toContain('secret');
  });
});
