/** Words into HTML that is dead: no markup, no link, no @ that works. Pure. */

/** The one escaping function: takes words, gives HTML text or a quoted attribute's value (channels.md D.4). */
export function escapeHtml(words: string): string {
  return words.replace(/[&<>"]/g, (sign) => NAMED[sign] ?? '');
}

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const TLD = '(?:[A-Za-z]{2,24}|中国|公司|网络|网址|网店|政务|公益|在线|中文网|集团|信息|手机|商城|商店|移动|我爱你)';
const PATH = '[^\\s<>"“”‘’（）《》【】，。；！？、]*';
/**
 * What Telegram makes live by itself in plain words: links and addresses with and without a scheme, IP numbers, @names,
 * /commands. Too much is harmless (it looks like code), too little is not; #tags only search, and «3#楼» is a building.
 * Every repeat is bounded or looks behind: a word without end costs no more than a text of its length.
 */
const LIVE = new RegExp(
  [
    `[A-Za-z][A-Za-z0-9+.-]{0,30}://${PATH}`,
    `(?<![\\w.+-])[\\w.+-]*@[A-Za-z0-9_]${PATH}`,
    `(?:[A-Za-z0-9_-]{1,63}\\.){1,10}[A-Za-z]{2,24}(?![A-Za-z0-9])(?:[/:?#.@]${PATH})?`,
    `(?:[\\p{L}\\p{N}_-]{1,63}\\.){1,10}${TLD}(?![\\p{L}\\p{N}])(?:[/:?#.@]${PATH})?`,
    `(?<![\\d.])\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\d.])(?:[/:]${PATH})?`,
    `(?<![A-Za-z0-9_])/[A-Za-z0-9_]${PATH}`,
  ].join('|'),
  'gu',
);

export type Word = { readonly text: string; readonly live: boolean };

/** Takes words; gives them in order, nothing changed, with what Telegram would make live told apart. */
export function findLive(words: string): readonly Word[] {
  const found: Word[] = [];
  let at = 0;
  for (const match of words.matchAll(LIVE)) {
    if (match.index > at) found.push({ text: words.slice(at, match.index), live: false });
    found.push({ text: match[0], live: true });
    at = match.index + match[0].length;
  }
  if (at < words.length) found.push({ text: words.slice(at), live: false });
  return found;
}
