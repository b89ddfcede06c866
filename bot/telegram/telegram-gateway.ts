import { Api } from 'grammy';
import type { Budget, Capabilities, Gateway, Inbound, Press, PressAnswer } from '../gateway.js';
import { createChats } from './chats.js';
import { decode } from './decode.js';
import { MAX_TEXT } from './encode.js';
import { fetchTelegramFile } from './files.js';
import { createLines } from './lines.js';
import { defaultTimings } from './options.js';
import type { TelegramOptions } from './options.js';
import { createPoll } from './poll.js';
import type { Poll } from './poll.js';
import { answerPress, NOT_KEPT, retireButtons } from './press.js';
import { say } from './say.js';
import type { Me } from './updates.js';

const TELEGRAM = 'https://api.telegram.org';

/** Of a group; a direct chat has no limit a minute, but no need of more either (channels.md D.7). */
const BUDGET: Budget = { perSecond: 1, perMinute: 20, perHour: null };

/**
 * Makes the Telegram gateway over grammY's client, not started. Sending works before `start` too: only hearing needs the poll.
 * Retries of sends are the outbox's, so `@grammyjs/auto-retry` is not used (it would repeat lost answers, D.7).
 */
export function createTelegramGateway(options: TelegramOptions): Gateway {
  const { token, botName, clock, logger } = options;
  const timings = { ...defaultTimings, ...options.timings };
  const apiRoot = (options.apiRoot ?? TELEGRAM).replace(/\/+$/, '');
  const api = new Api(token, { apiRoot, timeoutSeconds: timings.callMs / 1000 });
  const pollApi = new Api(token, { apiRoot, timeoutSeconds: (timings.pollMs + timings.pollGraceMs) / 1000 });
  const chats = createChats(options.chatIds, logger);
  const sends = createLines();
  const answers = createLines();
  const ports = { api, logger };

  let bot: Me | null = null;
  let onMessage = (_message: Inbound): Promise<void> => Promise.reject(new Error('no handler for messages'));
  let onPress = (_press: Press): Promise<PressAnswer> => Promise.reject(new Error('no handler for presses'));
  let onGap = (_from: number, _to: number): Promise<void> => Promise.resolve();

  async function keep(update: unknown): Promise<void> {
    if (bot === null) throw new Error('an update came before getMe');
    const decoded = decode(update, { me: bot, botName, now: clock.now() });
    switch (decoded.kind) {
      case 'message':
        return chats.serves(decoded.message.chat) ? onMessage(decoded.message) : undefined;
      case 'press':
        return press(decoded.press);
      case 'stray-press':
        void answers.run(decoded.pressId, () => answerPress(decoded.pressId, '', ports));
        return;
      case 'moved':
        return chats.moved(decoded.from, decoded.to);
      case 'ignored':
        logger.debug({ code: 'TELEGRAM_IGNORED', reason: decoded.reason }, 'an update was ignored');
        return;
    }
  }

  /** The answer goes out beside the polling: a slow toast holds nobody up. */
  async function press(pressed: Press): Promise<void> {
    const served = chats.serves(pressed.chat);
    const answer = served ? await onPress(pressed).catch(() => notKept(pressed)) : { toast: '', retire: false };
    void answers.run(pressed.pressId, () => answerPress(pressed.pressId, answer.toast, ports));
    const { messageId } = pressed;
    if (answer.retire && messageId !== null) void answers.run(messageId, () => retireButtons(messageId, ports));
  }

  function notKept({ pressId }: Press): PressAnswer {
    logger.error(
      { code: 'TELEGRAM_PRESS_NOT_KEPT', pressId },
      'a press was not kept; the presser was told to try again',
    );
    return NOT_KEPT;
  }

  function met(me: Me): void {
    bot = me;
    if (me.can_read_all_group_messages) return;
    const words =
      'privacy mode is on, reports without @ are not heard: /setprivacy at BotFather, then add the bot anew';
    logger.warn({ code: 'TELEGRAM_PRIVACY_MODE' }, words);
  }

  const makePoll = (): Poll =>
    createPoll({
      api: pollApi,
      clock,
      logger,
      timings,
      keep,
      met,
      missed: (from, to) => {
        onGap(from, to).catch(() => logger.error({ code: 'TELEGRAM_GAP_NOT_KEPT', from, to }, 'a gap was not kept'));
      },
    });

  // Everything from a start to its stop. A lease can be lost and won again, so there may be many in one process.
  let stopping = new AbortController();
  let poll = makePoll();
  let stopped: Promise<void> = Promise.resolve();

  async function letGo(): Promise<void> {
    await poll.stop();
    await sends.idle();
    await answers.idle();
  }

  return {
    channel: 'telegram',
    get capabilities(): Capabilities {
      return {
        mention: 'inline',
        buttons: { group: true, direct: true },
        edit: true,
        direct: true,
        hearsAll: bot?.can_read_all_group_messages ?? false,
        maxText: { unit: 'utf16-units', size: MAX_TEXT },
        budget: { chat: BUDGET, mention: null },
      };
    },
    onMessage(handler) {
      onMessage = handler;
    },
    onPress(handler) {
      onPress = handler;
    },
    onGap(handler) {
      onGap = handler;
    },
    async start() {
      await stopped;
      if (stopping.signal.aborted) {
        stopping = new AbortController();
        poll = makePoll();
      }
      poll.start();
    },
    stop() {
      if (!stopping.signal.aborted) {
        stopping.abort();
        stopped = letGo();
      }
      return stopped;
    },
    status: () => poll.status(),
    async send(message) {
      const { signal } = stopping;
      if (signal.aborted) return { kind: 'retry', reason: 'the gateway has stopped', afterMs: null, slow: false };
      try {
        return await sends.run(message.chat.id, () =>
          say(message, { ...ports, ...chats, stopping: signal, restMs: timings.restMs }),
        );
      } catch {
        logger.error(
          { code: 'TELEGRAM_SEND_FAULT', ticket: message.ticket },
          'sending failed in a way nobody thought of',
        );
        return { kind: 'unknown', reason: 'an unexpected error while sending: see the log' };
      }
    },
    retire: ({ messageId }) => answers.run(messageId, () => retireButtons(messageId, ports)),
    fetchFile: (ref) => fetchTelegramFile(ref, { api, token, apiRoot, downloadMs: timings.downloadMs }),
  };
}
