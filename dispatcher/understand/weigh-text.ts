/**
 * The text as the weights see it: one code a character that carries meaning, and where in the writer's words it stands. Greetings before
 * and thanks behind are left out, signs and white space are one comma, digits their kind, a unit's name one sign. What only dresses a
 * message therefore changes no n-gram of it.
 */
import type { Reading } from './reading.js';

/** Character codes with the place of each in `Reading.text`, and how far each reaches. */
export type Folded = { readonly codes: Uint16Array; readonly at: Uint16Array; readonly to: Uint16Array; size: number };

/** More than this of a message is not weighed: the longest letter of the labelled set has 315 characters. */
export const WEIGHED = 480;

const HELLO =
  /^[\s,。!:;、~]*(?:(?:(?:各位|尊敬的|亲爱的)?(?:老师|师傅|领导|工程师|大家|同事|同志|值班员|小通|运维)(?:们|傅)?|您|你)?的?(?:早上|上午|中午|下午|晚上)?(?:好|在吗|在不在|在么|早)[呀啊哈吗]*(?=[\s,。!:;、~?🙏]|$)[\s,。!:;、~?]*|(?:你们?|您|老师|师傅)在(?:吗|不在)[\s,。!?]*)+/u;
const THANKS_BEHIND =
  /[\s,。!;、~]*(?:(?:非常|十分|多)?(?:谢谢|感谢|谢了|多谢)|辛苦|麻烦(?:您|你|大家|老师|师傅)?(?:了|啦))(?:了|您|你|大家|各位|老师|师傅|们|啦|啊|哈|谢谢|辛苦)*[\s,。!~]*$/u;
/** So many characters have to be left where greetings and thanks are taken away: 「谢谢」 alone is the message. */
const LEFT = 4;

/** The text without its greeting and its thanks, same positions. */
export const plainOf = (text: string): string => {
  let out = text;
  const hello = HELLO.exec(out)?.[0];
  if (hello !== undefined && out.slice(hello.length).trim().length >= LEFT)
    out = ' '.repeat(hello.length) + out.slice(hello.length);
  const thanks = THANKS_BEHIND.exec(out);
  if (thanks && out.slice(0, thanks.index).trim().length >= LEFT)
    out = out.slice(0, thanks.index) + ' '.repeat(out.length - thanks.index);
  return out;
};

const UNIT = 0xe000;
const COMMA = 0x2c;
/** The edge of a text. */
export const EDGE = 0x1;
const TELEPHONE = 0x2;
const TICKET = 0x3;
const ONE = 0x31;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isLetter = (code: number): boolean => code >= 0x61 && code <= 0x7a;
const SIGNS = new Set(
  [...' ,。，!！;；:：、~…“”"\'()（）「」『』【】[]《》<>-—_=*#|\n\r\t·.'].map((one) => one.charCodeAt(0)),
);

/** A room number, a count of one, another count, a long number. */
const digitsAs = (first: number, length: number): number =>
  length === 1 ? (first === ONE ? ONE : 0x32) : length === 2 ? 0x33 : length <= 4 ? 0x34 : 0x35;

/** Folds [start, end) of a plain text and adds it to `into`, between two commas. */
export const foldInto = (
  into: Folded,
  plain: string,
  start: number,
  end: number,
  { phone, tickets }: Reading,
): void => {
  const push = (code: number, from: number, to: number): void => {
    if (into.size >= into.codes.length) return;
    if (code === COMMA && into.size > 0 && into.codes[into.size - 1] === COMMA) return;
    into.codes[into.size] = code;
    into.at[into.size] = from;
    into.to[into.size] = to;
    into.size += 1;
  };
  let i = start;
  while (i < end) {
    const at = i;
    const code = plain.charCodeAt(i);
    i += 1;
    if (phone !== null && at >= phone.start && at < phone.end) {
      i = Math.min(phone.end, end);
      push(TELEPHONE, at, i);
    } else if (isDigit(code)) {
      while (i < end && isDigit(plain.charCodeAt(i))) i += 1;
      push(digitsAs(code, i - at), at, i);
    } else if (code === UNIT) {
      while (i < end && plain.charCodeAt(i) === UNIT) i += 1;
      push(UNIT, at, i);
    } else if (SIGNS.has(code) || code <= 0x20) {
      const ticket = tickets.find((one) => at >= one.start && at < one.end);
      if (ticket) {
        i = Math.min(ticket.end, end);
        push(TICKET, at, i);
        continue;
      }
      const between = code === 0x20 && into.size > 0 && isLetter(into.codes[into.size - 1] ?? 0);
      push(between && i < end && isLetter(plain.charCodeAt(i)) ? 0x20 : COMMA, at, i);
    } else {
      push(code === 0xff1f ? 0x3f : code, at, i);
    }
  }
};

/** An empty folded text for so many characters. */
export const emptyFolded = (length: number): Folded => {
  const room = Math.min(length, WEIGHED) + 8;
  const bytes = new ArrayBuffer(room * 6);
  return {
    codes: new Uint16Array(bytes, 0, room),
    at: new Uint16Array(bytes, room * 2, room),
    to: new Uint16Array(bytes, room * 4, room),
    size: 0,
  };
};
