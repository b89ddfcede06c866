/** What of a message is somebody else's: 「张三：…」 with a rule under it, lines with '>', 引用. The quote is not the message. */

const QUOTED =
  /^\s*(?:\[?(?:引用|回复)\]?[^\n「“"]{0,20})?[「“"『]([^」”"』]*)[」”"』]\s*\n?\s*[-—–_=~·.*─━\s]{3,}(?:\n|$)/;
/** Without a rule the quotation must name its speaker at once and stand on lines of its own. */
const NAMED = /^\s*[「“"『]([^」”"』:：\n]{1,16}[:：][^」”"』]*)[」”"』]\s*\n/;
const MARKED = /^(?:\s*>[^\n]*(?:\n|$))+/;
const RULED = /^\s*((?:引用|回复)?[^\n:：]{1,16}[:：][^\n]*(?:\n[^\n]*){0,6}?)\n\s*[-—–_=─━]{4,}[-—–_=─━ ]*\n/;

const CUTS = [QUOTED, NAMED, MARKED, RULED] as const;

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** Blanks a leading quote, keeping the length. A message that is nothing but a quote is a forward and stays. */
export const cutQuote = (text: string): { readonly text: string; readonly quote: string | null } => {
  if (!/[「“"『>\-—─━=_]/.test(text)) return { text, quote: null };
  for (const cut of CUTS) {
    const found = cut.exec(text);
    if (!found) continue;
    const rest = text.slice(found[0].length);
    if (!hasWords(rest)) return { text, quote: null };
    return { text: ' '.repeat(found[0].length) + rest, quote: found[1] ?? found[0] };
  }
  return { text, quote: null };
};
