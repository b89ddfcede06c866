import { afterEach, describe, expect, it } from 'vitest';
import type { ConsoleDeps } from './deps.js';
import { Feed } from './feed.js';
import type { FeedClient, FeedEvent } from './feed-client.js';
import { fakeDeps } from './testing/fake-deps.js';
import type { FakeDeps } from './testing/fake-deps.js';

const feeds: Feed[] = [];
afterEach(() => {
  for (const feed of feeds.splice(0)) feed.close();
});

function start(over: Partial<ConsoleDeps> = {}, run = 'run1'): { deps: FakeDeps; feed: Feed } {
  const deps = fakeDeps(over, () => 0);
  const feed = new Feed({ ...deps, ...over }, run);
  feeds.push(feed);
  return { deps, feed };
}

/** Reads until an event of this kind. */
async function until(client: FeedClient, kind: FeedEvent['event']): Promise<{ id: string | undefined; data: unknown }> {
  for (let event = await client.next(); event !== null; event = await client.next()) {
    if (event.event === kind) return { id: event.id, data: JSON.parse(event.data) };
  }
  throw new Error(`no ${kind}`);
}

const say = (deps: FakeDeps, text: string): Promise<unknown> =>
  deps.playground.post({ from: 'suzhe', text, chat: 'group' });

describe('a fresh page', () => {
  it('first gets everything there is', async () => {
    const { deps, feed } = start();
    await say(deps, '早');
    await deps.playground.post({ from: 'zjw-wang', text: '整层断网', chat: 'group' });
    const client = await feed.open(null);
    expect((await until(client, 'snapshot')).data).toMatchObject({
      now: '1970-01-01T08:00:00.000+08:00',
      playground: true,
      clockMoves: true,
      messages: [{ n: 1, text: '早' }, { n: 2 }, { n: 3 }, { n: 4 }, { n: 5 }],
      tickets: [{ no: 'TZ-19700101-0001', state: 'offered' }],
    });
  });

  it('then gets each new message and each edited one', async () => {
    const { deps, feed } = start();
    const client = await feed.open(null);
    await until(client, 'snapshot');
    const { id } = deps.playground.say({ text: '派单', mentions: [], buttons: [{ id: 'accept', label: '接单' }] });
    expect((await until(client, 'message')).data).toMatchObject({ id, buttons: [{ label: '接单' }] });
    deps.playground.retire(id);
    expect((await until(client, 'message')).data).not.toHaveProperty('buttons');
  });

  it('gets the board when it changes, and not when it does not', async () => {
    const { deps, feed } = start();
    const client = await feed.open(null);
    await until(client, 'snapshot');
    await feed.refreshBoard();
    await deps.playground.post({ from: 'zjw-wang', text: '整层断网', chat: 'group' });
    await feed.refreshBoard();
    expect((await until(client, 'board')).data).toMatchObject({ tickets: [{ state: 'offered' }] });
    await feed.refreshBoard();
    feed.tellClock();
    const next = await client.next();
    expect(next?.event).toBe('clock');
  });
});

describe('a page that comes back', () => {
  it('gets just what it missed, edits of old messages too', async () => {
    const { deps, feed } = start();
    const old = deps.playground.say({ text: '派单', mentions: [], buttons: [{ id: 'accept', label: '接单' }] });
    const client = await feed.open(null);
    const { id } = await until(client, 'snapshot');
    client.end();
    deps.playground.retire(old.id);
    await say(deps, '新的');
    const back = await feed.open(id ?? null);
    expect((await until(back, 'message')).data).toMatchObject({ id: old.id });
    expect((await until(back, 'message')).data).toMatchObject({ text: '新的' });
    expect((await back.next())?.event).toBe('board');
  });

  it.each([['run0-1'], ['run1-99'], ['run1-x'], ['nonsense']])('gets everything anew after %s', async (last) => {
    const { deps, feed } = start();
    await say(deps, '早');
    await until(await feed.open(last), 'snapshot');
  });

  it('gets everything anew where too much was missed', async () => {
    const { deps, feed } = start();
    for (let i = 0; i < 2500; i += 1) deps.playground.say({ text: String(i), mentions: [] });
    const { data } = await until(await feed.open('run1-1'), 'snapshot');
    expect((data as { messages: unknown[] }).messages).toHaveLength(500);
  });
});

it('keeps the last board, and goes on, where the board cannot be read', async () => {
  let down = false;
  const { deps, feed } = start();
  const { board } = deps;
  const flaky = new Feed({ ...deps, board: () => (down ? Promise.reject(new Error('down')) : board()) }, 'run2');
  feeds.push(flaky);
  await deps.playground.post({ from: 'zjw-wang', text: '整层断网', chat: 'group' });
  await flaky.refreshBoard();
  down = true;
  const { data } = await until(await flaky.open(null), 'snapshot');
  expect((data as { tickets: unknown[] }).tickets).toHaveLength(1);
  expect(feed.watched).toBe(false);
});

it('lets go of a page that does not read', async () => {
  const { deps, feed } = start();
  const client = await feed.open(null);
  for (let i = 0; i < 2100; i += 1) deps.playground.say({ text: String(i), mentions: [] });
  expect(feed.watched).toBe(false);
  expect(await client.next()).toBeNull();
});

it('ends every page at the close and takes no new one', async () => {
  const { deps, feed } = start();
  const client = await feed.open(null);
  feed.close();
  expect(await client.next()).toBeNull();
  expect(feed.watched).toBe(false);
  await expect(feed.open(null)).rejects.toThrow('closing');
  deps.playground.say({ text: '无人听', mentions: [] });
});
