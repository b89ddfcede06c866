import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tidyEnv } from './env.js';
import { channelsOf, readSettings, type Settings } from './settings.js';
import type { ProcessRole } from './role.js';

const KEY = Buffer.alloc(32, 7).toString('base64');
const MYSQL = { DATABASE_URL: 'mysql://u:p@db:3306/tongzhou' };
const REDIS = { REDIS_URL: 'redis://redis:6379/0' };
const WECOM = { WECOM_BOT_ID: 'bot', WECOM_BOT_SECRET: 's' };

const settings = (env: Record<string, string>, role: ProcessRole = 'all'): Settings => {
  const read = readSettings(env, role);
  if (read.kind === 'faults') throw new Error(JSON.stringify(read.faults));
  return read.settings;
};
const faulty = (env: Record<string, string>, role: ProcessRole = 'all'): readonly string[] => {
  const read = readSettings(env, role);
  return read.kind === 'settings' ? [] : read.faults.map((fault) => fault.field).sort();
};

describe('readSettings', () => {
  it('runs on the embedded default without any setting', () => {
    const read = settings({});
    expect(read).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      dataDir: resolve('./data'),
      projectDir: resolve('./config/tongzhou'),
      logLevel: 'info',
      botName: '小通',
      stores: { kind: 'embedded', dataDir: resolve('./data') },
      queue: { kind: 'postgres' },
      wecom: null,
      telegram: null,
      playground: true,
      phoneKey: { kind: 'file', path: resolve('./data/phone.key') },
    });
    expect(channelsOf(read)).toEqual(['playground']);
  });

  it('reads everything that can be set', () => {
    const read = settings({
      ...MYSQL,
      ...REDIS,
      ...WECOM,
      WECOM_WS_URL: 'ws://127.0.0.1:9',
      WECOM_WEBHOOK_URL: 'http://127.0.0.1:9/send?key=k',
      WECOM_CHAT_IDS: 'G1, G2,G1,',
      WECOM_GROUP_CARDS: 'on',
      TELEGRAM_BOT_TOKEN: '1:t',
      TELEGRAM_API_ROOT: 'http://127.0.0.1:9/',
      TELEGRAM_CHAT_IDS: '-100123',
      PLAYGROUND: 'off',
      PHONE_KEY: KEY,
      BOT_NAME: '@小明',
      LOG_LEVEL: 'debug',
      HOST: '0.0.0.0',
      PORT: '0',
    });
    expect(read.stores.kind === 'mysql' && read.stores.url.reveal()).toBe(MYSQL.DATABASE_URL);
    expect(read.queue.kind === 'redis' && read.queue.url.reveal()).toBe(REDIS.REDIS_URL);
    expect(read.wecom).toMatchObject({
      botId: 'bot',
      wsUrl: 'ws://127.0.0.1:9',
      chatIds: ['G1', 'G2'],
      groupCards: true,
    });
    expect(read.wecom?.webhookUrl?.reveal()).toBe('http://127.0.0.1:9/send?key=k');
    expect(read.telegram).toMatchObject({ apiRoot: 'http://127.0.0.1:9', chatIds: ['-100123'] });
    expect(read.phoneKey.kind === 'given' && read.phoneKey.key.reveal()).toBe(KEY);
    expect(read).toMatchObject({ botName: '小明', logLevel: 'debug', host: '0.0.0.0', port: 0, playground: false });
    expect(channelsOf(read)).toEqual(['wecom', 'telegram']);
  });

  it('holds the queue in PostgreSQL unless Redis is given', () => {
    expect(settings({ DATABASE_URL: 'postgres://u:p@db/t' })).toMatchObject({
      stores: { kind: 'postgres' },
      queue: { kind: 'postgres' },
    });
    expect(settings({ ...REDIS })).toMatchObject({ stores: { kind: 'embedded' }, queue: { kind: 'redis' } });
  });

  it.each([
    ['MySQL without Redis', MYSQL, ['REDIS_URL']],
    ['MariaDB without Redis', { DATABASE_URL: 'mariadb://u:p@db/t' }, ['REDIS_URL']],
    ['a bot without its secret', { WECOM_BOT_ID: 'b' }, ['WECOM_BOT_SECRET']],
    ['a secret without its bot', { WECOM_BOT_SECRET: 's' }, ['WECOM_BOT_ID']],
    ['a webhook without a bot', { WECOM_WEBHOOK_URL: 'https://h/s?key=k' }, ['WECOM_BOT_ID', 'WECOM_BOT_SECRET']],
    ['a webhook without its key', { ...WECOM, WECOM_WEBHOOK_URL: 'https://h/s' }, ['WECOM_WEBHOOK_URL']],
    ['WeCom chats without a bot', { WECOM_CHAT_IDS: 'G' }, ['WECOM_BOT_ID', 'WECOM_BOT_SECRET']],
    ['cards without a bot', { WECOM_GROUP_CARDS: 'on' }, ['WECOM_BOT_ID', 'WECOM_BOT_SECRET']],
    ['an address of the wrong kind', { ...WECOM, WECOM_WS_URL: 'https://h' }, ['WECOM_WS_URL']],
    ['Telegram chats without a token', { TELEGRAM_CHAT_IDS: '-1' }, ['TELEGRAM_BOT_TOKEN']],
    ['a Telegram address without a token', { TELEGRAM_API_ROOT: 'https://h' }, ['TELEGRAM_BOT_TOKEN']],
    ['a chat that is no chat', { TELEGRAM_BOT_TOKEN: '1:t', TELEGRAM_CHAT_IDS: 'our group' }, ['TELEGRAM_CHAT_IDS']],
    ['a misspelt WeCom name', { ...WECOM, WECOM_CHATIDS: 'G' }, ['WECOM_CHATIDS']],
    ['a misspelt Telegram name alone', { TELEGRAM_TOKEN: '1:t' }, ['TELEGRAM_TOKEN']],
    ['a database of another kind', { DATABASE_URL: 'sqlite:///x' }, ['DATABASE_URL']],
    ['a database without a name', { DATABASE_URL: 'postgres://u:p@db' }, ['DATABASE_URL']],
    ['no channel at all', { PLAYGROUND: 'off' }, ['PLAYGROUND']],
    ['a word nobody knows', { PLAYGROUND: 'yes', LOG_LEVEL: 'loud' }, ['LOG_LEVEL', 'PLAYGROUND']],
    ['a short key', { PHONE_KEY: 'c2hvcnQ=' }, ['PHONE_KEY']],
    ['a host with a scheme', { HOST: 'http://h' }, ['HOST']],
    ['a port out of range', { PORT: '65536' }, ['PORT']],
    ['a name with a blank', { BOT_NAME: '小 通' }, ['BOT_NAME']],
  ])('refuses %s', (_, env, fields) => {
    expect(faulty(env)).toEqual(fields);
  });

  it('names all faults at once, each with a cure', () => {
    const read = readSettings({
      ...MYSQL,
      WECOM_BOT_SECRET: 's',
      WECOM_WEBHOK_URL: 'x',
      TELEGRAM_CHAT_IDS: '-1',
      PORT: 'x',
    });
    const faults = read.kind === 'faults' ? read.faults : [];
    expect(faults.map((fault) => fault.field).sort()).toEqual([
      'PORT',
      'REDIS_URL',
      'TELEGRAM_BOT_TOKEN',
      'WECOM_BOT_ID',
      'WECOM_WEBHOK_URL',
    ]);
    for (const fault of faults) expect(fault.cure).not.toBe('');
    expect(faults.find((fault) => fault.field === 'WECOM_WEBHOK_URL')?.cure).toContain('WECOM_WEBHOOK_URL?');
  });

  it('gives no process of several a database or a key that it cannot share', () => {
    expect(faulty({}, 'worker')).toEqual(['DATABASE_URL']);
    expect(faulty({ ...MYSQL, ...REDIS }, 'bot')).toEqual(['PHONE_KEY']);
    expect(faulty({ ...MYSQL, ...REDIS, PHONE_KEY: KEY }, 'worker')).toEqual([]);
  });

  it('counts blank values as unset', () => {
    expect(tidyEnv({ A: ' ', B: undefined, C: ' c ' })).toEqual({ C: 'c' });
  });
});
