import type { Outbound, SendOutcome } from '../gateway.js';
import type { Bounded } from './bounded.js';
import type { ButtonCard } from './card.js';
import { encode, type BotBody, type Encoded } from './encode.js';
import type { Clock, Logger } from './options.js';
import { callbackIsOver, isNotSubscribed, outcomeOfRejection } from './outcome.js';
import type { Supervisor } from './supervisor.js';
import type { Webhook } from './webhook.js';
import { webhookOutcome } from './webhook-outcome.js';

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
  return async (message) => {
    if (message.chat.channel !== 'wecom') return { kind: 'dead', reason: 'not a chat of this channel' };
    const webhook = message.chat.kind === 'group' ? ports.webhookOf(message.chat.id) : null;
    const rules = { groupCards: ports.groupCards, nonce: ports.nonce() };
    const pinged = await overWebhook(webhook, encode(message, { ...rules, webhook: webhook !== null }));
    if (pinged && pinged.kind !== 'dead') return pinged;
    // The robot was removed, or its address is wrong: a ping that cannot notify is still better said than lost.
    if (pinged)
      ports.logger.error(
        { chat: message.chat.id, reason: pinged.reason },
        'wecom: the webhook refuses, a mention is sent as words',
      );
    const said = encode(message, { ...rules, webhook: false });
    return inParts(said.via === 'bot' ? said.bodies : [], (body, index) =>
      overBot(message, body, index === 0 ? message.replyTo : null),
    );
  };

  async function overBot(message: Outbound, body: BotBody, replyTo: string | null): Promise<SendOutcome> {
    const session = ports.supervisor.session();
    if (!session) return { kind: 'retry', reason: 'not connected: nothing was sent', afterMs: null, slow: false };
    // One use each (A.11: «used up»): also after a lost acknowledgement nothing more goes out on that req_id (A.3.4).
    const reqId = replyTo === null ? null : ports.callbacks.take(replyTo, ports.clock.now());
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

/** null: nothing of this message goes that way. */
async function overWebhook(webhook: Webhook | null, encoded: Encoded): Promise<SendOutcome | null> {
  if (!webhook || encoded.via !== 'webhook') return null;
  return inParts(encoded.bodies, async (body) => webhookOutcome(await webhook.post(body)));
}

/** One body after the other, until one fails. Where that is not the first, the message has arrived in part. */
async function inParts<B>(
  bodies: readonly B[],
  send: (body: B, index: number) => Promise<SendOutcome>,
): Promise<SendOutcome> {
  let first: SendOutcome | null = null;
  for (const [index, body] of bodies.entries()) {
    const outcome = await send(body, index);
    first ??= outcome;
    if (outcome.kind === 'sent') continue;
    if (index === 0) return outcome;
    const reason = `part ${index + 1} of ${bodies.length}: ${outcome.reason}`;
    return outcome.kind === 'dead' ? { kind: 'dead', reason } : { kind: 'unknown', reason };
  }
  return first ?? { kind: 'dead', reason: 'empty message' };
}
