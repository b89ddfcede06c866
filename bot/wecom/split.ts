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
  let size = 0;
  for (const piece of pieces(text, maxBytes)) {
    const more = utf8Bytes(piece);
    if (part !== '' && size + more > maxBytes) {
      parts.push(part);
      part = '';
      size = 0;
    }
    part += piece;
    size += more;
  }
  parts.push(part);
  // The break that a cut was made at is not needed any more.
  const trimmed = parts.map((one, index) => (index < parts.length - 1 ? one.replace(/\n+$/, '') : one));
  const full = trimmed.filter((one) => one !== '');
  return full.length > 0 ? full : [''];
}

/** Lines with their break; a line over the limit in pieces that fill it. */
function* pieces(text: string, maxBytes: number): Generator<string> {
  for (const line of text.split(/(?<=\n)/)) {
    let rest = line;
    while (utf8Bytes(rest) > maxBytes) {
      const at = cutAt(rest, maxBytes);
      yield rest.slice(0, at);
      rest = rest.slice(at);
    }
    yield rest;
  }
}

/**
 * The last place within the limit that is between two characters as a reader sees them; inside one only where it is larger
 * than the limit (a letter under many accents). Looks at the neighbourhood of the cut: segmenting a long text whole is slow.
 */
function cutAt(text: string, maxBytes: number): number {
  let end = 0;
  let size = 0;
  for (const point of text) {
    size += bytesOf(point.codePointAt(0) ?? 0);
    if (size > maxBytes) break;
    end += point.length;
  }
  const from = Math.max(0, end - 200);
  const across = graphemes.segment(text.slice(from, end + 200)).containing(end - from);
  const at = from + (across?.index ?? end - from);
  return at > from ? at : end;
}

/** Bytes of one code point in UTF-8. */
const bytesOf = (point: number): number => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4);
