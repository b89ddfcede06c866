import { describe, expect, it } from 'vitest';
import type { Logger } from './options.js';
import { redactingLogger } from './sdk-log.js';

function setUp() {
  const lines: { level: string; fields: unknown }[] = [];
  const at = (level: string) => (fields: Record<string, unknown>, msg: string) =>
    void lines.push({ level, fields: { ...fields, msg } });
  const logger: Logger = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
  return { lines, sdk: redactingLogger(logger) };
}

describe('redactingLogger', () => {
  it.each<[level: 'warn' | 'error', line: string, args: unknown[], as: string, fields: Record<string, unknown>]>([
    [
      'error',
      'WebSocket error:',
      ['connect ECONNREFUSED 192.0.2.7:443'],
      'error',
      { sdk: 'socket-error', code: 'ECONNREFUSED' },
    ],
    [
      'warn',
      'Reply ack error: reqId=R1, errcode=45009, errmsg=from ip 192.0.2.7',
      [],
      'debug',
      { sdk: 'command-refused', errcode: 45009 },
    ],
    ['error', 'Authentication failed: errcode=-1, errmsg=x', [], 'debug', { sdk: 'subscribe-refused', errcode: -1 }],
    [
      'warn',
      'Received unknown frame (ignored):',
      ['{"body":{"text":"三楼 13800138000"}}'],
      'warn',
      { sdk: 'frame-unknown' },
    ],
    ['warn', 'Received invalid message format:', ['{"aeskey":"k"}'], 'warn', { sdk: 'frame-without-msgtype' }],
    ['error', 'Something new with https://x.invalid/?key=K', [], 'error', { sdk: 'unlisted' }],
  ])('%s %s', (level, line, args, as, fields) => {
    const { lines, sdk } = setUp();
    sdk[level](line, ...args);
    expect(lines).toEqual([{ level: as, fields: { ...fields, msg: 'wecom sdk' } }]);
  });

  it('drops what the SDK says at debug and info', () => {
    const { lines, sdk } = setUp();
    sdk.debug('[server -> plugin] cmd=x, reqId=y, body={"text":"secret"}');
    sdk.info('Connecting to WebSocket: wss://host...');
    expect(lines).toEqual([]);
  });
});
