import type { Piece } from './pieces.js';

/** Cuts a message by UTF-16 units (channels.md D.4, G.10): never inside a character, and inside a link or mention only if it must. Pure. */

/** The server keeps 100 entities of a message and forgets the rest; a forgotten one would be live, or notify nobody. */
const MOST_ENTITIES = 90;

/** Families of emoji with skin colours come to about 20 units; what is longer is made up. */
const LONGEST_CHARACTER = 64;

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** Takes pieces and a limit in UTF-16 units (at least 64); gives parts within the limit, none of them blank. */
export function splitPieces(pieces: readonly Piece[], limit: number): readonly (readonly Piece[])[] {
  const parts: Piece[][] = [];
  let part: Piece[] = [];
  let room = limit;
  let entities = 0;
  const flush = (): void => {
    if (part.some((piece) => piece.text.trim() !== '')) parts.push(part);
    part = [];
    room = limit;
    entities = 0;
  };
  const add = (piece: Piece): void => {
    part.push(piece);
    room -= piece.text.length;
    if (piece.kind !== 'words') entities += 1;
  };
  for (const piece of pieces) {
    let rest = piece;
    if (rest.kind !== 'words' && (entities === MOST_ENTITIES || (rest.text.length > room && room < limit))) flush();
    while (rest.text.length > room) {
      const cut = cutAt(rest.text, room);
      if (cut > 0) add({ ...rest, text: rest.text.slice(0, cut) });
      flush();
      rest = { ...rest, text: rest.text.slice(cut) };
    }
    if (rest.text !== '') add(rest);
  }
  flush();
  return parts;
}

/** Where to cut a text of more than `room` units: at a line's end, else a sentence's, in the second half; else between characters. */
function cutAt(text: string, room: number): number {
  const window = text.slice(0, room);
  for (const end of [window.lastIndexOf('\n') + 1, lastEnd(window)]) if (end > room / 2) return end;
  const character = graphemes.segment(text).containing(room);
  if (character && character.index > 0) return character.index;
  // One character of accents without end: then between code points, or not at all if a new part has more room.
  if (room < LONGEST_CHARACTER) return 0;
  return /[\ud800-\udbff]$/.test(window) ? room - 1 : room;
}

function lastEnd(window: string): number {
  return Math.max(...['。', '！', '？', '；', '，', '、', ' '].map((sign) => window.lastIndexOf(sign))) + 1;
}
