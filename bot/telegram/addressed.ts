import type { Me, TelegramEntity } from './updates.js';

/** Who a text speaks to: the bot, other people. Pure. */

export type Read = {
  /** Without the @ of the bot, trimmed. */
  readonly text: string;
  readonly addressed: boolean;
  /** Ids of people named by a link, `@username` of those who have one (their id is not told, channels.md D.4). */
  readonly mentions: readonly string[];
};

const quoted = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Takes a text with its entities, who the bot is and the name people call it by; gives the words, whether they are meant for the
 * bot (its @username, a command not meant for another bot, or its name at the start) and who else is mentioned.
 */
export function readAddress(raw: string, entities: readonly TelegramEntity[], me: Me, botName: string): Read {
  const own = `@${me.username}`.toLowerCase();
  const mentions: string[] = [];
  const cuts: { from: number; to: number }[] = [];
  let addressed = false;
  for (const { type, offset, length, user } of entities) {
    const words = raw.slice(offset, offset + length);
    if (type === 'text_mention' && user) {
      if (user.id === me.id) cuts.push({ from: offset, to: offset + length });
      else mentions.push(String(user.id));
    } else if (type === 'mention') {
      if (words.toLowerCase() === own) cuts.push({ from: offset, to: offset + length });
      else mentions.push(words);
    } else if (type === 'bot_command' && offset === 0) {
      const at = words.indexOf('@');
      const ours = at === -1 || words.slice(at).toLowerCase() === own;
      addressed ||= ours;
      if (ours && at !== -1) cuts.push({ from: at, to: length });
    }
  }
  const cut = cutOut(raw, cuts);
  const named = callsByName(cut, botName);
  return {
    text: named.text,
    addressed: addressed || cuts.length > 0 || named.called,
    mentions: [...new Set(mentions)],
  };
}

/** Where something stood between words, one blank stays. */
function cutOut(raw: string, cuts: readonly { from: number; to: number }[]): string {
  let text = raw;
  for (const { from, to } of [...cuts].sort((a, b) => b.from - a.from)) {
    const before = text.slice(0, from);
    const after = text.slice(to);
    const apart = /\s$/.test(before) && /^[^\S\n]/.test(after);
    text = before + (apart ? after.slice(1) : after);
  }
  return text.trim();
}

/** What makes another word of the name: 小通知 (a notice, not a call), 小通州. */
const OTHER = '知(?!道)|州';

/** `@小通` typed out is no mention to Telegram: it counts, and is cut. 小通 alone stays. */
function callsByName(text: string, botName: string): { readonly text: string; readonly called: boolean } {
  const name = quoted(botName);
  const typed = text.replace(new RegExp(`[@＠]${name}(?!${OTHER})[^\\S\\n]?`, 'gu'), '').trim();
  if (typed !== text) return { text: typed, called: true };
  return { text, called: new RegExp(`^${name}(?!${OTHER})`, 'u').test(text) };
}
