/** The methods of the Bot API that change or tell something in chats. Each throws a `Refusal` as the server would. */
import { finish } from './detect.js';
import { parseHtml } from './html.js';
import { badRequest } from './types.js';
import type { FakeChat, ParsedText, StoredFile, StoredMessage } from './types.js';
import { chatJson, messageJson, readKeyboard } from './wire.js';
import type { World } from './world.js';

export type Payload = Readonly<Record<string, unknown>>;
type Method = (world: World, payload: Payload) => unknown;

const utf8 = (text: string): boolean => !/\p{Surrogate}/u.test(text);

function parsed(world: World, chat: FakeChat, text: unknown, mode: unknown): ParsedText {
  if (typeof text !== 'string') return { text: '', entities: [] };
  if (!utf8(text)) throw badRequest('strings must be encoded in UTF-8');
  if (mode !== undefined && mode !== 'HTML') throw badRequest('unsupported parse_mode');
  const raw = mode === 'HTML' ? parseHtml(text, (id) => world.person(chat, id)) : { text, entities: [] };
  // The server keeps 100 entities and forgets the rest.
  const all = finish(raw);
  return { text: all.text, entities: all.entities.slice(0, 100) };
}

function replyTarget(chat: FakeChat, parameters: unknown): number | null {
  if (parameters === undefined || parameters === null) return null;
  const { message_id: id, allow_sending_without_reply: anyway } = parameters as Payload;
  if (typeof id === 'number' && chat.messages.has(id)) return id;
  if (anyway === true) return null;
  throw badRequest('message to be replied not found');
}

const sendMessage: Method = (world, payload) => {
  const chat = world.writable(payload['chat_id']);
  const content = parsed(world, chat, payload['text'], payload['parse_mode']);
  if (content.text === '') throw badRequest('message text is empty');
  if (content.text.length > 4096) throw badRequest('message is too long');
  const message = world.write(chat, {
    ...content,
    from: world.bot,
    replyTo: replyTarget(chat, payload['reply_parameters']),
    media: null,
    keyboard: readKeyboard(payload['reply_markup']),
    silent: payload['disable_notification'] === true,
  });
  return messageJson(message, world);
};

/** `photo` or `document`: a stored file's id, or bytes that came by multipart and are a stored file already. */
const sendMedia =
  (kind: 'photo' | 'document', limit: number): Method =>
  (world, payload) => {
    const chat = world.writable(payload['chat_id']);
    const file: StoredFile | undefined = world.files.get(String(payload[kind]));
    if (!file) throw badRequest(`wrong file identifier/HTTP URL specified`);
    if (file.size > limit) throw badRequest('file is too big');
    const content = parsed(world, chat, payload['caption'], payload['parse_mode']);
    if (content.text.length > 1024) throw badRequest('message caption is too long');
    const message = world.write(chat, {
      ...content,
      from: world.bot,
      replyTo: replyTarget(chat, payload['reply_parameters']),
      media: { kind, file },
      keyboard: readKeyboard(payload['reply_markup']),
      silent: false,
    });
    return messageJson(message, world);
  };

/** The bot's own message, for an edit. */
function mine(world: World, payload: Payload): { chat: FakeChat; message: StoredMessage } {
  const chat = world.writable(payload['chat_id']);
  const message = chat.messages.get(Number(payload['message_id']));
  if (!message) throw badRequest('message to edit not found');
  if (message.from.id !== world.bot.id) throw badRequest("message can't be edited");
  return { chat, message };
}

const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content ' +
  'and reply markup of the message';
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const editMessageReplyMarkup: Method = (world, payload) => {
  const { message } = mine(world, payload);
  const keyboard = readKeyboard(payload['reply_markup']);
  if (same(keyboard, message.keyboard)) throw badRequest(NOT_MODIFIED);
  message.keyboard = keyboard;
  return messageJson(message, world);
};

const editMessageText: Method = (world, payload) => {
  const { chat, message } = mine(world, payload);
  const content = parsed(world, chat, payload['text'], payload['parse_mode']);
  if (content.text === '') throw badRequest('message text is empty');
  if (content.text.length > 4096) throw badRequest('message is too long');
  const keyboard = readKeyboard(payload['reply_markup']);
  const unchanged = content.text === message.text && same(content.entities, message.entities);
  if (unchanged && same(keyboard, message.keyboard)) throw badRequest(NOT_MODIFIED);
  Object.assign(message, content, { keyboard, editedAt: world.now() });
  return messageJson(message, world);
};

const answerCallbackQuery: Method = (world, payload) => {
  world.answerPress(payload['callback_query_id'], String(payload['text'] ?? ''), payload['show_alert'] === true);
  return true;
};

const getFile: Method = (world, payload) => {
  const file = world.files.get(String(payload['file_id']));
  if (!file) throw badRequest('wrong file_id or the file is temporarily unavailable');
  if (file.size > 20 * 1024 * 1024) throw badRequest('file is too big');
  return {
    file_id: file.fileId,
    file_unique_id: `u-${file.fileId}`,
    file_size: file.size,
    file_path: `files/${file.fileId}/${file.name}`,
  };
};

const getChat: Method = (world, payload) => {
  const chat = world.chats.get(Number(payload['chat_id']));
  if (!chat) throw badRequest('chat not found');
  return chatJson(chat, world);
};

const getChatMember: Method = (world, payload) => {
  const chat = world.chats.get(Number(payload['chat_id']));
  const user = world.users.get(Number(payload['user_id']));
  if (!chat || !user) throw badRequest('user not found');
  return { status: chat.members.has(user.id) ? 'member' : 'left', user };
};

/** Everything but getMe, getUpdates and the webhook, which belong to the connection. */
export const METHODS: Readonly<Record<string, Method>> = {
  sendMessage,
  sendPhoto: sendMedia('photo', 10 * 1024 * 1024),
  sendDocument: sendMedia('document', 50 * 1024 * 1024),
  editMessageText,
  editMessageReplyMarkup,
  answerCallbackQuery,
  getFile,
  getChat,
  getChatMember,
  sendChatAction: (world, payload) => world.writable(payload['chat_id']) !== null,
  setMyCommands: () => true,
};
