/** Telegram's HTML mode, as strict as the server: what it does not know is refused (channels.md D.4). */
import { badRequest } from './types.js';
import type { Entity, FakeUser, ParsedText } from './types.js';

const TAGS: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  'tg-spoiler': 'spoiler',
  a: 'text_link',
};
const CHARACTERS: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

type Open = { readonly tag: string; readonly offset: number; readonly href: string | null };

/**
 * Takes HTML and who a `tg://user?id=` may point at; gives text and entities.
 * Throws 400 `can't parse entities: …` on a tag it does not know, or one opened and not closed, or closed and not opened.
 */
export function parseHtml(html: string, person: (id: number) => FakeUser | null): ParsedText {
  const fail = (words: string, at: number): never => {
    throw badRequest(`can't parse entities: ${words} at byte offset ${Buffer.byteLength(html.slice(0, at))}`);
  };
  let text = '';
  const entities: Entity[] = [];
  const open: Open[] = [];
  const token = /<(\/?)([a-zA-Z][a-zA-Z0-9-]*)?([^<>]*)>?|&(#?[a-zA-Z0-9]+);|[^<&]+|&/g;
  for (const match of html.matchAll(token)) {
    const [whole, slash, name, attributes = '', character] = match;
    if (character !== undefined) {
      text += decodeCharacter(character) ?? whole;
    } else if (!whole.startsWith('<')) {
      text += whole;
    } else if (name === undefined || TAGS[name.toLowerCase()] === undefined || !whole.endsWith('>')) {
      fail(`Unsupported start tag "${name ?? whole.slice(1, 12)}"`, match.index);
    } else if (slash === '/') {
      const last = open.pop();
      if (last?.tag !== name.toLowerCase()) fail(`Unmatched end tag, found "</${name}>"`, match.index);
      else if (text.length > last.offset) entities.push(...entity(last, text.length, text, person));
    } else {
      open.push({ tag: name.toLowerCase(), offset: text.length, href: href(attributes) });
    }
  }
  const left = open.at(-1);
  if (left) fail(`Can't find end tag corresponding to start tag "${left.tag}"`, html.length);
  return { text, entities };
}

function decodeCharacter(name: string): string | null {
  if (!name.startsWith('#')) return CHARACTERS[name] ?? null;
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

function href(attributes: string): string | null {
  const found = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes);
  const raw = found?.[1] ?? found?.[2] ?? found?.[3] ?? null;
  return raw === null
    ? null
    : raw.replace(/&(#?[a-zA-Z0-9]+);/g, (whole, name: string) => decodeCharacter(name) ?? whole);
}

/** A link to a person nobody in the chat knows, or to nothing, is plain words on the real server. */
function entity(open: Open, end: number, text: string, person: (id: number) => FakeUser | null): readonly Entity[] {
  const at = { offset: open.offset, length: end - open.offset };
  if (open.tag !== 'a') return [{ type: TAGS[open.tag] ?? open.tag, ...at }];
  const url = open.href ?? text.slice(open.offset, end);
  const id = /^tg:\/\/user\?id=(\d+)$/.exec(url)?.[1];
  if (id === undefined) return /^[a-z]+:\/\/|\./i.test(url) ? [{ type: 'text_link', ...at, url }] : [];
  const user = person(Number(id));
  return user ? [{ type: 'text_mention', ...at, user }] : [];
}
