import type { ChatRef, Inbound, Outbound } from '../gateway.js';
import type { PlaygroundMessage, PlaygroundPost } from './message.js';
import type { Draft } from './room.js';

/** Between the playground's messages and the gateway's words. Pure. */

export const BOT = 'bot';
/** The playground is one group. */
export const GROUP: ChatRef = { channel: 'playground', kind: 'group', id: 'playground' };

export const directChat = (person: string): ChatRef => ({ channel: 'playground', kind: 'direct', id: person });

/** The chat a message of the bot stands in. */
export const chatOf = ({ to }: PlaygroundMessage): ChatRef => (to === undefined ? GROUP : directChat(to));

export type ReadPorts = {
  readonly botName: string;
  names(userId: string): string;
  resolveMention(text: string): readonly string[];
  /** The message replied to, if there is one. */
  find(id: string): PlaygroundMessage | null;
};

/** Ids of the people a text mentions, each once, without the bot. */
export const mentionsIn = (text: string, ports: ReadPorts): readonly string[] =>
  [...new Set(ports.resolveMention(text))].filter((id) => id !== BOT);

/** What a post is to the inside. In the group it is addressed where it names the bot or replies to it; everything is heard. */
export function toInbound(post: PlaygroundPost, id: string, now: number, ports: ReadPorts): Inbound {
  const replied = post.replyTo === undefined ? null : ports.find(post.replyTo);
  const fromBot = replied === null ? null : replied.from === BOT;
  const direct = post.chat === 'direct';
  return {
    chat: direct ? directChat(post.from) : GROUP,
    messageId: id,
    from: { id: post.from, name: ports.names(post.from) },
    text: withoutCall(post.text, ports.botName),
    addressed: direct || fromBot === true || post.text.includes(ports.botName),
    mentions: mentionsIn(post.text, ports),
    quote: post.replyTo === undefined ? null : { messageId: post.replyTo, text: replied?.text ?? '', fromBot },
    attachments: [],
    arrivedAt: now,
  };
}

/** `@小通` is a call and cut; 小通 alone is a word and stays. */
function withoutCall(text: string, botName: string): string {
  for (const at of ['@', '＠']) {
    const parts = text.split(at + botName);
    if (parts.length > 1)
      return parts
        .map((part, i) => (i === 0 ? part : part.replace(/^[^\S\n]/, '')))
        .join('')
        .trim();
  }
  return text;
}

/** What a post is to the page: as it was typed. */
export function postDraft(post: PlaygroundPost, id: string, ports: ReadPorts): Draft {
  return {
    id,
    from: post.from,
    ...(post.chat === 'direct' ? { to: BOT } : {}),
    text: post.text,
    mentions: mentionsIn(post.text, ports),
    ...(post.replyTo === undefined ? {} : { replyTo: post.replyTo }),
  };
}

/** What a message of the bot is to the page, which shows it as plain text; a mention reads `@name`. */
export function outboundDraft({ chat, spans, buttons, replyTo, ticket }: Outbound, id: string): Draft {
  return {
    id,
    from: BOT,
    ...(chat.kind === 'direct' ? { to: chat.id } : {}),
    text: spans.map((span) => (typeof span === 'string' ? span : `@${span.name || span.mention}`)).join(''),
    mentions: [...new Set(spans.flatMap((span) => (typeof span === 'string' ? [] : [span.mention])))],
    ...(buttons.length === 0 ? {} : { buttons: buttons.map(({ id, label }) => ({ id, label })) }),
    ...(replyTo === null ? {} : { replyTo }),
    ...(ticket === null ? {} : { ticket }),
  };
}
