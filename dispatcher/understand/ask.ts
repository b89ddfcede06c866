/** Why somebody was chosen, asked by staff: 「0004 为什么派给他」「为什么派给张亚钊」. Pure. */
import type { StaffId } from '../model.js';
import { orderText, type FindPerson } from './order.js';

/** ref: a number, whole or its last four digits; null: the ticket that is quoted, or the one meant. who: null means whoever has it. */
export type AskOrder = { readonly ref: string | null; readonly who: StaffId | 'me' | null };

const NUMBER = /TZ-\d{8}-\d{4}|(?<!\d)\d{4}(?!\d)/iu;
const WHY = /(?:为什么|为啥|为何|凭什么|怎么|干嘛|什么原因|啥原因)[^,。]{0,12}?派(?:单)?(?:给|到)(.*)$/u;
/** Longer is a story, no question. */
const LONGEST = 40;

/** The question in a message of staff, or null. */
export const askOrder = (raw: string, find: FindPerson): AskOrder | null => {
  const text = orderText(raw);
  const why = text.length > LONGEST ? null : WHY.exec(text);
  if (why === null) return null;
  const words = why[1] ?? '';
  const who = /^\s*(?:我|本人)/u.test(words) ? 'me' : (find(words)?.id ?? null);
  return { ref: NUMBER.exec(text)?.[0].toUpperCase() ?? null, who };
};
