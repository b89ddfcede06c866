import { beforeEach, describe, expect, it } from 'vitest';
import type { Inbound, Outbound, Press, PressAnswer } from '../gateway.js';
import type { PlaygroundMessage, PlaygroundStore } from './message.js';
import { createPlayground } from './playground-gateway.js';
import type { Playground } from './playground-gateway.js';
import { createMemoryStore } from './room.js';

const NOW = Date.UTC(2026, 10, 22, 2, 47, 5);

let store: PlaygroundStore;
let playground: Playground;
let heard: Inbound[];
let pressed: Press[];
let answer: PressAnswer;
let shown: PlaygroundMessage[];

function make(options: { readonly store?: PlaygroundStore } = {}): Playground {
  let next = 1;
  const made = createPlayground({
    clock: { now: () => NOW },
    ids: { next: () => `I${next++}` },
    names: (id) => id,
    resolveMention: () => [],
    ...options,
  });
  made.gateway.onMessage((message) => {
    heard.push(message);
    return Promise.resolve();
  });
  made.gateway.onPress((press) => {
    pressed.push(press);
    return Promise.resolve(answer);
  });
  made.port.subscribe((message) => shown.push(message));
  return made;
}

beforeEach(async () => {
  store = createMemoryStore();
  heard = [];
  pressed = [];
  shown = [];
  answer = { toast: '已接单', retire: true };
  playground = make({ store });
  await playground.gateway.start();
});

const out = (more: Partial<Outbound> = {}): Outbound => ({
  chat: { channel: 'playground', kind: 'group', id: 'playground' },
  spans: ['派单'],
  buttons: [{ id: 'accept', label: '接单' }],
  replyTo: null,
  ticket: null,
  ...more,
});
const direct = { channel: 'playground', kind: 'direct', id: 'zhaogaobin' } as const;

describe('messages', () => {
  it('are counted from 1 over all chats, stamped with the time of Shanghai, and listed from any of them', async () => {
    await playground.port.post({ from: 'wang', text: '断网', chat: 'group' });
    await playground.gateway.send(out({ buttons: [] }));
    await playground.port.post({ from: 'wang', text: '在', chat: 'direct' });
    expect(playground.port.list(0).map(({ n, from, to, at }) => [n, from, to, at])).toEqual([
      [1, 'wang', undefined, '2026-11-22T10:47:05.000+08:00'],
      [2, 'bot', undefined, '2026-11-22T10:47:05.000+08:00'],
      [3, 'wang', 'bot', '2026-11-22T10:47:05.000+08:00'],
    ]);
    expect(playground.port.list(2).map(({ n }) => n)).toEqual([3]);
    expect(shown).toEqual(playground.port.list(0));
  });

  it('of one id are shown once and passed on each time', async () => {
    const post = { from: 'wang', text: '断网', chat: 'group', id: 'mine' } as const;
    expect(await Promise.all([playground.port.post(post), playground.port.post(post)])).toEqual([
      { id: 'mine' },
      { id: 'mine' },
    ]);
    expect(playground.port.list(0)).toHaveLength(1);
    expect(heard.map(({ messageId }) => messageId)).toEqual(['mine', 'mine']);
  });

  it('are there again after a restart, and counting goes on', async () => {
    await playground.gateway.send(out());
    await playground.gateway.stop();
    const again = make({ store });
    await again.gateway.start();
    await again.port.post({ from: 'wang', text: '断网', chat: 'group', id: 'later' });
    expect(again.port.list(0).map(({ n, id }) => [n, id])).toEqual([
      [1, 'I1'],
      [2, 'later'],
    ]);
  });

  it('wait in one chat for each other, and not for another chat', async () => {
    const order: string[] = [];
    let release = (): void => undefined;
    playground.gateway.onMessage((message) => {
      order.push(message.text);
      return message.text === '一' ? new Promise((resolve) => (release = resolve)) : Promise.resolve();
    });
    const first = playground.port.post({ from: 'wang', text: '一', chat: 'group' });
    const second = playground.port.post({ from: 'wang', text: '二', chat: 'group' });
    await playground.port.post({ from: 'wang', text: '私', chat: 'direct' });
    expect(order).toEqual(['一', '私']);
    release();
    await Promise.all([first, second]);
    expect(order).toEqual(['一', '私', '二']);
  });
});

describe('presses', () => {
  it('take the buttons off where the answer says so, and every page is told, after a restart too', async () => {
    await playground.gateway.send(out());
    expect(await playground.port.press({ from: 'zhaogaobin', message: 'I1', button: 'accept' })).toEqual(answer);
    const bare = { id: 'I1', n: 1, at: '2026-11-22T10:47:05.000+08:00', from: 'bot', text: '派单', mentions: [] };
    expect(playground.port.list(0)).toEqual([bare]);
    expect(shown.at(-1)).toEqual(bare);
    expect(await store.load()).toEqual([bare]);
    expect(pressed[0]).toMatchObject({ messageId: 'I1', button: 'accept', from: { id: 'zhaogaobin' }, arrivedAt: NOW });
  });

  it('may come at once from two people: both are passed on', async () => {
    await playground.gateway.send(out());
    const press = (from: string) => playground.port.press({ from, message: 'I1', button: 'accept' });
    await Promise.all([press('a'), press('b')]);
    await press('c');
    expect(pressed.map(({ from }) => from.id)).toEqual(['a', 'b', 'c']);
    expect(new Set(pressed.map(({ pressId }) => pressId)).size).toBe(3);
    expect(shown).toHaveLength(2);
  });

  it('in a direct chat are for its person only', async () => {
    await playground.gateway.send(out({ chat: direct }));
    const press = (from: string) => playground.port.press({ from, message: 'I1', button: 'accept' });
    await expect(press('wang')).rejects.toMatchObject({ code: 'PLAYGROUND_NO_MESSAGE' });
    await press('zhaogaobin');
    expect(pressed[0]?.chat).toEqual(direct);
  });
});

describe('refusals', () => {
  it.each([
    ['PLAYGROUND_BAD_SENDER', { from: 'bot' }],
    ['PLAYGROUND_BAD_SENDER', { from: ' ' }],
    ['PLAYGROUND_ID_TAKEN', { id: 'I1' }],
  ])('%s: %j', async (code, more) => {
    await playground.gateway.send(out());
    const post = playground.port.post({ from: 'wang', text: 'x', chat: 'group', ...more });
    await expect(post).rejects.toMatchObject({ name: 'PlaygroundError', code });
    expect(playground.port.list(0)).toHaveLength(1);
  });

  it.each(['nobody', 'mine'])('a press on %s', async (message) => {
    await playground.port.post({ from: 'wang', text: 'x', chat: 'group', id: 'mine' });
    await expect(playground.port.press({ from: 'wang', message, button: 'x' })).rejects.toMatchObject({
      code: 'PLAYGROUND_NO_MESSAGE',
    });
  });

  it('what could not be kept, and the same id tried again', async () => {
    let times = 0;
    playground.gateway.onMessage(() => (times++ === 0 ? Promise.reject(new Error('x')) : Promise.resolve()));
    const post = { from: 'wang', text: 'x', chat: 'group', id: 'mine' } as const;
    await expect(playground.port.post(post)).rejects.toMatchObject({ code: 'PLAYGROUND_NOT_KEPT' });
    expect(await playground.port.post(post)).toEqual({ id: 'mine' });
    expect(playground.port.list(0)).toHaveLength(1);
  });

  it('before the start and after the stop', async () => {
    const fresh = make();
    const post = { from: 'wang', text: 'x', chat: 'group' } as const;
    await expect(fresh.port.post(post)).rejects.toMatchObject({ code: 'PLAYGROUND_DOWN' });
    await playground.gateway.stop();
    await expect(playground.port.post(post)).rejects.toMatchObject({ code: 'PLAYGROUND_DOWN' });
    expect(await playground.gateway.send(out())).toMatchObject({ kind: 'retry' });
  });
});

describe('a store that fails', () => {
  it('at a send: nobody saw it, so it may be tried again under the same number', async () => {
    let fails = 1;
    const shaky = make({
      store: { ...store, append: (message) => (fails-- > 0 ? Promise.reject(new Error('x')) : store.append(message)) },
    });
    await shaky.gateway.start();
    expect(await shaky.gateway.send(out())).toMatchObject({ kind: 'retry' });
    expect(shown).toEqual([]);
    expect(await shaky.gateway.send(out())).toMatchObject({ kind: 'sent' });
    expect(shown.map(({ n }) => n)).toEqual([1]);
  });

  it('at the start: down, with what to do, until it is started again', async () => {
    let fails = 1;
    const shaky = make({
      store: { ...store, load: () => (fails-- > 0 ? Promise.reject(new Error('x')) : store.load()) },
    });
    await shaky.gateway.start();
    expect(shaky.gateway.status()).toMatchObject({ kind: 'down', retrying: false });
    await shaky.gateway.start();
    expect(shaky.gateway.status()).toMatchObject({ kind: 'up' });
  });
});

describe('sends', () => {
  it.each([
    [{ spans: [' \n'] }],
    [{ chat: { ...direct, id: 'bot' } }],
    [{ chat: { ...direct, kind: 'group' as const } }],
    [{ spans: ['x'.repeat(1_000_001)] }],
  ])('of what cannot be shown are dead: %#', async (more) => {
    expect(await playground.gateway.send(out(more))).toMatchObject({ kind: 'dead' });
  });

  it('outlive a page that went away', async () => {
    playground.port.subscribe(() => {
      throw new Error('closed');
    });
    const leave = playground.port.subscribe((message) => shown.push(message));
    await playground.gateway.send(out());
    leave();
    await playground.gateway.send(out());
    expect(shown).toHaveLength(3);
  });
});

describe('buttons of an earlier message', () => {
  it('are taken off, and everybody who looks on is told', async () => {
    const sent = await playground.gateway.send(out());
    const messageId = sent.kind === 'sent' ? (sent.messageId ?? '') : '';
    await playground.gateway.retire?.({ chat: out().chat, messageId });
    await playground.gateway.retire?.({ chat: out().chat, messageId: 'nobody knows it' });
    expect(playground.port.list(0)[0]).not.toHaveProperty('buttons');
    expect(shown.at(-1)).toMatchObject({ id: messageId, text: '派单' });
  });
});
