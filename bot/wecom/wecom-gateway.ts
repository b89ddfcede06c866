import { randomBytes } from 'node:crypto';
import type { Capabilities, Gateway, Inbound, Press, PressAnswer, SendOutcome } from '../gateway.js';
import { createBounded } from './bounded.js';
import type { ButtonCard } from './card.js';
import { createCourier } from './courier.js';
import { fetchAttachment } from './download.js';
import { MARKDOWN_BYTES } from './encode.js';
import { createInbox } from './inbox.js';
import { defaultTimings, type WecomOptions } from './options.js';
import { createSerial } from './serial.js';
import { sdkSessions } from './session.js';
import { createSupervisor } from './supervisor.js';
import { createWebhook } from './webhook.js';

/** A callback may be answered for 24 hours (channels.md A.6); an hour less, for clocks that differ. */
const CALLBACK_MS = 23 * 3_600_000;
const CARD_MS = 7 * 24 * 3_600_000;

/** What WeCom can do (channels.md E, A.8, B), by the settings. */
function capabilitiesOf(options: WecomOptions): Capabilities {
  const webhook = options.webhookUrl !== null;
  return {
    mention: webhook ? 'separate' : 'none',
    buttons: { group: options.groupCards ?? false, direct: true },
    edit: false,
    direct: true,
    hearsAll: false,
    maxText: { unit: 'utf8-bytes', size: MARKDOWN_BYTES },
    budget: {
      chat: { perSecond: null, perMinute: 30, perHour: 1_000 },
      mention: webhook ? { perSecond: null, perMinute: 20, perHour: null } : null,
    },
  };
}

/**
 * Takes the settings and ports; gives the gateway of one WeCom bot and, where there is one, its group's webhook robot.
 *
 * Nothing happens before `start`. The handlers must be set by then: a callback without one is reported as lost.
 */
export function createWecomGateway(options: WecomOptions): Gateway {
  const { clock, logger } = options;
  const timings = { ...defaultTimings, ...options.timings };
  const callbacks = createBounded<string>(5_000, CALLBACK_MS);
  const cards = createBounded<ButtonCard>(1_000, CARD_MS);
  const incoming = createSerial();
  const outgoing = createSerial();
  const unset = (): Promise<never> => Promise.reject(new Error('no handler is set'));
  let messageHandler: (message: Inbound) => Promise<void> = unset;
  let pressHandler: (press: Press) => Promise<PressAnswer> = unset;
  let gapHandler: (from: number, to: number) => Promise<void> = async () => undefined;
  let stopping = false;
  let stopped = Promise.resolve();

  const tellGap = (from: number, to: number): void => {
    void (async () => gapHandler(from, to))().catch(() => logger.error({ from, to }, 'wecom: a gap could not be told'));
  };
  const accept = createInbox({
    botName: options.botName,
    chatIds: options.chatIds,
    callbacks,
    cards,
    serial: incoming,
    onMessage: async (message) => messageHandler(message),
    onPress: async (press) => pressHandler(press),
    onLost: tellGap,
    clock,
    logger,
    timings,
  });
  const supervisor = createSupervisor({
    open: sdkSessions(options, timings),
    mayHold: options.mayHold ?? (async () => true),
    clock,
    logger,
    timings,
    onFrame: accept,
    onDown: () => callbacks.clear(),
    onGap: tellGap,
  });
  const webhook = options.webhookUrl === null ? null : createWebhook(options.webhookUrl, timings.webhookMs);
  const [webhookChat] = options.chatIds;
  // A word of this process and a number: no task_id is ever used twice (A.10).
  const process = randomBytes(6).toString('hex');
  let numbered = 0;
  const deliver = createCourier({
    supervisor,
    webhookOf: (chatId) => (webhookChat === undefined || webhookChat === chatId ? webhook : null),
    groupCards: options.groupCards ?? false,
    callbacks,
    cards,
    nonce: () => `${process}-${(numbered += 1)}`,
    clock,
    logger,
  });

  return {
    channel: 'wecom',
    capabilities: capabilitiesOf(options),
    onMessage: (handler) => void (messageHandler = handler),
    onPress: (handler) => void (pressHandler = handler),
    onGap: (handler) => void (gapHandler = handler),
    async start() {
      await stopped;
      stopping = false;
      supervisor.start();
    },
    stop() {
      stopping = true;
      const finish = async (): Promise<void> => {
        await outgoing.idle(timings.drainMs);
        await supervisor.stop();
        await incoming.idle(timings.drainMs);
      };
      stopped = finish();
      return stopped;
    },
    status: () => supervisor.status(),
    async send(message): Promise<SendOutcome> {
      if (stopping) return { kind: 'retry', reason: 'stopping: nothing was sent', afterMs: null, slow: false };
      try {
        return await outgoing.run(`${message.chat.kind}:${message.chat.id}`, () => deliver(message));
      } catch (error) {
        logger.error({ error: error instanceof Error ? error.name : 'unknown' }, 'wecom: a defect in sending');
        return { kind: 'unknown', reason: 'a defect in sending: see the log' };
      }
    },
    fetchFile: (ref) => fetchAttachment(ref, timings.downloadMs),
  };
}
