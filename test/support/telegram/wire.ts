/** Stored things as the Bot API shows them (channels.md D.2 to D.6). */
import type { Entity, FakeChat, FakeUser, KeyButton, StoredFile, StoredMessage } from './types.js';
import { badRequest } from './types.js';
import type { World } from './world.js';

type Json = Readonly<Record<string, unknown>>;

export function chatJson(chat: FakeChat, world: World): Json {
  if (chat.kind !== 'private') return { id: chat.id, type: chat.kind, title: chat.title };
  const user = world.users.get(chat.id);
  return { id: chat.id, type: 'private', first_name: user?.first_name ?? '' };
}

/** `reply_to_message` comes one level deep (D.3). */
export function messageJson(message: StoredMessage, world: World, depth = 1): Json {
  const chat = world.chats.get(message.chatId);
  const reply = message.replyTo !== null && depth > 0 ? chat?.messages.get(message.replyTo) : undefined;
  const [words, marks] = message.media ? ['caption', 'caption_entities'] : ['text', 'entities'];
  return {
    message_id: message.messageId,
    from: message.from,
    chat: chat ? chatJson(chat, world) : { id: message.chatId, type: 'group', title: '' },
    date: Math.floor(message.at / 1000),
    ...(message.editedAt === null ? {} : { edit_date: Math.floor(message.editedAt / 1000) }),
    ...(reply ? { reply_to_message: messageJson(reply, world, depth - 1) } : {}),
    ...(message.media ? mediaJson(message.media.kind, message.media.file) : {}),
    ...(message.text === '' && message.media ? {} : { [words]: message.text }),
    ...(message.entities.length > 0 ? { [marks]: message.entities } : {}),
    ...(message.keyboard.length > 0 ? { reply_markup: { inline_keyboard: message.keyboard } } : {}),
  };
}

function mediaJson(kind: 'photo' | 'document' | 'voice' | 'video', file: StoredFile): Json {
  const ids = { file_id: file.fileId, file_unique_id: `u-${file.fileId}`, file_size: file.size };
  switch (kind) {
    case 'photo': {
      const small = { file_id: `${file.fileId}-s`, file_unique_id: `us-${file.fileId}`, width: 90, height: 60 };
      return { photo: [small, { ...ids, width: 1280, height: 853 }] };
    }
    case 'document':
      return { document: { ...ids, file_name: file.name } };
    case 'voice':
      return { voice: { ...ids, duration: 3 } };
    case 'video':
      return { video: { ...ids, file_name: file.name, width: 640, height: 480, duration: 3 } };
  }
}

/** Reads `reply_markup`; refuses what the server refuses: empty labels, data not of 1 to 64 bytes (D.5). */
export function readKeyboard(markup: unknown): readonly (readonly KeyButton[])[] {
  if (markup === undefined || markup === null) return [];
  const rows: unknown = (markup as Json)['inline_keyboard'];
  if (!Array.isArray(rows)) throw badRequest("can't parse reply keyboard markup JSON object");
  return (rows as unknown[])
    .filter((row): row is unknown[] => Array.isArray(row) && row.length > 0)
    .map((row) => row.map(readButton));
}

function readButton(button: unknown): KeyButton {
  const { text, callback_data: data } = button as Json;
  if (typeof text !== 'string' || text.trim() === '')
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  if (typeof data !== 'string' || data === '' || Buffer.byteLength(data) > 64) throw badRequest('BUTTON_DATA_INVALID');
  return { text, callback_data: data };
}

/** Entities of what a person typed: found ones, and a person named without a username as `text_mention`. */
export function typedEntities(text: string, found: readonly Entity[], named: readonly FakeUser[]): readonly Entity[] {
  const people = named.flatMap((user): Entity[] => {
    const offset = text.indexOf(user.first_name);
    return offset === -1 ? [] : [{ type: 'text_mention', offset, length: user.first_name.length, user }];
  });
  return [...found, ...people].sort((a, b) => a.offset - b.offset);
}
