/** A file's bytes as text. Exports come as UTF-8, as UTF-16 with its mark, or from older Windows as GBK. */

const begins = (bytes: Uint8Array, ...mark: readonly number[]): boolean => mark.every((byte, n) => bytes[n] === byte);

/** The text, without a byte-order mark. Never throws: what is none of the three comes out with replacement characters. */
export const textOf = (bytes: Uint8Array): string => {
  if (begins(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (begins(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
};
