import type { Outbound, SendOutcome } from '../gateway.js';
import type { Bounded } from './bounded.js';
import type { ButtonCard } from './card.js';
import { encode, type CardBody, type Frame, type MarkdownBody, type PingBody } from './encode.js';
import type { Clock, Logger } from './options.js';
import { callbackIsOver, isNotSubscribed, outcomeOfRejection } from './outcome.js';
import type { Supervisor } from './supervisor.js';
import type { Webhook } from './webhook.js';
import { robotIsGone, webhookOutcome } from './webhook-outcome.js';

/** Carries one message out: encodes it, chooses the way of every frame, and says what became of it. */

export type CourierPorts = {
  readonly supervisor: Pick<Supervisor, 'session' | 'heard' | 'recycle'>;
  /** The robot that stands in this chat; null: none. */
  readonly webhookOf: (chatId: string) => Webhook | null;
  readonly groupCards: boolean;
  /** msgid of a message → req_id of its callback, of the present connection, each for one use. */
  readonly callbacks: Bounded<string>;
  /** task_id → the card as it was sent. */
  readonly cards: Bounded<ButtonCard>;
  /** Gives a word that this bot has never used. */
  readonly nonce: () => string;
  readonly clock: Clock;
  readonly logger: Logger;
};

const SENT: SendOutcome = { kind: 'sent', messageId: null };

/** Takes the ports; gives what carries a message. Order within a chat is the caller's. Never rejects by itself. */
export function createCourier(ports: CourierPorts): (message: Outbound) => Promise<SendOutcome> {
  const encoded = (message: Outbound, webhook: boolean): readonly Frame[] =>
    encode(message, { webhook, groupCards: ports.groupCards, nonce: ports.nonce() });

  return async (message) => {
    if (message.chat.channel !== 'wecom') return { kind: 'dead', reason: 'not a chat of this channel' };
    const webhook = message.chat.kind === 'group' ? ports.webhookOf(message.chat.id) : null;
    let frames = encoded(message, webhook !== null);
    if (webhook && frames[0]?.via === 'webhook') {
      const first = await ping(webhook, frames[0].body);
      if (!first.robotGone) return carryOn(first.outcome, frames, (frame) => one(message, frame, webhook));
      // A ping that cannot notify is still better said than lost.
      ports.logger.error({ chat: message.chat.id }, 'wecom: the webhook robot is gone, mentions are sent as words');
      frames = encoded(message, false);
    }
    const [head] = frames;
    if (!head) return { kind: 'dead', reason: 'empty message' };
    return carryOn(await one(message, head, webhook), frames, (frame) =>
      one({ ...message, replyTo: null }, frame, webhook),
    );
  };

  function one(message: Outbound, frame: Frame, webhook: Webhook | null): Promise<SendOutcome> {
    switch (frame.via) {
      case 'bot':
        return overBot(message, frame.body);
      case 'webhook':
        return webhook ? ping(webhook, frame.body).then((done) => done.outcome) : Promise.resolve(SENT);
      default:
        return frame satisfies never;
    }
  }

  async function overBot(message: Outbound, body: MarkdownBody | CardBody): Promise<SendOutcome> {
    const session = ports.supervisor.session();
    if (!session) return { kind: 'retry', reason: 'not connected: nothing was sent', afterMs: null, slow: false };
    // One use each (A.11: «used up»): also after a lost acknowledgement nothing more goes out on that req_id (A.3.4).
    const reqId = message.replyTo === null ? null : ports.callbacks.take(message.replyTo, ports.clock.now());
    try {
      if (reqId === null) await session.push(message.chat, body);
      else
        await session.reply(reqId, body).catch((refusal: unknown) => {
          if (!callbackIsOver(refusal)) throw refusal;
          return session.push(message.chat, body);
        });
    } catch (rejection) {
      if (isNotSubscribed(rejection)) ports.supervisor.recycle();
      return outcomeOfRejection(rejection);
    }
    ports.supervisor.heard();
    if (body.msgtype === 'markdown') return SENT;
    const card = body.template_card;
    ports.cards.set(card.task_id, card, ports.clock.now());
    return { kind: 'sent', messageId: card.task_id };
  }
}

async function ping(webhook: Webhook, body: PingBody): Promise<{ outcome: SendOutcome; robotGone: boolean }> {
  const answer = await webhook.post(body);
  return { outcome: webhookOutcome(answer), robotGone: robotIsGone(answer) };
}

/** The frames after the first, until one fails. A part that failed after others arrived: the whole has arrived in part. */
async function carryOn(
  first: SendOutcome,
  frames: readonly Frame[],
  send: (frame: Frame) => Promise<SendOutcome>,
): Promise<SendOutcome> {
  if (first.kind !== 'sent') return first;
  for (const [index, frame] of frames.slice(1).entries()) {
    const outcome = await send(frame);
    if (outcome.kind === 'sent') continue;
    const reason = `part ${index + 2} of ${frames.length}: ${outcome.reason}`;
    return outcome.kind === 'dead' ? { kind: 'dead', reason } : { kind: 'unknown', reason };
  }
  return first;
}
