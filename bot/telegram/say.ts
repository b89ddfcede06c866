import type { Api } from 'grammy';
import type { Outbound, SendOutcome } from '../gateway.js';
import { encode } from './encode.js';
import type { TextPart } from './encode.js';
import type { Logger } from './options.js';
import { readFailure } from './outcome.js';
import { pause } from './pause.js';

/** Sends one message, in parts where it is long. */

export type SayPorts = {
  readonly api: Api;
  readonly logger: Logger;
  /** Aborted when the gateway stops: waits end, calls do not. */
  readonly stopping: AbortSignal;
  /** How long the rest of a split message is worth waiting for, ms. */
  readonly restMs: number;
  /** Where a chat is now: groups get new ids. */
  whereIs(chatId: string): string;
  moved(from: string, to: string): void;
};

type Failed = Exclude<SendOutcome, { kind: 'sent' }>;
type PartOutcome = { readonly kind: 'sent'; readonly messageId: string } | Failed;

const PART_TRIES = 4;

/**
 * Takes a message; gives its outcome. The id of a split message is that of the part with the buttons, else of the first. Once a
 * part has arrived, a later one that cannot be sent makes the whole `unknown`: part of it is there.
 */
export async function say(message: Outbound, ports: SayPorts): Promise<SendOutcome> {
  const { parts, wordButtons } = encode(message);
  if (wordButtons.length > 0) {
    const fields = { code: 'TELEGRAM_BUTTON_ID', ticket: message.ticket, buttons: wordButtons };
    ports.logger.error(fields, 'button ids must have 1 to 64 bytes; said in words instead');
  }
  let id: string | null = null;
  for (const [index, part] of parts.entries()) {
    const outcome =
      index === 0 ? await sendPart(message.chat.id, part, ports) : await sendRest(message.chat.id, part, ports);
    if (outcome.kind !== 'sent') return index === 0 ? outcome : halfSent(index, parts.length, outcome);
    if (index === 0 || part.keyboard) id = outcome.messageId;
  }
  return parts.length === 0 ? { kind: 'dead', reason: 'an empty message' } : { kind: 'sent', messageId: id };
}

function halfSent(sent: number, all: number, { reason }: Failed): SendOutcome {
  return { kind: 'unknown', reason: `${sent} of ${all} parts arrived, then: ${reason}` };
}

/** A later part: a short wait is better than half a message. */
async function sendRest(chatId: string, part: TextPart, ports: SayPorts): Promise<PartOutcome> {
  let outcome = await sendPart(chatId, part, ports);
  for (let tries = 1; outcome.kind === 'retry' && tries < PART_TRIES; tries++) {
    const waitMs = outcome.afterMs ?? 0;
    if (waitMs > ports.restMs || ports.stopping.aborted) break;
    await pause(waitMs, ports.stopping);
    outcome = await sendPart(chatId, part, ports);
  }
  return outcome;
}

/** One part: at the group's new id where it moved, and plain where the HTML is refused, each once (channels.md D.8). */
async function sendPart(chatId: string, part: TextPart, ports: SayPorts): Promise<PartOutcome> {
  let html = true;
  let chat = ports.whereIs(chatId);
  for (let tries = 1; tries <= PART_TRIES; tries++) {
    try {
      const { message_id, chat: there } = await call(chat, part, html, ports.api);
      return { kind: 'sent', messageId: `${there.id}:${message_id}` };
    } catch (error) {
      const failure = readFailure(error);
      switch (failure.kind) {
        case 'outcome':
          return failure.outcome;
        case 'moved':
          ports.moved(chatId, failure.to);
          chat = failure.to;
          continue;
        case 'html-refused':
          if (!html) return { kind: 'dead', reason: 'refused as HTML and as plain text' };
          ports.logger.error(
            { code: 'TELEGRAM_HTML', chatId },
            'HTML was refused, sent as plain text: a fault in encode',
          );
          html = false;
          continue;
        case 'unchanged':
          return { kind: 'dead', reason: 'refused as not modified' };
      }
    }
  }
  return { kind: 'dead', reason: 'the group moves in circles' };
}

function call(chatId: string, part: TextPart, html: boolean, api: Api): ReturnType<Api['sendMessage']> {
  return api.sendMessage(chatId, html ? part.html : part.plain, {
    ...(html ? { parse_mode: 'HTML' as const } : {}),
    link_preview_options: { is_disabled: true },
    ...(part.keyboard ? { reply_markup: part.keyboard } : {}),
    // The message replied to may be gone; ours is sent all the same.
    ...(part.replyTo === null
      ? {}
      : { reply_parameters: { message_id: part.replyTo, allow_sending_without_reply: true } }),
  });
}
