import { z } from 'zod';
import type { ChatRef, Inbound, Press, Quote } from '../gateway.js';
import { readContent, type ContentNode } from './content.js';
import { cutMention } from './mention.js';

/** SDK frame (unknown) → what it says. Pure and total: nothing that arrives can make it throw. */

export type DecodeRefusal =
  | 'not-a-callback'
  | 'no-sender'
  | 'unknown-chattype'
  | 'group-without-chatid'
  | 'unknown-msgtype'
  | 'bad-content'
  | 'unknown-event'
  | 'press-without-key';

export type Decoded =
  | { readonly kind: 'message'; readonly message: Inbound; readonly reqId: string }
  | { readonly kind: 'press'; readonly press: Press; readonly reqId: string; readonly taskId: string | null }
  /** Another connection of this bot subscribed (A.9). */
  | { readonly kind: 'kicked' }
  /** Known, and of no use here. */
  | { readonly kind: 'passed'; readonly event: 'enter_chat' | 'feedback_event' }
  /** `detail`: the foreign type's name, cut and cleaned for a log. */
  | { readonly kind: 'refused'; readonly reason: DecodeRefusal; readonly detail: string | null };

const callback = z.object({
  headers: z.object({ req_id: z.string().min(1) }),
  body: z.looseObject({
    msgid: z.string().min(1),
    msgtype: z.string().min(1),
    chatid: z.string().nullish(),
    chattype: z.string().nullish(),
    from: z.object({ userid: z.string().min(1) }).nullish(),
    quote: z.looseObject({ msgtype: z.string() }).nullish().catch(null),
  }),
});
type Body = z.infer<typeof callback>['body'];

const pressed = z.object({ event_key: z.string().min(1), task_id: z.string().min(1).nullish() });
const happened = z.looseObject({ eventtype: z.string() });

const refused = (reason: DecodeRefusal, detail: string | null = null): Decoded => ({
  kind: 'refused',
  reason,
  detail: detail === null ? null : detail.replace(/[^\w.-]/g, '?').slice(0, 40),
});

/**
 * Takes a frame of the SDK's `message` or `event`, the bot's name and the time of arrival (ms); gives a message, a press, or
 * a named refusal. Shapes: channels.md A.4, A.5 and I (events nested one deeper than the SDK's types say, or flat).
 */
export function decode(frame: unknown, botName: string, now: number): Decoded {
  const parsed = callback.safeParse(frame);
  if (!parsed.success) return refused('not-a-callback');
  const { body, headers } = parsed.data;
  if (body.msgtype === 'event') return decodeEvent(body, headers.req_id, now);

  const place = placeOf(body);
  if ('kind' in place) return place;
  const content = readContent(body);
  if (content.kind === 'refused') return refused(content.reason, body.msgtype);
  const quoted = body.quote ? quotedOf(body.quote, botName) : null;
  const text = cutMention(content.text, botName);
  const message: Inbound = {
    chat: place.chat,
    messageId: body.msgid,
    from: { id: place.sender, name: null },
    // Somebody who only @s the bot under a quoted message means the quoted words (A.4).
    text: text === '' && content.attachments.length === 0 ? (quoted?.quote.text ?? '') : text,
    addressed: true, // in a group the bot hears nothing else (A.4)
    mentions: [], // the platform names nobody in a form we could trust
    quote: quoted?.quote ?? null,
    attachments: [...content.attachments, ...(quoted?.attachments ?? [])],
    arrivedAt: now,
  };
  return { kind: 'message', message, reqId: headers.req_id };
}

/** The quoted words, and its pictures: quoting a photo with an @ is the only way to show one that was sent before (A.4). */
function quotedOf(node: ContentNode, botName: string): { quote: Quote } & Pick<Inbound, 'attachments'> {
  const content = readContent(node);
  const text = content.kind === 'content' ? cutMention(content.text, botName) : '';
  const attachments = content.kind === 'content' ? content.attachments : [];
  return { quote: { messageId: null, text, fromBot: null }, attachments };
}

function decodeEvent(body: Body, reqId: string, now: number): Decoded {
  const event = happened.safeParse(body['event']);
  if (!event.success) return refused('unknown-event');
  switch (event.data.eventtype) {
    case 'disconnected_event':
      return { kind: 'kicked' };
    case 'enter_chat':
    case 'feedback_event':
      return { kind: 'passed', event: event.data.eventtype };
    case 'template_card_event': {
      const place = placeOf(body);
      if ('kind' in place) return place;
      const nested = pressed.safeParse(event.data['template_card_event']);
      const found = nested.success ? nested : pressed.safeParse(event.data);
      if (!found.success) return refused('press-without-key');
      const taskId = found.data.task_id ?? null;
      const from = { id: place.sender, name: null };
      const press: Press = {
        chat: place.chat,
        pressId: body.msgid,
        from,
        button: found.data.event_key,
        messageId: taskId, // what `send` gave for the card
        arrivedAt: now,
      };
      return { kind: 'press', press, reqId, taskId };
    }
    default:
      return refused('unknown-event', event.data.eventtype);
  }
}

/** Where, and by whom. A single chat is named by the person (A.5); `chattype` may be missing (A.5, enter_chat). */
function placeOf(body: Body): { chat: ChatRef; sender: string } | Decoded {
  const sender = body.from?.userid;
  if (sender === undefined) return refused('no-sender');
  switch (body.chattype ?? (body.chatid ? 'group' : 'single')) {
    case 'group':
      if (!body.chatid) return refused('group-without-chatid');
      return { chat: { channel: 'wecom', kind: 'group', id: body.chatid }, sender };
    case 'single':
      return { chat: { channel: 'wecom', kind: 'direct', id: sender }, sender };
    default:
      return refused('unknown-chattype', body.chattype ?? null);
  }
}
