/** The settings of design.md 5, read from the environment. Every fault at once; nothing starts with half a setting. */
import { resolve } from 'node:path';
import type { Env } from './env.js';
import type { Fault } from './fault.js';
import type { ProcessRole } from './role.js';
import { readAdvisor } from './settings/advisor.js';
import { readTelegram, readWecom } from './settings/channels.js';
import { SettingsReader } from './settings/reader.js';
import { readPhoneKeySource, readQueue, readStores } from './settings/stores.js';
import type { LogLevel, Settings } from './settings/types.js';

export type { Settings, TelegramSettings, WecomSettings } from './settings/types.js';

export type SettingsRead =
  | { readonly kind: 'settings'; readonly settings: Settings }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] };

const LOG_LEVELS: readonly LogLevel[] = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

const readPort = (env: SettingsReader): number => {
  const value = env.text('PORT') ?? '8080';
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (port <= 65_535) return port;
  env.fault('PORT', 'This is no port.', 'Write a number from 1 to 65535, or 0 for any free one.');
  return 0;
};

const readHost = (env: SettingsReader): string => {
  const host = env.text('HOST') ?? '127.0.0.1';
  if (/[\s/]|:\/\//.test(host))
    env.fault('HOST', 'This is no host.', 'Write a name or an address alone, such as 127.0.0.1 or 0.0.0.0.');
  return host;
};

const readBotName = (env: SettingsReader): string => {
  const name = (env.text('BOT_NAME') ?? '小通').replace(/^@/, '');
  if (/[\s@]/.test(name) || name === '' || name.length > 32) {
    env.fault(
      'BOT_NAME',
      'A bot’s name has no blanks and no @.',
      'Write it as people type it after the @, at most 32 characters.',
    );
  }
  return name;
};

const readPlayground = (env: SettingsReader, channels: boolean): boolean => {
  const on = env.word('PLAYGROUND', ['auto', 'on', 'off'], 'auto') !== 'off';
  if (!on && !channels) {
    env.fault(
      'PLAYGROUND',
      'It is off, and no other channel is configured: nobody could be heard.',
      'Leave it out, or configure WeCom or Telegram.',
    );
  }
  return on;
};

/**
 * Reads the settings for a process of this role. `faults` names every setting that is wrong, half or misspelt, with its cure, and
 * never repeats a value. Relative directories count from the working directory.
 */
export function readSettings(variables: Env, role: ProcessRole = 'all'): SettingsRead {
  const env = new SettingsReader(variables);
  const dataDir = resolve(env.text('DATA_DIR') ?? './data');
  const wecom = readWecom(env);
  const telegram = readTelegram(env);
  const channels = env.beginning('WECOM_').length + env.beginning('TELEGRAM_').length > 0;
  const settings: Settings = {
    host: readHost(env),
    port: readPort(env),
    dataDir,
    projectDir: resolve(env.text('PROJECT_DIR') ?? './config/tongzhou'),
    logLevel: env.word('LOG_LEVEL', LOG_LEVELS, 'info'),
    botName: readBotName(env),
    stores: readStores(env, dataDir, role),
    queue: readQueue(env),
    wecom,
    telegram,
    playground: readPlayground(env, channels),
    phoneKey: readPhoneKeySource(env, dataDir, role),
    advisor: readAdvisor(env),
  };
  return env.faults.length > 0 ? { kind: 'faults', faults: env.faults } : { kind: 'settings', settings };
}

/** The channels that these settings connect. */
export function channelsOf(settings: Settings): readonly ('wecom' | 'telegram' | 'playground')[] {
  return [
    ...(settings.wecom === null ? [] : (['wecom'] as const)),
    ...(settings.telegram === null ? [] : (['telegram'] as const)),
    ...(settings.playground ? (['playground'] as const) : []),
  ];
}
