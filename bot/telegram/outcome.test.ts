import { GrammyError, HttpError } from 'grammy';
import { describe, expect, it } from 'vitest';
import { readFailure } from './outcome.js';
import { readPollFailure } from './poll-failure.js';
import { defaultTimings } from './options.js';

const SECRET = '7000000001:secret';
const refused = (error_code: number, description: string, parameters = {}): GrammyError =>
  new GrammyError('Call failed', { ok: false, error_code, description, parameters }, 'sendMessage', {});
const network = (code?: string, type = 'system'): HttpError => {
  const cause = Object.assign(new Error(`request to https://api.telegram.org/bot${SECRET}/sendMessage failed`), {
    type,
  });
  return new HttpError('Network request failed', code === undefined ? cause : Object.assign(cause, { code }));
};
const outcome = (kind: string, more: object = {}): object => ({ kind: 'outcome', outcome: { kind, ...more } });

describe('readFailure (channels.md D.8)', () => {
  it.each<[string, unknown, object]>([
    ['not modified', refused(400, 'Bad Request: message is not modified: x'), { kind: 'unchanged' }],
    ['bad HTML', refused(400, "Bad Request: can't parse entities: x"), { kind: 'html-refused' }],
    ['chat not found', refused(400, 'Bad Request: chat not found'), outcome('dead')],
    [
      'moved',
      refused(400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrate_to_chat_id: -1002 }),
      { kind: 'moved', to: '-1002' },
    ],
    ['another 400', refused(400, 'Bad Request: message is too long'), outcome('dead')],
    ['no token', refused(401, 'Unauthorized'), outcome('retry', { slow: true, afterMs: 60_000 })],
    ['no such path', refused(404, 'Not Found'), outcome('retry', { slow: true, afterMs: 60_000 })],
    ['blocked', refused(403, 'Forbidden: bot was blocked by the user'), outcome('dead')],
    ['kicked', refused(403, 'Forbidden: bot was kicked from the group chat'), outcome('dead')],
    ['conflict', refused(409, 'Conflict: x'), outcome('retry', { slow: false })],
    [
      'too many',
      refused(429, 'Too Many Requests', { retry_after: 7 }),
      outcome('retry', { slow: true, afterMs: 7_000 }),
    ],
    ['too many, no time', refused(429, 'Too Many Requests'), outcome('retry', { slow: true, afterMs: 5_000 })],
    ['teapot', refused(418, 'I am a teapot'), outcome('dead')],
    ['server error', refused(500, 'Internal Server Error'), outcome('unknown')],
    ['bad gateway', refused(502, 'Bad Gateway'), outcome('unknown')],
    ['a page for an answer', network(undefined, 'invalid-json'), outcome('unknown')],
    ['reset', network('ECONNRESET'), outcome('unknown')],
    ['cut', network('ERR_STREAM_PREMATURE_CLOSE'), outcome('unknown')],
    ['timed out', new HttpError('x', new Error('timed out')), outcome('unknown')],
    ['never connected', network('ECONNREFUSED'), outcome('retry', { slow: false, afterMs: null })],
    ['no such host', network('ENOTFOUND'), outcome('retry', { slow: false, afterMs: null })],
    ['an error of ours', new TypeError('x'), outcome('unknown')],
    ['not an error', 'x', outcome('unknown')],
    ['nothing', undefined, outcome('unknown')],
  ])('%s', (_name, error, expected) => {
    const failure = readFailure(error);
    expect(failure).toMatchObject(expected);
    expect(JSON.stringify(failure)).not.toContain(SECRET);
  });
});

describe('readPollFailure', () => {
  it.each<[string, unknown, object]>([
    ['conflict', refused(409, 'Conflict: x'), { code: 'CONFLICT', retrying: true, waitMs: 20_000 }],
    ['no token', refused(401, 'Unauthorized'), { code: 'REFUSED', retrying: false, waitMs: 300_000 }],
    ['no path', refused(404, 'Not Found'), { code: 'REFUSED', retrying: false }],
    ['too many', refused(429, 'x', { retry_after: 3 }), { code: 'BUSY', retrying: true, waitMs: 3_000 }],
    ['server', refused(502, 'x'), { code: 'SERVER', retrying: true, waitMs: null }],
    ['network', network('ECONNREFUSED'), { code: 'NETWORK', retrying: true, waitMs: null }],
    ['nonsense', new TypeError('x'), { code: 'UNREADABLE', retrying: true, waitMs: null }],
  ])('%s', (_name, error, expected) => {
    const failure = readPollFailure(error, defaultTimings);
    expect(failure).toMatchObject(expected);
    expect(failure.reason).not.toContain(SECRET);
  });
});
