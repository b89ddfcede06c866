/** What the orders of the desk are read from: their text without the call of the bot, cut into tokens. Pure. */
import { SURNAMES, TITLES } from './contact.js';
import { folded } from './time-words.js';

/** What people call somebody: 王老师, 老孙; whole tokens only. */
export const TITLED = `[${SURNAMES}][\\u4e00-\\u9fff]{0,2}(?:${TITLES})|[小老][${SURNAMES}]`;

const CALL = /^(?:\s*[@＠]小通(?:机器人|助手)?)*\s*/u;

/** The text of an order: full-width signs folded, the bot's name cut, blanks joined; one line where it stands in several. */
export const headless = (raw: string): string =>
  folded(raw)
    .replace(CALL, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();

/** Words between blanks and signs, in order. */
export const tokensOf = (text: string): readonly string[] =>
  text.split(/[\s,，、;；:：。.!！"“”「」()（）=]+|->|→/u).filter((token) => token !== '');
