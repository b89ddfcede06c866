import { WSClient, type TemplateCard } from '@wecom/aibot-node-sdk';
import type { ButtonCard, NoticeCard } from './card.js';
import type { BotBody } from './encode.js';
import type { Timings, WecomOptions } from './options.js';
import { redactingLogger } from './sdk-log.js';

/**
 * One client of the SDK, and one connection of that client: it never reconnects by itself. So whoever comes next is asked for
 * leave first, and the traps of reusing a client (channels.md A.3.9, A.3.10) cannot be stepped into.
 */

/** How a connection ended by itself. `errcode` null: the refusal's code could not be read. */
export type SessionEnd =
  | { readonly kind: 'lost' }
  | { readonly kind: 'kicked' }
  | { readonly kind: 'refused'; readonly errcode: number | null };

export type SessionEvents = {
  /** Authenticated: only now may anything be sent (A.3.6). */
  up(): void;
  /** A callback, in any shape. */
  frame(frame: unknown): void;
  /** Once. After `close()` it comes too, but is not to be relied on. */
  end(end: SessionEnd): void;
};

/** Commands reject with a frame object or an Error (A.3.2): see outcome.ts. */
export type Session = {
  reply(reqId: string, body: BotBody): Promise<void>;
  push(chat: { readonly kind: 'group' | 'direct'; readonly id: string }, body: BotBody): Promise<void>;
  /** `onlyFor`: who sees the new card; null: everybody who sees the old one. */
  updateCard(reqId: string, card: NoticeCard | ButtonCard, onlyFor: string | null): Promise<void>;
  close(): void;
};

/** Opens a connection; what happens on it is told by `events`. */
export type OpenSession = (events: SessionEvents) => Session;

/** Takes the settings; gives what opens connections of the real SDK. */
export function sdkSessions(
  options: Pick<WecomOptions, 'botId' | 'secret' | 'wsUrl' | 'logger'>,
  timings: Timings,
): OpenSession {
  return (events) => {
    const client = new WSClient({
      botId: options.botId,
      secret: options.secret,
      ...(options.wsUrl === null ? {} : { wsUrl: options.wsUrl }),
      wsOptions: { handshakeTimeout: timings.handshakeMs },
      heartbeatInterval: timings.heartbeatMs,
      maxReconnectAttempts: 0,
      maxAuthFailureAttempts: 0,
      logger: redactingLogger(options.logger),
    });
    listen(client, events);
    client.connect();
    return commandsOf(client);
  };
}

function listen(client: WSClient, events: SessionEvents): void {
  let how: SessionEnd = { kind: 'lost' };
  let over = false;
  const end = (): void => {
    if (over) return;
    over = true;
    events.end(how);
  };
  client.on('authenticated', () => events.up());
  client.on('message', (frame) => events.frame(frame));
  client.on('event', (frame) => events.frame(frame));
  client.on('event.disconnected_event', () => {
    how = { kind: 'kicked' };
  });
  client.on('error', (error) => {
    const refusal = refusedBy(error.message);
    if (refusal) how = refusal;
    // Where no socket could be made at all, no `disconnected` follows: this is the only sign.
    if ('code' in error && error.code === 'WS_RECONNECT_EXHAUSTED') end();
  });
  client.on('disconnected', end);
}

/** The SDK tells the refusal of a subscribe in words only; the code stands at their end. */
function refusedBy(message: string): SessionEnd | null {
  if (!message.startsWith('Authentication failed')) return null;
  const errcode = /\(code: (-?\d+)\)$/.exec(message)?.[1];
  return { kind: 'refused', errcode: errcode === undefined ? null : Number(errcode) };
}

function commandsOf(client: WSClient): Session {
  const headers = (reqId: string) => ({ headers: { req_id: reqId } });
  return {
    async reply(reqId, body) {
      await client.reply(headers(reqId), body);
    },
    async push(chat, body) {
      // Without chat_type the server guesses, groups first (A.6); the SDK passes it on although its type lacks it (A.3.13).
      const typed = { chat_type: chat.kind === 'direct' ? 1 : 2, ...mutable(body) };
      await client.sendMessage(chat.id, typed);
    },
    async updateCard(reqId, card, onlyFor) {
      await client.updateTemplateCard(headers(reqId), sdkCard(card), onlyFor === null ? [] : [onlyFor]);
    },
    close() {
      client.disconnect();
    },
  };
}

/** Our cards are read-only all through; the SDK's types do not know that word. */
const sdkCard = (card: NoticeCard | ButtonCard): TemplateCard => structuredClone(card) as TemplateCard;

const mutable = (body: BotBody) =>
  body.msgtype === 'markdown'
    ? { msgtype: body.msgtype, markdown: { content: body.markdown.content } }
    : { msgtype: body.msgtype, template_card: sdkCard(body.template_card) };
