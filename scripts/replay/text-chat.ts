/** An exported chat as text: heads, and the lines of words beneath them. Pure; never throws. */
import type { Instant } from '../../dispatcher/model.js';
import type { BadLine, Chat, Speaker, Spoken } from './chat.js';
import { dayRuleOf, headOf, type Head, type Shape } from './head.js';
import { cutMedia } from './media.js';
import { after, dayOf } from './stamp.js';

/** What the platform itself writes into an export. */
const NOTICE =
  /^(?:[“"「]?[^“”"「」]{1,24}[”"」]? ?(?:撤回了一条消息|加入了?群聊|退出了?群聊|修改群名为.+)|.{1,30}邀请.{1,60}加入了?群聊|以下(?:是|为)新消息|以上(?:是|为)历史消息|消息记录|=+)$/u;

type Open = { readonly line: number; readonly at: Instant; readonly from: Speaker; readonly words: string[] };

type Line = { readonly line: number; readonly raw: string; readonly head: Head | null };

/** A shape that so few heads have (one in RARE) is not this export's: a pasted log line, 「故障时间 2026-11-22 10:42」. */
const RARE = 20;

/** The shapes that are this export's own, and who speaks in them. */
const manners = (
  lines: readonly Line[],
): { readonly usual: ReadonlySet<Shape>; readonly speakers: ReadonlySet<string> } => {
  const heads = lines.flatMap(({ head }) => (head === null ? [] : [head]));
  const count = new Map<Shape, number>();
  for (const { shape } of heads) count.set(shape, (count.get(shape) ?? 0) + 1);
  const usual = new Set([...count].filter(([, n]) => n * RARE >= heads.length).map(([shape]) => shape));
  return { usual, speakers: new Set(heads.flatMap((h) => (usual.has(h.shape) && !h.bare ? [h.from.name] : []))) };
};

const closed = ({ line, at, from, words }: Open): Spoken => ({ line, at, from, ...cutMedia(words.join('\n')) });

/**
 * Reads the messages of an export. start: the moment whose day (Asia/Shanghai) stands for a date that is nowhere written. names: people
 * known beforehand. A head with an impossible date or time is reported, and its message takes the time of the one before. A head of a
 * name and a time alone counts behind an empty line, or where the name is known.
 */
export const readTextChat = (text: string, start: Instant, names: readonly string[]): Chat => {
  const lines = text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((raw, index): Line => ({ line: index + 1, raw, head: headOf(raw) }));
  const { usual, speakers } = manners(lines);
  const known = new Set([...names, ...speakers]);
  const messages: Spoken[] = [];
  const bad: BadLine[] = [];
  let notices = 0;
  let last = start;
  let open: Open | null = null;
  let parted = true;

  const counts = ({ shape, bare, from }: Head): boolean =>
    known.has(from.name) || (usual.has(shape) && (!bare || parted));

  const momentOf = (head: Head, line: number): Instant => {
    const day = head.day === null ? null : dayOf(head.day, last);
    if (head.time === null || (head.day !== null && day === null)) {
      bad.push({ line, why: 'there is no such date or time; the one before is taken' });
      return last;
    }
    return day === null ? after(last, head.time) : day + head.time;
  };

  for (const { line, raw, head } of lines) {
    const rule = dayRuleOf(raw);
    if (head !== null && counts(head)) {
      if (open !== null) messages.push(closed(open));
      last = momentOf(head, line);
      known.add(head.from.name);
      open = { line, at: last, from: head.from, words: head.text === null ? [] : [head.text] };
      parted = false;
    } else if (rule !== null) {
      last = dayOf(rule, last) ?? last;
      parted = true;
    } else if (NOTICE.test(raw.trim())) {
      notices += 1;
      parted = true;
    } else {
      parted = raw.trim() === '';
      if (open !== null) open.words.push(raw);
      else if (!parted) bad.push({ line, why: 'words before the first line with a name and a time; left out' });
    }
  }
  if (open !== null) messages.push(closed(open));
  return { messages, bad, notices };
};
