/** The channels' settings. Half of one (a secret without its id) is a fault, and so is a name nobody knows. */
import { Secret } from '../secret.js';
import { nearest } from './nearest.js';
import type { SettingsReader } from './reader.js';
import type { TelegramSettings, WecomSettings } from './types.js';

const WECOM = [
  'WECOM_BOT_ID',
  'WECOM_BOT_SECRET',
  'WECOM_WS_URL',
  'WECOM_WEBHOOK_URL',
  'WECOM_CHAT_IDS',
  'WECOM_GROUP_CARDS',
] as const;
const TELEGRAM = ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_API_ROOT', 'TELEGRAM_CHAT_IDS'] as const;

/** A fault for every name that begins like this and is not known, with the one that may have been meant. */
export const findTypos = (env: SettingsReader, prefix: string, known: readonly string[]): void => {
  for (const name of env.beginning(prefix)) {
    if (known.includes(name)) continue;
    env.fault(name, 'There is no such setting.', `Did you mean ${nearest(name, known)}? Known: ${known.join(', ')}.`);
  }
};

/** Names among `needed` that are missing although some of `all` are set: each is a fault. True where it is not configured. */
export const isOff = (
  env: SettingsReader,
  all: readonly string[],
  needed: readonly string[],
  cure: string,
): boolean => {
  const given = env.given(all);
  if (given.length === 0) return true;
  const missing = needed.filter((name) => env.text(name) === null);
  for (const name of missing)
    env.fault(name, `It is missing beside ${given.join(', ')}.`, `${cure} Or take the others out.`);
  return missing.length > 0;
};

const WS_EXAMPLE = 'wss://openws.work.weixin.qq.com';
const WEBHOOK_EXAMPLE = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…';

/** WeCom's bot and the group's webhook robot; null where none is configured. */
export function readWecom(env: SettingsReader): WecomSettings | null {
  findTypos(env, 'WECOM_', WECOM);
  const wsUrl = env.url('WECOM_WS_URL', ['ws:', 'wss:'], WS_EXAMPLE);
  const webhook = env.url('WECOM_WEBHOOK_URL', ['http:', 'https:'], WEBHOOK_EXAMPLE);
  if (webhook !== null && (webhook.searchParams.get('key') ?? '') === '') {
    env.fault(
      'WECOM_WEBHOOK_URL',
      'The address has no key.',
      `Copy the whole address the group shows: ${WEBHOOK_EXAMPLE}.`,
    );
  }
  const cards = env.word('WECOM_GROUP_CARDS', ['off', 'on'], 'off');
  const cure = 'The bot’s page in WeCom shows its id and secret (API mode, long connection): set both.';
  const off = isOff(env, WECOM, ['WECOM_BOT_ID', 'WECOM_BOT_SECRET'], cure);
  const [botId, botSecret, webhookUrl] = [
    env.text('WECOM_BOT_ID'),
    env.text('WECOM_BOT_SECRET'),
    env.text('WECOM_WEBHOOK_URL'),
  ];
  if (off || botId === null || botSecret === null) return null;
  return {
    botId,
    botSecret: new Secret(botSecret),
    wsUrl: wsUrl === null ? null : env.text('WECOM_WS_URL'),
    webhookUrl: webhookUrl === null ? null : new Secret(webhookUrl),
    chatIds: env.list('WECOM_CHAT_IDS'),
    groupCards: cards === 'on',
  };
}

/** Telegram's bot; null where none is configured. */
export function readTelegram(env: SettingsReader): TelegramSettings | null {
  findTypos(env, 'TELEGRAM_', TELEGRAM);
  env.url('TELEGRAM_API_ROOT', ['http:', 'https:'], 'https://api.telegram.org');
  const chatIds = env.list('TELEGRAM_CHAT_IDS');
  if (chatIds.some((id) => !/^(-?\d+|@\w+)$/.test(id))) {
    env.fault(
      'TELEGRAM_CHAT_IDS',
      'A chat id is a number (groups are negative).',
      'Write them like -1001234567890, commas between them.',
    );
  }
  const off = isOff(env, TELEGRAM, ['TELEGRAM_BOT_TOKEN'], 'Take the token from @BotFather and set it.');
  const token = env.text('TELEGRAM_BOT_TOKEN');
  if (off || token === null) return null;
  return { botToken: new Secret(token), apiRoot: env.text('TELEGRAM_API_ROOT')?.replace(/\/+$/, '') ?? null, chatIds };
}
