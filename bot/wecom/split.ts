/** Cuts long texts by UTF-8 bytes (channels.md G.10). Pure. */

const encoder = new TextEncoder();
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** The length of a text in bytes of UTF-8. */
export const utf8Bytes = (text: string): number => encoder.encode(text).length;

/** The length of a text in characters as a reader counts them (code points). */
export const characters = (text: string): number => Array.from(text).length;

/**
 * Takes a text and a limit in bytes (at least 4); gives the parts, each within the limit, none empty but that of an empty
 * text. Cuts at line breaks where it can, else between characters, never inside one.
 */
export function splitUtf8(text: string, maxBytes: number): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (const piece of pieces(text, maxBytes)) {
    if (part !== '' && utf8Bytes(part) + utf8Bytes(piece) > maxBytes) {
      parts.push(part);
      part = '';
    }
    part += piece;
  }
  parts.push(part);
  // The break that a cut was made at is not needed any more.
  const trimmed = parts.map((one, index) => (index < parts.length - 1 ? one.replace(/\n+$/, '') : one));
  const full = trimmed.filter((one) => one !== '');
  return full.length > 0 ? full : [''];
}

/** Lines with their break; a line over the limit in characters; a character over the limit (many accents) in code points. */
function* pieces(text: string, maxBytes: number): Generator<string> {
  for (const line of text.split(/(?<=\n)/)) {
    if (utf8Bytes(line) <= maxBytes) {
      yield line;
      continue;
    }
    for (const { segment } of graphemes.segment(line)) {
      if (utf8Bytes(segment) <= maxBytes) yield segment;
      else yield* segment;
    }
  }
}
