import { z } from 'zod';
import type { Attachment } from '../gateway.js';

/** Reads the content of a message or of a quoted message: both have the same shapes (channels.md A.4). Pure. */

const words = z.object({ content: z.string() });
const media = z.object({ url: z.string().min(1), aeskey: z.string().nullish() });
const item = z.object({ msgtype: z.string(), text: words.optional(), image: media.optional() });

/** A message or quote before its content is known: the type, and a field of that name. */
export type ContentNode = { readonly msgtype: string } & Readonly<Record<string, unknown>>;

export type Content =
  | { readonly kind: 'content'; readonly text: string; readonly attachments: readonly Attachment[] }
  /** `unknown-msgtype`: a type we do not know. `bad-content`: a known type without the field that carries it. */
  | { readonly kind: 'refused'; readonly reason: 'unknown-msgtype' | 'bad-content' };

const badContent: Content = { kind: 'refused', reason: 'bad-content' };

/** Takes a message or quote; gives its words and attachments, or why it cannot be read. Speech comes as text (A.4). */
export function readContent(node: ContentNode): Content {
  switch (node.msgtype) {
    case 'text':
    case 'voice': {
      const found = words.safeParse(node[node.msgtype]);
      return found.success ? { kind: 'content', text: found.data.content, attachments: [] } : badContent;
    }
    case 'image':
    case 'file':
    case 'video': {
      const found = media.safeParse(node[node.msgtype]);
      return found.success
        ? { kind: 'content', text: '', attachments: [attach(node.msgtype, found.data)] }
        : badContent;
    }
    case 'mixed':
      return readMixed(node['mixed']);
    default:
      return { kind: 'refused', reason: 'unknown-msgtype' };
  }
}

/** Pieces in their order; a piece of an unknown kind is left out, for the words beside it still count. */
function readMixed(mixed: unknown): Content {
  const list = z.object({ msg_item: z.array(z.unknown()) }).safeParse(mixed);
  if (!list.success) return badContent;
  const items = list.data.msg_item.map((one) => item.safeParse(one)).flatMap((one) => (one.success ? [one.data] : []));
  return {
    kind: 'content',
    text: items.flatMap((one) => (one.msgtype === 'text' && one.text ? [one.text.content] : [])).join('\n'),
    attachments: items.flatMap((one) => (one.msgtype === 'image' && one.image ? [attach('image', one.image)] : [])),
  };
}

/** The name of a file is not in the message: it comes with the download (A.4). */
function attach(kind: 'image' | 'file' | 'video', from: z.infer<typeof media>): Attachment {
  return { kind, name: null, ref: JSON.stringify({ url: from.url, aeskey: from.aeskey ?? null }) };
}
