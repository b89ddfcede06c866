import type { Button, Outbound } from '../gateway.js';
import { pieceHtml, piecePlain, toPieces, toWords } from './pieces.js';
import { splitPieces } from './split.js';

/** Turns one message of ours into what `sendMessage` takes. Pure. */

/** Characters after entities are parsed, in UTF-16 units (channels.md D.4). */
export const MAX_TEXT = 4096;
const MAX_DATA_BYTES = 64;

export type Keyboard = { readonly inline_keyboard: { text: string; callback_data: string }[][] };

export type TextPart = {
  readonly html: string;
  /** The same for the case that the server does not take the HTML. */
  readonly plain: string;
  /** On the last part only. */
  readonly keyboard: Keyboard | null;
  /** On the first part only: a message id of the same chat. */
  readonly replyTo: number | null;
};

export type Encoded = {
  /** Empty where there is nothing to say. */
  readonly parts: readonly TextPart[];
  /** Ids of buttons the platform cannot carry; they are said in words instead. */
  readonly wordButtons: readonly string[];
};

/** Takes a message; gives its parts in order. */
export function encode(message: Outbound): Encoded {
  const fits = message.buttons.filter((button) => sendable(button.id));
  const words = message.buttons.filter((button) => !sendable(button.id));
  const said = words.flatMap((button) => toWords(`\n回复“${button.label}”`));
  const parts = splitPieces([...toPieces(message.spans), ...said], MAX_TEXT);
  return {
    parts: parts.map((pieces, index) => ({
      html: pieces.map(pieceHtml).join(''),
      plain: pieces.map(piecePlain).join(''),
      keyboard: index === parts.length - 1 && fits.length > 0 ? keyboard(fits) : null,
      replyTo: index === 0 ? readReplyTo(message) : null,
    })),
    wordButtons: words.map((button) => button.id),
  };
}

const sendable = (id: string): boolean => id !== '' && Buffer.byteLength(id) <= MAX_DATA_BYTES;

/** Short labels share a row, so that a phone shows them whole. */
function keyboard(buttons: readonly Button[]): Keyboard {
  const longest = Math.max(...buttons.map((button) => button.label.length));
  const perRow = longest <= 3 ? 5 : longest <= 6 ? 3 : longest <= 10 ? 2 : 1;
  const rows: { text: string; callback_data: string }[][] = [];
  for (let at = 0; at < buttons.length; at += perRow) {
    rows.push(buttons.slice(at, at + perRow).map(({ id, label }) => ({ text: label.trim() || id, callback_data: id })));
  }
  return { inline_keyboard: rows };
}

/** Only a message of the same chat can be replied to; the number is what the API wants. */
function readReplyTo({ chat, replyTo }: Outbound): number | null {
  const found = parseMessageId(replyTo ?? '');
  return found !== null && found.chatId === chat.id ? found.messageId : null;
}

/** Takes a message id of ours (`chat:message` or `chat:message:edit`); gives its numbers, or null where it is none. */
export function parseMessageId(id: string): { readonly chatId: string; readonly messageId: number } | null {
  const [, chatId, messageId] = /^(-?\d+):(\d+)(?::\d+)?$/.exec(id) ?? [];
  return chatId === undefined || messageId === undefined ? null : { chatId, messageId: Number(messageId) };
}
