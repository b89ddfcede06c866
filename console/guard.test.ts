import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { isLoopback, localHostOnly, safeHeaders, sameOriginWrites } from './guard.js';

function app(host: string): Hono {
  return new Hono()
    .use(safeHeaders(), localHostOnly(host), sameOriginWrites())
    .get('/', (c) => c.text('read'))
    .post('/', (c) => c.text('written'));
}

const get = async (host: string, asked: string): Promise<number> =>
  (await app(host).request('/', { headers: { Host: asked } })).status;
const post = async (headers: Record<string, string>): Promise<number> =>
  (await app('127.0.0.1').request('/', { method: 'POST', headers: { Host: '127.0.0.1:8080', ...headers } })).status;

describe('bound to loopback', () => {
  it.each(['localhost', 'localhost:8080', '127.0.0.1:8080', '[::1]:8080', 'LOCALHOST'])('answers %s', async (asked) => {
    expect(await get('127.0.0.1', asked)).toBe(200);
  });

  it.each(['evil.example', 'localhost.evil.example:8080', '127.0.0.1.evil.example', '10.0.0.1', '192.168.1.5:8080'])(
    'refuses %s',
    async (asked) => {
      expect(await get('127.0.0.1', asked)).toBe(403);
      expect(await get('localhost', asked)).toBe(403);
    },
  );

  it('answers by the very address it is bound to', async () => {
    expect(await get('127.0.0.2', '127.0.0.2:8080')).toBe(200);
  });
});

it('bound to all addresses, answers by any name', async () => {
  expect(await get('0.0.0.0', 'ops.example:8080')).toBe(200);
});

it('knows what only this machine can reach', () => {
  expect(['localhost', '::1', '127.0.0.1', '127.8.9.1'].map(isLoopback)).toEqual([true, true, true, true]);
  expect(['0.0.0.0', '10.0.0.1', 'example.org', '127.evil'].map(isLoopback)).toEqual([false, false, false, false]);
});

describe('writes', () => {
  it('takes those of its own page and of programs', async () => {
    expect(await post({ Origin: 'http://127.0.0.1:8080', 'Sec-Fetch-Site': 'same-origin' })).toBe(200);
    expect(await post({})).toBe(200);
  });

  it.each([
    ['another site', { Origin: 'https://evil.example' }],
    ['another port', { Origin: 'http://127.0.0.1:9999' }],
    ['a sandboxed page', { Origin: 'null' }],
    ['a browser that hides its origin', { 'Sec-Fetch-Site': 'cross-site' }],
  ])('refuses those of %s', async (_who, headers) => {
    expect(await post(headers)).toBe(403);
  });
});

it('sends a strict policy with every answer, refusals too', async () => {
  for (const host of ['127.0.0.1', 'evil.example']) {
    const { headers } = await app('127.0.0.1').request('/', { headers: { Host: host } });
    expect(headers.get('Content-Security-Policy')).toMatch(/^default-src 'self'; .*frame-ancestors 'none'/);
    expect(headers.get('Content-Security-Policy')).not.toContain('unsafe');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  }
});
