/** The line above a message that says who spoke and when. Pure. */
import type { Speaker } from './chat.js';
import { DATE, TIME, dayParts, timeOf, type DayParts, type TimeOfDay } from './stamp.js';

export type Shape = 'time-first' | 'name-first' | 'name-time';

export type Head = {
  readonly shape: Shape;
  readonly from: Speaker;
  readonly day: DayParts | null;
  /** null: it looks like a head, but there is no such time. */
  readonly time: TimeOfDay | null;
  /** Words on the head's own line, behind a colon. */
  readonly text: string | null;
  /** A name and a time and nothing else: a line of talk can look like that as well (「会议 14:30」). */
  readonly bare: boolean;
};

/** A name has no blanks but between Latin words, and none of the signs that log lines have: they are pasted into chats. */
const NAME = '([^\\s%<>=|{}\\[\\]()（）:：,，。;；!！?？"“”/\\\\]{1,24}(?: [A-Za-z][\\w.]{0,15}){0,2})';
/** The account: 王老师(zjw-wang), 王老师<wang@example.org>. */
const ID = '(?: ?[(（<]([^()（）<>\\s]{1,64})[)）>])?';

/** 2026-11-22 10:42:11 王老师(zjw-wang), also in brackets, also with the words behind a colon. */
const TIME_FIRST = new RegExp(`^\\[?${DATE}[ T]+${TIME}\\]? +${NAME}${ID}(?: ?[:：] ?(.*))?$`, 'u');
/** 王老师 2026-11-22 10:42 */
const NAME_FIRST = new RegExp(`^${NAME}${ID} +${DATE} +${TIME} ?[:：]?$`, 'u');
/** 王老师(zjw-wang) 10:42 */
const NAME_TIME = new RegExp(`^${NAME}${ID} +${TIME}$`, 'u');
/** ————— 2026-11-22 ————— between the days. */
const RULE = new RegExp(`^[—–\\-─━=*]{2,} *${DATE} *[—–\\-─━=*]{2,}$`, 'u');

const speaker = (name: string | undefined, id: string | undefined): Speaker => ({ name: name ?? '', id: id ?? null });

/** Who and when, or null where the line is none. Blanks at its ends and no-break blanks do not count. */
export const headOf = (line: string): Head | null => {
  const tidy = line.replace(/[\u00A0\u2000-\u200D\u3000\uFEFF\t]+/gu, ' ').trim();
  if (tidy.length > 120 || !tidy.includes(':')) return null;
  const first = TIME_FIRST.exec(tidy);
  if (first) {
    return {
      shape: 'time-first',
      from: speaker(first[10], first[11]),
      day: dayParts(first.slice(1, 6)),
      time: timeOf(first.slice(6, 10)),
      text: first[12] ?? null,
      bare: false,
    };
  }
  const named = NAME_FIRST.exec(tidy);
  if (named) {
    const [day, time] = [dayParts(named.slice(3, 8)), timeOf(named.slice(8, 12))];
    return { shape: 'name-first', from: speaker(named[1], named[2]), day, time, text: null, bare: false };
  }
  const short = NAME_TIME.exec(tidy);
  if (!short) return null;
  return {
    shape: 'name-time',
    from: speaker(short[1], short[2]),
    day: null,
    time: timeOf(short.slice(3, 7)),
    text: null,
    bare: short[2] === undefined,
  };
};

/** The date of a line that only parts the days, or null. */
export const dayRuleOf = (line: string): DayParts | null => {
  const found = RULE.exec(line.trim());
  return found ? dayParts(found.slice(1, 6)) : null;
};
