import { describe, expect, it } from 'vitest';
import type { SendOutcome } from '../gateway.js';
import { webhookOutcome, type WebhookAnswer } from './webhook-outcome.js';

const http = (status: number, body: string): WebhookAnswer => ({ kind: 'answer', status, body });
const code = (errcode: number, errmsg = 'x, from ip: 192.0.2.7'): WebhookAnswer =>
  http(200, JSON.stringify({ errcode, errmsg }));
const failed = (failure: string | null, syscall: string | null = null): WebhookAnswer => ({
  kind: 'failed',
  code: failure,
  syscall,
});

describe('webhookOutcome', () => {
  it.each<[what: string, answer: WebhookAnswer, kind: SendOutcome['kind'], slow?: boolean]>([
    ['ok', code(0, 'ok'), 'sent'],
    ['an unknown key', code(93000), 'dead'],
    ['a robot switched off', code(93004), 'dead'],
    ['too often', code(45009), 'retry', true],
    ['empty content', code(44004), 'dead'],
    ['wrong JSON, told with code 0', code(0, 'Warning: wrong json format. '), 'dead'],
    ['a cut answer', http(200, '{"errcode":0,"err'), 'unknown'],
    ['an answer of another kind', http(200, '<html>login</html>'), 'unknown'],
    ['no code', http(200, '{}'), 'unknown'],
    ['HTTP 500', http(500, '<html>'), 'unknown'],
    ['HTTP 502', http(502, '<html>'), 'unknown'],
    ['HTTP 503', http(503, ''), 'retry', false],
    ['HTTP 429', http(429, ''), 'retry', true],
    ['HTTP 404', http(404, ''), 'dead'],
    ['HTTP 302', http(302, ''), 'dead'],
    ['no connection', failed('ECONNREFUSED'), 'retry', false],
    ['no such host', failed('ENOTFOUND', 'getaddrinfo'), 'retry', false],
    ['a timeout while connecting', failed('ETIMEDOUT', 'connect'), 'retry', false],
    ['a certificate', failed('CERT_HAS_EXPIRED'), 'retry', false],
    ['a certificate of another host', failed('ERR_TLS_CERT_ALTNAME_INVALID'), 'retry', false],
    ['a timeout while waiting', failed('ECONNABORTED'), 'unknown'],
    ['given up by us', failed('ERR_CANCELED'), 'unknown'],
    ['a reset', failed('ECONNRESET', 'read'), 'unknown'],
    ['no code at all', failed(null), 'unknown'],
  ])('%s', (_what, answer, kind, slow) => {
    const outcome = webhookOutcome(answer);
    expect(outcome.kind).toBe(kind);
    if (outcome.kind === 'retry')
      expect([outcome.slow, outcome.afterMs]).toEqual(slow ? [true, 60_000] : [false, null]);
    expect(JSON.stringify(outcome)).not.toContain('192.0.2');
  });
});
