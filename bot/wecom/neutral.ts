/**
 * Makes words that no renderer reads as markup: names and reports are data (design, section 3). Pure.
 *
 * Whether WeCom's markdown honours a backslash is documented nowhere, so characters are replaced by their full-width
 * twins, which no dialect of markdown knows and every reader does.
 */

/** Signs that mean something anywhere in a line: emphasis, code, links, images, tables, tags and `<@…>`. */
const INLINE: Readonly<Record<string, string>> = {
  '<': '＜',
  '[': '［',
  ']': '］',
  '*': '＊',
  _: '＿',
  '`': '｀',
  '|': '｜',
  '~': '～',
  '\\': '＼',
};

/** Signs that mean something at the start of a line only: «3#楼», «-5℃» and «1.5米» stay as they are. */
const LINE_START: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/^#/, () => '＃'],
  [/^>/, () => '＞'],
  [/^-(?=[-\s]|$)/, () => '－'],
  [/^\+(?=\s|$)/, () => '＋'],
  [/^=(?=[=\s]*$)/, () => '＝'],
  [/^\d{1,9}\.(?!\d)/, (found) => `${found.slice(0, -1)}．`],
  [/^\d{1,9}\)/, (found) => `${found.slice(0, -1)}）`],
];

// Besides what no font shows, the signs that turn the reading direction: with them a name could dress up as another text.
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Half a character, which no UTF-8 can carry. */
const HALVES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Takes words; gives them for a message of type `text` or a card: no live `<@…>`, no tag, no link. */
export function plainWords(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(HIDDEN, '')
    .replace(HALVES, '\ufffd')
    .replaceAll('<', '＜')
    .replace(/:(?=\/\/)/g, '：')
    .replace(/\bwww\./gi, (found) => `${found.slice(0, -1)}．`);
}

/** Takes words; gives them for a message of type `markdown`: they read the same and mean nothing to a renderer. */
export function markdownWords(text: string): string {
  return plainWords(text)
    .replace(/[<[\]*_`|~\\]/g, (sign) => INLINE[sign] ?? '')
    .replace(/&(?=#?\w+;)/g, '＆')
    .split('\n')
    .map(lineStart)
    .join('\n');
}

/** Takes one line of `markdownWords`; gives it harmless as the first line of a message. Grows by at most 2 bytes a blank and 2 more. */
export function lineStart(line: string): string {
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  const rest = line.slice(indent.length);
  const rule = LINE_START.find(([sign]) => sign.test(rest));
  // Four blanks would be a code block: an en space indents as well and is none of markdown's blanks.
  return '\u2002'.repeat(indent.length) + (rule ? rest.replace(rule[0], rule[1]) : rest);
}
