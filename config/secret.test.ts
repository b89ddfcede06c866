import { format, inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Secret } from './secret.js';
import { readSettings } from './settings.js';

const WORDS = ['hunter2', 'wecom-s3cret', '123:telegram', 'webhook-k3y'];
const env = {
  DATABASE_URL: 'mysql://root:hunter2@db:3306/tongzhou',
  REDIS_URL: 'redis://:hunter2@redis:6379/0',
  WECOM_BOT_ID: 'bot',
  WECOM_BOT_SECRET: 'wecom-s3cret',
  WECOM_WEBHOOK_URL: 'https://example.com/send?key=webhook-k3y',
  TELEGRAM_BOT_TOKEN: '123:telegram',
  PHONE_KEY: Buffer.from('hunter2hunter2hunter2hunter2hunt').toString('base64'),
};

const shown = (value: unknown): string =>
  [inspect(value, { depth: 9, showHidden: true }), JSON.stringify(value), format('%s %o %j', value, value, value)].join(
    '\n',
  );

describe('Secret', () => {
  it('gives its value only when asked', () => {
    const secret = new Secret('hunter2');
    expect(secret.reveal()).toBe('hunter2');
    expect(`${secret} ${String(secret)} ${shown(secret)}`).not.toContain('hunter2');
  });

  it('keeps every secret setting out of whatever prints the settings', () => {
    const read = readSettings(env);
    expect(read.kind).toBe('settings');
    for (const word of [...WORDS, env.PHONE_KEY]) expect(shown(read)).not.toContain(word);
  });

  it('keeps values out of the faults', () => {
    const broken = {
      ...env,
      DATABASE_URL: 'hunter2',
      REDIS_URL: 'hunter2',
      PHONE_KEY: 'hunter2',
      PORT: 'hunter2',
      WECOM_WS_URL: 'hunter2',
    };
    const read = readSettings(broken);
    expect(read.kind === 'faults' && read.faults.map((fault) => fault.field).sort()).toEqual([
      'DATABASE_URL',
      'PHONE_KEY',
      'PORT',
      'REDIS_URL',
      'WECOM_WS_URL',
    ]);
    for (const word of WORDS) expect(shown(read)).not.toContain(word);
  });
});
