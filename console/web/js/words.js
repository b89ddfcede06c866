/**
 * What a message's text consists of: plain words, mentions, ticket numbers, signs. Pure.
 * @typedef {{ kind: 'text', text: string } | { kind: 'mention', text: string, id: string } | { kind: 'ticket', text: string } | { kind: 'sign', text: string }} Token
 */

const TICKET = 'TZ-\\d{8}-\\d{4}';
/** The signs that 小通 uses (voice.md 6). The page draws them itself: they look the same everywhere, with or without an emoji font. */
export const SIGNS = /** @type {const} */ ({ '🔴': 'red', '🟠': 'orange', '🔵': 'blue', '✅': 'done', '⏰': 'time' });

/** @param {string} text */
const escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/**
 * Cuts a text. Only whom the message really mentions (and the bot) is marked: an @ in words alone notifies nobody. A mention whose
 * name does not stand in the text is added at the end, so that it is seen.
 * @param {string} text
 * @param {readonly { id: string, name: string }[]} mentioned
 * @param {{ id: string, name: string }} bot
 * @returns {Token[]}
 */
export function tokens(text, mentioned, bot) {
  /** @type {Map<string, string>} */
  const names = new Map();
  for (const { id, name } of [...mentioned, bot]) names.set(`@${name}`, id).set(`@${id}`, id);
  const words = [...names.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const pattern = new RegExp([TICKET, ...Object.keys(SIGNS), ...words].join('|'), 'gu');
  /** @type {Token[]} */
  const found = [];
  const seen = new Set();
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > from) found.push({ kind: 'text', text: text.slice(from, match.index) });
    const id = names.get(match[0]);
    if (id !== undefined) {
      found.push({ kind: 'mention', text: match[0], id });
      seen.add(id);
    } else found.push({ kind: match[0] in SIGNS ? 'sign' : 'ticket', text: match[0] });
    from = match.index + match[0].length;
  }
  if (from < text.length) found.push({ kind: 'text', text: text.slice(from) });
  for (const { id, name } of mentioned) {
    if (!seen.has(id)) found.push({ kind: 'text', text: ' ' }, { kind: 'mention', text: `@${name}`, id });
  }
  return found;
}

/**
 * The first words of a message in one line and without signs, for quotes.
 * @param {string} text
 * @param {number} [length] in characters
 */
export function snippet(text, length = 48) {
  const signs = new RegExp(Object.keys(SIGNS).join('|'), 'gu');
  const letters = [...text.replace(signs, '').replace(/\s+/g, ' ').trim()];
  return letters.length > length ? `${letters.slice(0, length).join('')}…` : letters.join('');
}
