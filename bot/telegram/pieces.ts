import type { Span } from '../gateway.js';
import { escapeHtml, findLive } from './escape.js';

/** The smallest parts of a message that look different: what the splitter may cut, and what it may not. Pure. */

export type Piece =
  | { readonly kind: 'words'; readonly text: string }
  /** Something Telegram would make live, shown as code: it stays as it is, can be copied by a tap, and does nothing. */
  | { readonly kind: 'dead'; readonly text: string }
  /** A person by id: a link that notifies (channels.md D.4). */
  | { readonly kind: 'person'; readonly text: string; readonly id: string }
  /** `@username`, live as it stands. */
  | { readonly kind: 'username'; readonly text: string };

/** Half a character cannot be sent, and the server strips the other signs that nobody sees. */
const clean = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');

/** Takes spans; gives pieces in order. A mention whose id is none of Telegram's becomes words: `@name`, dead. */
export function toPieces(spans: readonly Span[]): readonly Piece[] {
  return spans.flatMap((span): readonly Piece[] => {
    if (typeof span === 'string') return toWords(clean(span));
    const name = clean(span.name).trim();
    if (/^\d{1,19}$/.test(span.mention)) return [{ kind: 'person', text: name || span.mention, id: span.mention }];
    if (/^@[A-Za-z0-9_]{2,32}$/.test(span.mention)) return [{ kind: 'username', text: span.mention }];
    return toWords(name === '' ? '' : `@${name}`);
  });
}

/** Takes words as they are; gives pieces that are dead in every part. */
export function toWords(text: string): readonly Piece[] {
  return findLive(text).map((word) => ({ kind: word.live ? 'dead' : 'words', text: word.text }));
}

/** One piece as HTML. */
export function pieceHtml(piece: Piece): string {
  const text = escapeHtml(piece.text);
  switch (piece.kind) {
    case 'words':
    case 'username':
      return text;
    case 'dead':
      return `<code>${text}</code>`;
    case 'person':
      return `<a href="tg://user?id=${piece.id}">${text}</a>`;
  }
}

/** One piece where HTML was refused: an unseen sign keeps what must stay dead from coming to life. */
export function piecePlain(piece: Piece): string {
  return piece.kind === 'dead' ? piece.text.replace(/[@/.:]/g, '$&\u2060') : piece.text;
}
