/** WeCom and Telegram: whether what is configured can work, and with `--online` whether the platform can be reached. */
import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { z } from 'zod';
import type { LoadedProject } from '../../config/project.js';
import { missingIds } from '../../config/project.js';
import { channelsOf, type Settings, type TelegramSettings, type WecomSettings } from '../../config/settings.js';
import { bad, note, ok, type Finding } from './finding.js';

const WECOM_WS = 'wss://openws.work.weixin.qq.com';
const TELEGRAM_API = 'https://api.telegram.org';
const PATIENCE_MS = 8_000;

const isLoopback = (url: URL): boolean => /^(localhost|127\.|\[::1\])/.test(url.hostname);

/** Opens a connection and closes it. Nothing is said: to subscribe would push a running bot off its connection (channels.md A.9). */
const reaches = (url: URL): Promise<string | null> =>
  new Promise((resolve) => {
    const safe = url.protocol === 'wss:' || url.protocol === 'https:';
    const port = url.port === '' ? (safe ? 443 : 80) : Number(url.port);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const socket = safe ? connectTls({ host, port, servername: host }) : connect({ host, port });
    const end = (why: string | null): void => {
      socket.destroy();
      resolve(why);
    };
    socket.setTimeout(PATIENCE_MS, () => end('no answer'));
    socket.once('error', (error: Error) => end('code' in error ? String(error.code) : error.name));
    socket.once(safe ? 'secureConnect' : 'connect', () => end(null));
  });

const look = async (name: string, address: string): Promise<Finding> => {
  const url = new URL(address);
  const why = await reaches(url);
  if (why === null) return ok(`${name} is reachable (${url.host})`);
  return bad(
    `${name} cannot be reached at ${url.host} (${why}).`,
    'Check the network, DNS and the firewall of this machine.',
  );
};

/** WeCom's settings. */
export async function checkWecom(wecom: WecomSettings | null, online: boolean): Promise<readonly Finding[]> {
  if (wecom === null) return [];
  const findings: Finding[] = [ok('WeCom is configured')];
  const address = wecom.wsUrl ?? WECOM_WS;
  if (new URL(address).protocol === 'ws:' && !isLoopback(new URL(address))) {
    findings.push(
      bad('WECOM_WS_URL is not encrypted and not on this machine.', `Use wss://, or leave it out (${WECOM_WS}).`),
    );
  }
  if (wecom.webhookUrl === null) {
    const cure =
      'Add a message-push robot (消息推送) to the group and set WECOM_WEBHOOK_URL to its address: the bot itself cannot @ anybody.';
    findings.push(note('Without WECOM_WEBHOOK_URL nobody gets a real @ in the group.', cure));
  } else if (wecom.chatIds.length > 1) {
    findings.push(
      note(
        'The webhook robot stands in one group only, the first of WECOM_CHAT_IDS.',
        'Check that the order is right.',
      ),
    );
  }
  if (!online) return findings;
  findings.push(await look('WeCom’s bot service', address));
  if (wecom.webhookUrl !== null) findings.push(await look('WeCom’s webhook', wecom.webhookUrl.reveal()));
  return findings;
}

const me = z.object({
  ok: z.boolean(),
  result: z.object({ username: z.string(), can_read_all_group_messages: z.boolean().optional() }).optional(),
});

const askTelegram = async ({ apiRoot, botToken }: TelegramSettings): Promise<readonly Finding[]> => {
  const url = `${apiRoot ?? TELEGRAM_API}/bot${botToken.reveal()}/getMe`;
  const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => null);
  if (answer === null)
    return [bad('Telegram cannot be reached.', 'Check the network, or set TELEGRAM_API_ROOT to a server of your own.')];
  if (answer.status === 401 || answer.status === 404)
    return [bad('Telegram does not know this token.', 'Take it from @BotFather (/token) again.')];
  const read = me.safeParse(await answer.json().catch(() => null));
  const bot = read.success ? read.data.result : undefined;
  if (bot === undefined) return [bad(`Telegram answers ${answer.status}.`, 'Try again later.')];
  const known = ok(`Telegram knows the bot as @${bot.username}`);
  if (bot.can_read_all_group_messages === true) return [known];
  return [
    known,
    note(
      'In groups the bot hears only what is addressed to it (privacy mode).',
      'To let it hear all: @BotFather, /setprivacy, Disable, then add it to the group anew.',
    ),
  ];
};

/** Telegram's settings. */
export async function checkTelegram(telegram: TelegramSettings | null, online: boolean): Promise<readonly Finding[]> {
  if (telegram === null) return [];
  const plausible = /^\d{6,}:[\w-]{30,}$/.test(telegram.botToken.reveal());
  const told = plausible
    ? ok('Telegram is configured')
    : note('TELEGRAM_BOT_TOKEN does not look like a token (123456789:AA…).', 'Compare it with what @BotFather gave.');
  return online ? [told, ...(await askTelegram(telegram))] : [told];
}

/** Who of the roster cannot be reached on a channel that is configured. */
export function checkRoster(project: LoadedProject, settings: Settings): readonly Finding[] {
  const { staff } = project;
  const findings: Finding[] = channelsOf(settings).flatMap((channel) => {
    const names = missingIds(staff, [channel]).map((fault) => fault.name);
    if (names.length === 0) return [];
    const cure = `Add channels.${channel} for them in roster.yaml: until then the bot does not know them there and cannot ping them.`;
    return [note(`${names.length} people have no ${channel} id: ${names.join('、')}.`, cure)];
  });
  const own = staff.filter((person) => person.ids.wecom === person.id).length;
  if (settings.wecom !== null && settings.wecom.wsUrl === null && own > 0) {
    const cure = 'Compare channels.wecom in roster.yaml with the accounts (账号) of your address book.';
    findings.push(note(`${own} WeCom ids are the pinyin the roster ships with.`, cure));
  }
  return findings.length > 0 ? findings : [ok('everybody on the roster has an id on every channel')];
}
