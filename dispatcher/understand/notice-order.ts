/** 公告 as the lead and the manager type it: 「公告 今晚22:00 割接…」「公告 需确认 赵高斌、董亚杨：…」「公告 发布」. Pure; who may is decided later. */
import { headless } from './order-text.js';

/** asked: names of the roster; empty: the whole team where `confirm` is set. */
export type NoticeOrder =
  | {
      readonly kind: 'notice';
      readonly what: 'draft';
      readonly text: string;
      readonly confirm: boolean;
      readonly asked: readonly string[];
    }
  | { readonly kind: 'notice'; readonly what: 'publish' | 'cancel' | 'status' | 'end' }
  /** Somebody has read it. */
  | { readonly kind: 'notice-seen' };

export type NoticeRead = NoticeOrder | { readonly kind: 'wrong'; readonly form: 'notice' };

const SEEN = /^(?:公告\s*(?:收到|已收到|确认|已阅|知悉)|(?:收到|已阅|知悉)公告)$/u;
const DONE: readonly (readonly ['publish' | 'cancel' | 'status' | 'end', RegExp])[] = [
  ['publish', /^(?:公告\s*(?:发布|发出|确认发布)|发布公告)$/u],
  ['cancel', /^(?:公告\s*(?:取消|撤回|不发了)|(?:取消|撤回)公告)$/u],
  ['status', /^(?:公告\s*(?:情况|确认情况|谁没确认|谁确认了)|公告列表|查看公告)$/u],
  ['end', /^(?:公告\s*结束|结束公告)$/u],
];
const DRAFT = /^公告(?=[\s:,(]|需确认|$)\s*[:,]?\s*(?<confirm>[(]?(?:需要?|请)确认[)]?)?\s*(?<rest>[\s\S]*)$/u;
const EDGE = /^[\s:,，。]+|[\s,，。!！]+$/gu;

/** Keeps the line breaks of a longer text. */
const CALL = /^(?:\s*[@＠]小通(?:机器人|助手)?)*\s*/u;

/** Names before a colon, where all of them are of the roster. */
const namesIn = (
  rest: string,
  staff: readonly string[],
): { readonly names: readonly string[]; readonly text: string } => {
  const at = rest.search(/[:：]/u);
  const names =
    at < 1
      ? []
      : rest
          .slice(0, at)
          .replaceAll('@', '')
          .split(/[\s,，、和]+/u)
          .filter((one) => one !== '');
  return names.length > 0 && names.every((name) => staff.includes(name))
    ? { names, text: rest.slice(at + 1) }
    : { names: [], text: rest };
};

/** The order in a message; null where it is none. staff: the roster's names. */
export const noticeOrder = (raw: string, staff: readonly string[]): NoticeRead | null => {
  const text = headless(raw).replace(EDGE, '');
  if (SEEN.test(text)) return { kind: 'notice-seen' };
  const done = DONE.find(([, pattern]) => pattern.test(text));
  if (done !== undefined) return { kind: 'notice', what: done[0] };
  const groups = DRAFT.exec(
    raw
      .replace(CALL, '')
      .trim()
      .replace(/^公告：/u, '公告:'),
  )?.groups;
  if (groups === undefined) return null;
  const confirm = groups['confirm'] !== undefined;
  const rest = (groups['rest'] ?? '').replace(EDGE, '');
  const { names, text: words } = confirm ? namesIn(rest, staff) : { names: [], text: rest };
  const body = words.trim();
  return body.length < 4
    ? { kind: 'wrong', form: 'notice' }
    : { kind: 'notice', what: 'draft', text: body, confirm, asked: names };
};
