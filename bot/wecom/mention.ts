/** Takes the @ of the bot out of what was typed (channels.md A.4: the text still holds it). Pure. */

/** Blanks that clients put after a mention, zero-width ones included, line breaks not. */
const BLANK = '(?:[^\\S\\n]|[\\u200b-\\u200d\\u2060])';
const PUNCTUATION = '[，。！？、；：,.!?;:）)】」』"“”]';

const quoted = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Takes a text as the platform gives it and the bot's name; gives the text without any @ of the bot.
 *
 * A mention ends at a blank (U+2005 included), at punctuation or at the end, so that `@小通州` (somebody else) stays. Only
 * where there is no such mention, a leading `@小通` is cut without a separator: it is how a person who deletes the blank writes.
 */
export function cutMention(text: string, botName: string): string {
  const name = quoted(botName);
  const whole = new RegExp(`[@＠]${name}(?:${BLANK}+|(?=${PUNCTUATION})|(?=\\n)|$)`, 'g');
  const cut = text.replace(whole, (_found, offset: number, all: string) => (joins(all, offset) ? ' ' : ''));
  const rest = cut === text ? text.replace(new RegExp(`^\\s*[@＠]${name}`), '') : cut;
  return rest.replace(new RegExp(`^(?:\\s|${BLANK})+|(?:\\s|${BLANK})+$`, 'g'), '');
}

/** Whether words stand directly before the mention, so that a blank must stay between them and what follows. */
function joins(all: string, offset: number): boolean {
  return offset > 0 && !/[\s\u200b-\u200d\u2060]/.test(all.charAt(offset - 1));
}
