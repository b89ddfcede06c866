import type { Button, Outbound } from '../gateway.js';
import { buttonCard, taskIdFor, type ButtonCard } from './card.js';
import { lineStart, markdownWords, plainWords } from './neutral.js';
import { splitUtf8 } from './split.js';

/** Outbound → what goes over the wire. Pure: whatever must be new each time comes in as an argument. */

/** Bytes of UTF-8 (channels.md A.6, B). */
export const MARKDOWN_BYTES = 20_480;
export const WEBHOOK_TEXT_BYTES = 2_048;

export type MarkdownBody = { readonly msgtype: 'markdown'; readonly markdown: { readonly content: string } };
export type CardBody = { readonly msgtype: 'template_card'; readonly template_card: ButtonCard };
export type PingBody = {
  readonly msgtype: 'text';
  readonly text: { readonly content: string; readonly mentioned_list: readonly string[] };
};

export type BotBody = MarkdownBody | CardBody;

/** One way, and what goes over it in this order; no bodies where there is nothing to say. */
export type Encoded =
  | { readonly via: 'bot'; readonly bodies: readonly BotBody[] }
  | { readonly via: 'webhook'; readonly bodies: readonly PingBody[] };

export type EncodeRules = {
  /** A webhook robot stands in this chat. */
  readonly webhook: boolean;
  readonly groupCards: boolean;
  /** Never used before by this bot: it makes the card's id. */
  readonly nonce: string;
};

/**
 * Takes a message and what the place allows; gives the way and its bodies.
 *
 * A live mention in a group goes to the webhook, since the bot cannot notify (A.6). Buttons become a card where cards are
 * allowed and the text fits one; else they are dropped, and the text says which words answer it.
 */
export function encode(message: Outbound, rules: EncodeRules): Encoded {
  const named = message.spans.map((span) => (typeof span === 'string' ? span : span.name)).join('');
  if (named.trim() === '') return { via: 'bot', bodies: [] };
  const group = message.chat.kind === 'group';
  const mentioned = [...new Set(message.spans.flatMap((span) => (typeof span === 'string' ? [] : [span.mention])))];
  if (group && rules.webhook && mentioned.length > 0)
    return { via: 'webhook', bodies: pings(withHints(named, message.buttons), mentioned) };

  const text = message.spans.map((span) => (typeof span === 'string' ? span : `@${span.name}`)).join('');
  if (message.buttons.length > 0 && (!group || rules.groupCards)) {
    const card = buttonCard(text, message.buttons, message.ticket, taskIdFor(message.ticket, rules.nonce));
    if (card) return { via: 'bot', bodies: [{ msgtype: 'template_card', template_card: card }] };
  }
  const parts = markdownParts(withHints(text, message.buttons));
  return { via: 'bot', bodies: parts.map((content) => ({ msgtype: 'markdown', markdown: { content } })) };
}

/** Takes a text and the buttons it has to do without; gives the text with the words to answer that it does not name yet. */
function withHints(text: string, buttons: readonly Button[]): string {
  const unsaid = buttons.filter(({ label }) => !text.includes(`“${label}”`) && !text.includes(`「${label}」`));
  return unsaid.length === 0 ? text : `${text}\n${unsaid.map(({ label }) => `回复“${label}”`).join('，')}`;
}

/** A cut may put a sign at the start of a message where it was harmless inside a line: 4 bytes are kept for taking it out. */
function markdownParts(text: string): readonly string[] {
  return splitUtf8(markdownWords(text), MARKDOWN_BYTES - 4).map((part, index) => {
    if (index === 0) return part;
    const [first = '', ...others] = part.replace(/^[ \t]+/, '').split('\n');
    return [lineStart(first), ...others].join('\n');
  });
}

/**
 * Text for the webhook: a name without @ in its place, because the client writes «@名字» of everybody in `mentioned_list` at the
 * end. People are notified once: by the first part.
 */
function pings(words: string, mentioned: readonly string[]): readonly PingBody[] {
  return splitUtf8(plainWords(words), WEBHOOK_TEXT_BYTES).map((content, index) => ({
    msgtype: 'text',
    text: { content, mentioned_list: index === 0 ? mentioned : [] },
  }));
}
