import type { ChatRef } from '../gateway.js';
import type { Logger } from './options.js';

/** Which groups are served, and where they are now: a group that becomes a supergroup gets a new id (channels.md D.3). */

export type Chats = {
  /** Direct chats always; groups by the list. Tells once in the log of a group it does not serve. */
  serves(chat: ChatRef): boolean;
  /** The id a group has now, as far as it is known. */
  whereIs(chatId: string): string;
  moved(from: string, to: string): void;
};

/** `chatIds`: decimal ids; empty: every group. */
export function createChats(chatIds: readonly string[], logger: Logger): Chats {
  const served = new Set(chatIds);
  const newIds = new Map<string, string>();
  const refused = new Set<string>();
  return {
    serves(chat) {
      if (chat.kind === 'direct' || served.size === 0 || served.has(chat.id)) return true;
      if (!refused.has(chat.id)) {
        refused.add(chat.id);
        const words = 'a group that is not served speaks: add its id to TELEGRAM_CHAT_IDS to serve it';
        logger.info({ code: 'TELEGRAM_NOT_SERVED', chatId: chat.id }, words);
      }
      return false;
    },
    whereIs(chatId) {
      return newIds.get(chatId) ?? chatId;
    },
    moved(from, to) {
      if (from === to || newIds.get(from) === to) return;
      newIds.set(from, to);
      if (served.has(from)) served.add(to);
      logger.warn({ code: 'TELEGRAM_GROUP_MOVED', from, to }, 'the group has a new id: put it into TELEGRAM_CHAT_IDS');
    },
  };
}
