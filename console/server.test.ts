import { once } from 'node:events';
import { get } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { startConsole } from './server.js';
import type { RunningConsole } from './server.js';
import { fakeDeps } from './testing/fake-deps.js';
import type { FakeDeps } from './testing/fake-deps.js';

let running: RunningConsole | null = null;
afterEach(async () => {
  await running?.close();
  running = null;
});

async function start(): Promise<{ url: string; deps: FakeDeps }> {
  const deps = fakeDeps();
  running = await startConsole(deps);
  return { url: running.url, deps };
}

/** Reads a stream until the words stand in what has come so far. */
async function readUntil(reader: ReadableStreamDefaultReader<Uint8Array>, words: string): Promise<string> {
  const decoder = new TextDecoder();
  let heard = '';
  while (!heard.includes(words)) {
    const { done, value } = await reader.read();
    if (done) throw new Error(`the stream ended before ${words}`);
    heard += decoder.decode(value, { stream: true });
  }
  return heard;
}

async function listen(
  url: string,
  headers: Record<string, string> = {},
): Promise<ReadableStreamDefaultReader<Uint8Array>> {
  const answer = await fetch(`${url}/api/playground/stream`, { headers });
  expect(answer.headers.get('content-type')).toBe('text/event-stream');
  if (answer.body === null) throw new Error('no stream');
  return answer.body.getReader();
}

/** The status of a path as it stands: fetch would tidy it up before asking. */
const statusOf = (url: string, path: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    get(`${url}/`, { path }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).once('error', reject);
  });

describe('the stream', () => {
  it('tells what happens, and what happened meanwhile to a page that comes back', async () => {
    const { url, deps } = await start();
    const reader = await listen(url);
    const first = await readUntil(reader, 'event: snapshot');
    expect(first).toContain('retry: ');
    deps.playground.say({ text: '一号消息', mentions: [] });
    const told = await readUntil(reader, '一号消息');
    await reader.cancel();
    const id = /一号消息.*\nid: (\S+)/.exec(told)?.[1] ?? 'none';
    deps.playground.say({ text: '二号消息', mentions: [] });
    const back = await listen(url, { 'Last-Event-ID': id });
    const missed = await readUntil(back, '二号消息');
    expect(missed).not.toContain('一号消息');
    expect(missed).not.toContain('snapshot');
    await back.cancel();
  });

  it('ends when the console closes, which does not wait for it', async () => {
    const { url } = await start();
    const reader = await listen(url);
    await readUntil(reader, 'event: snapshot');
    const before = performance.now();
    await running?.close();
    expect(performance.now() - before).toBeLessThan(1500);
    for (let done = false; !done;) ({ done } = await reader.read());
    await expect(fetch(url)).rejects.toThrow();
  });
});

it('does not wait for a connection on which nothing was ever asked', async () => {
  const { url } = await start();
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  await once(socket, 'connect');
  const gone = once(socket, 'close');
  const before = performance.now();
  await running?.close();
  expect(performance.now() - before).toBeLessThan(1500);
  await gone;
});

describe('the pages', () => {
  it('are served with their kind, once', async () => {
    const { url } = await start();
    const page = await fetch(url);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const html = await page.text();
    for (const [, path = ''] of html.matchAll(/(?:href|src)="(\/[^"]+)"/g)) {
      expect([path, (await fetch(url + path)).status]).toEqual([path, 200]);
    }
    const again = await fetch(url, { headers: { 'If-None-Match': page.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });

  it('load nothing from elsewhere and carry no script or style inside', async () => {
    const { url } = await start();
    const html = await (await fetch(url)).text();
    expect(html).not.toMatch(/(?:href|src)="(?:https?:)?\/\//);
    expect(html).not.toMatch(/<style|style="|<script(?![^>]*src=)|\son\w+="/);
  });

  it.each(['/../server.ts', '/%2e%2e/server.ts', '/..%2fserver.ts', '/js/../../deps.ts', '/css', '//etc/passwd'])(
    'lead nowhere else: %s',
    async (path) => {
      const { url } = await start();
      expect(await statusOf(url, path)).toBe(404);
    },
  );
});

it('rejects with the code where the port is taken', async () => {
  const { url } = await start();
  const port = Number(new URL(url).port);
  await expect(startConsole(fakeDeps({ port }))).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
