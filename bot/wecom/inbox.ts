import { setTimeout as wait } from 'node:timers/promises';
import type { ChatRef, Inbound, Press, PressAnswer } from '../gateway.js';
import type { Bounded } from './bounded.js';
import type { ButtonCard } from './card.js';
import { decode } from './decode.js';
import type { Clock, Logger, Timings } from './options.js';
import { answerPress, nameOf } from './press.js';
import type { Serial } from './serial.js';
import type { Session } from './session.js';

/** Takes callbacks in: decodes them, passes messages on in order per chat, and answers presses in time. */

export type InboxPorts = {
  readonly botName: string;
  /** Groups it serves; empty: all. */
  readonly chatIds: readonly string[];
  readonly callbacks: Bounded<string>;
  readonly cards: Bounded<ButtonCard>;
  readonly serial: Serial;
  readonly onMessage: (message: Inbound) => Promise<void>;
  readonly onPress: (press: Press) => Promise<PressAnswer>;
  /** A message could not be kept, and the platform does not send it again: its time of arrival, and now. */
  readonly onLost: (from: number, to: number) => void;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly timings: Pick<Timings, 'pressMs' | 'keepRetriesMs'>;
};

/** Takes the ports; gives what takes in one callback. It never throws, and what it starts never rejects (A.3.12). */
export function createInbox(ports: InboxPorts): (frame: unknown, session: Session) => void {
  const { logger } = ports;
  const strangers = new Set<string>();

  const serves = (chat: ChatRef): boolean => {
    if (chat.kind === 'direct' || ports.chatIds.length === 0 || ports.chatIds.includes(chat.id)) return true;
    if (!strangers.has(chat.id) && strangers.size < 1_000) {
      strangers.add(chat.id);
      logger.warn(
        { chat: chat.id },
        'wecom: a group that is not served is ignored; add it to WECOM_CHAT_IDS to serve it',
      );
    }
    return false;
  };

  const keep = async (message: Inbound): Promise<void> => {
    for (const delayMs of [...ports.timings.keepRetriesMs, null]) {
      try {
        return await ports.onMessage(message);
      } catch (error) {
        logger.error(
          { messageId: message.messageId, error: nameOf(error), again: delayMs !== null },
          'wecom: a message was not kept',
        );
      }
      if (delayMs === null) ports.onLost(message.arrivedAt, ports.clock.now());
      else await wait(delayMs);
    }
  };

  return (frame, session) => {
    const decoded = decode(frame, ports.botName, ports.clock.now());
    switch (decoded.kind) {
      case 'message': {
        const { message, reqId } = decoded;
        if (!serves(message.chat)) return;
        ports.callbacks.set(message.messageId, reqId, message.arrivedAt);
        void ports.serial.run(`${message.chat.kind}:${message.chat.id}`, () => keep(message));
        return;
      }
      case 'press':
        // Not behind the messages of the chat: the platform gives five seconds (A.6).
        if (serves(decoded.press.chat)) {
          void ports.serial.run(`press:${decoded.press.pressId}`, () => answerPress(ports, decoded, session));
        }
        return;
      case 'kicked':
      case 'passed':
        return;
      case 'refused':
        logger.warn({ refused: decoded.reason, detail: decoded.detail }, 'wecom: a callback could not be read');
        return;
      default:
        decoded satisfies never;
    }
  };
}
