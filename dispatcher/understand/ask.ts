/** Questions of staff about one ticket's past: 「0004 为什么派给他」「为什么派给张亚钊」「TZ-… 记录」. Pure. */
import type { StaffId } from '../model.js';
import { orderText, type FindPerson } from './order.js';

/** ref: a number, whole or its last four digits; null: the ticket that is quoted, or the one meant. who: null means whoever has it. */
export type AskOrder =
  | { readonly kind: 'why'; readonly ref: string | null; readonly who: StaffId | 'me' | null }
  | { readonly kind: 'history'; readonly ref: string | null };

const NUMBER = /TZ-\d{8}-\d{4}|(?<!\d)\d{4}(?!\d)/iu;
const WHY = /(?:为什么|为啥|为何|凭什么|怎么|干嘛|什么原因|啥原因)[^,。]{0,12}?派(?:单)?(?:给|到)(.*)$/u;
const HISTORY =
  /^(?:查看?|看|查一下|看一下)?(?:单号)?(?:TZ-\d{8}-\d{4}|\d{4})?\s*(?:号|单|工单)?的?(?:处理|派单|工单)?(?:记录|历史|日志|经过|流水|全过程)(?:\s*(?:TZ-\d{8}-\d{4}|\d{4}))?$/iu;
/** Longer is a story, no question. */
const LONGEST = 40;

/** The question in a message of staff, or null. pointed: a ticket is quoted, so that no number is needed. */
export const askOrder = (raw: string, pointed: boolean, find: FindPerson): AskOrder | null => {
  const text = orderText(raw);
  if (text.length > LONGEST) return null;
  const ref = NUMBER.exec(text)?.[0].toUpperCase() ?? null;
  const why = WHY.exec(text);
  if (why !== null) {
    const words = why[1] ?? '';
    const who = /^\s*(?:我|本人)/u.test(words) ? 'me' : (find(words)?.id ?? null);
    return { kind: 'why', ref, who };
  }
  return HISTORY.test(text) && (ref !== null || pointed) ? { kind: 'history', ref } : null;
};
