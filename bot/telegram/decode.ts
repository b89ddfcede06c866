import type { Attachment, ChatRef, Inbound, PlatformUser, Press, Quote } from '../gateway.js';
import { readAddress } from './addressed.js';
import type { Me, TelegramChat, TelegramMessage, TelegramPress, TelegramUser } from './updates.js';
import { updateSchema } from './updates.js';

/** Turns an update into what it means for us. Pure; an update is unknown until it fits. */

export type Decoded =
  | { readonly kind: 'message'; readonly message: Inbound }
  /** Must be answered under `press.pressId`, whatever comes of it (channels.md D.5). */
  | { readonly kind: 'press'; readonly press: Press }
  /** A press that carries no button of ours; answered and dropped. */
  | { readonly kind: 'stray-press'; readonly pressId: string }
  /** The group has a new id (D.3). */
  | { readonly kind: 'moved'; readonly from: string; readonly to: string }
  | { readonly kind: 'ignored'; readonly reason: string };

export type DecodeContext = { readonly me: Me; readonly botName: string; readonly now: number };

const ignored = (reason: string): Decoded => ({ kind: 'ignored', reason });

/** Takes one update; gives what it is. Never throws: what does not fit is `ignored`, with the reason for the log. */
export function decode(update: unknown, context: DecodeContext): Decoded {
  const read = updateSchema.safeParse(update);
  if (!read.success) return ignored(`malformed at ${read.error.issues[0]?.path.join('.') ?? '?'}`);
  const { message, edited_message: edited, callback_query: press } = read.data;
  if (message) return decodeMessage(message, context, null);
  // Its id names the edit: the same edit delivered twice is one message, another edit is another.
  if (edited) return decodeMessage(edited, context, edited.edit_date ?? 0);
  if (press) return decodePress(press, context);
  return ignored('a type of update that was not asked for');
}

function decodeMessage(message: TelegramMessage, { me, botName, now }: DecodeContext, edit: number | null): Decoded {
  const { chat } = message;
  if (chat.type === 'channel') return ignored('a channel');
  const moved = message.migrate_to_chat_id;
  if (moved !== undefined) return { kind: 'moved', from: String(chat.id), to: String(moved) };
  const old = message.migrate_from_chat_id;
  if (old !== undefined) return { kind: 'moved', from: String(old), to: String(chat.id) };
  const from = sender(message);
  if (from === null) return ignored('a bot, or nobody');
  const raw = message.text ?? message.caption;
  const attachments = readAttachments(message);
  if (raw === undefined && attachments.length === 0) return ignored('neither words nor a file');
  const entities = message.text === undefined ? message.caption_entities : message.entities;
  const words = readAddress(clean(raw ?? ''), entities ?? [], me, botName);
  const quote = readQuote(message, me);
  const id = `${chat.id}:${message.message_id}`;
  return {
    kind: 'message',
    message: {
      chat: chatRef(chat, from),
      messageId: edit === null ? id : `${id}:${edit}`,
      from,
      text: words.text,
      addressed: chat.type === 'private' || words.addressed || quote?.fromBot === true,
      mentions: words.mentions,
      quote,
      attachments,
      arrivedAt: now,
    },
  };
}

function decodePress(query: TelegramPress, { now }: DecodeContext): Decoded {
  if (query.data === undefined || query.data === '') return { kind: 'stray-press', pressId: query.id };
  const from = person(query.from);
  const { message } = query;
  return {
    kind: 'press',
    press: {
      chat: message ? chatRef(message.chat, from) : { channel: 'telegram', kind: 'direct', id: from.id },
      pressId: query.id,
      from,
      button: query.data,
      messageId: message ? `${message.chat.id}:${message.message_id}` : null,
      arrivedAt: now,
    },
  };
}

/** A private chat has the id of its person, which is what `ChatRef` wants. */
const chatRef = (chat: TelegramChat, from: PlatformUser): ChatRef =>
  chat.type === 'private'
    ? { channel: 'telegram', kind: 'direct', id: from.id }
    : { channel: 'telegram', kind: 'group', id: String(chat.id) };

/** null: nobody we listen to. An anonymous administrator speaks as the group, by way of a bot of Telegram's own. */
function sender({ from, sender_chat: as }: TelegramMessage): PlatformUser | null {
  if (as) return { id: String(as.id), name: as.title ?? null };
  return from && !from.is_bot ? person(from) : null;
}

/** 赵 (last) and 高斌 (first) is 赵高斌; other scripts put the first name first. */
function person(user: TelegramUser): PlatformUser {
  const first = clean(user.first_name).trim();
  const last = clean(user.last_name ?? '').trim();
  const chinese = /^\p{Script=Han}+$/u.test(first) && /^\p{Script=Han}+$/u.test(last);
  const name = chinese ? last + first : `${first} ${last}`.trim();
  return { id: String(user.id), name: name || user.username || null };
}

function readQuote({ chat, reply_to_message: replied }: TelegramMessage, me: Me): Quote | null {
  if (!replied || replied.forum_topic_created !== undefined) return null;
  return {
    messageId: `${chat.id}:${replied.message_id}`,
    text: clean(replied.text ?? replied.caption ?? ''),
    fromBot: replied.from ? replied.from.id === me.id : null,
  };
}

function readAttachments(message: TelegramMessage): readonly Attachment[] {
  const { document, audio, voice, video, video_note: round } = message;
  // The sizes of a photo come smallest first.
  const photo = message.photo?.at(-1);
  const all: (Attachment | null)[] = [
    photo ? { kind: 'image', name: null, ref: photo.file_id } : null,
    document ? { kind: 'file', name: document.file_name ?? null, ref: document.file_id } : null,
    audio ? { kind: 'file', name: audio.file_name ?? null, ref: audio.file_id } : null,
    voice ? { kind: 'voice', name: null, ref: voice.file_id } : null,
    video ? { kind: 'video', name: video.file_name ?? null, ref: video.file_id } : null,
    round ? { kind: 'video', name: null, ref: round.file_id } : null,
  ];
  return all.filter((one) => one !== null);
}

/** Half a character and NUL break databases; both keep their place, so that the offsets of entities stay right. */
function clean(text: string): string {
  return text.replaceAll('\u0000', ' ').replace(/\p{Surrogate}/gu, '\ufffd');
}
