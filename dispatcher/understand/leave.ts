/** 请假 as people type it: 「请假 曹云武 11-23 到 11-25」「我明天请假」「请假列表」「取消请假 曹云武」. Pure; who may is decided later. */
import type { Instant, StaffId } from '../model.js';
import { daySpanIn } from './day-span.js';
import { orderText, tidy, type FindPerson } from './order.js';

/** What an order lacks or has wrong, so that the answer can be the right form. */
export type LeaveFault =
  | { readonly kind: 'no-time' }
  | { readonly kind: 'bad-time' }
  | { readonly kind: 'past'; readonly to: Instant }
  | { readonly kind: 'no-person'; readonly words: string };

/** who: null means whoever says it. */
export type LeaveOrder =
  | { readonly kind: 'leave-list' }
  | {
      readonly kind: 'leave';
      readonly who: StaffId | null;
      readonly from: Instant;
      readonly to: Instant;
      readonly why: string;
    }
  /** on: a day of the leave that is meant; null where the words name none. */
  | { readonly kind: 'leave-end'; readonly who: StaffId | null; readonly on: Instant | null }
  | { readonly kind: 'leave-wrong'; readonly fault: LeaveFault };

const LIST = /^(?:请假|休假)(?:列表|名单|情况|的人)$|^(?:谁|哪些人|有谁|都有谁)(?:在)?(?:请假|休假)了?$|^查看请假$/u;
const END = /^(?:取消|撤销|结束)(?:请假|休假)|^销假/u;
const LEADING = /^(?:请假|休假)(?![条单了吗的审制])/u;
const WITHIN =
  /^(?<before>[^请休]{0,24}?)(?:要|想|需要|得|需)?(?:请|休)(?:个|一个|一下)?(?:事|病|年|婚|产|丧|调)?假(?<after>.{0,24})$/u;
/** Words of another matter: an answer to a dispatch, a question, somebody else's affair. */
const OTHER = /不了|转|派|接单|工单|换人|谁|吗|\?|老师|学校|放假|请假条|审批|批了/u;
const SELF = /^(?:我|本人|自己)/u;
const AROUND = /^(?:给|帮|为|替|让|登记|从|在|因为|因|由于|有)+|^(?:我|本人|自己)|(?:要|想|需要|因|由于)$/u;
/** A short word that tells why, and is nobody's name. */
const REASON = /假|事|病|医|会|考|孩|家|检|训|差|休|婚|产|老人|接送/u;

const wrong = (fault: LeaveFault): LeaveOrder => ({ kind: 'leave-wrong', fault });

const withoutName = (words: string, name: string): string => tidy(words.replace(name, ' '));

type Named = { readonly who: StaffId | null; readonly rest: string } | { readonly unknown: string };

/** Who is meant by the words around the time, and what is left of them. */
const namedIn = (words: string, find: FindPerson): Named => {
  const found = find(words);
  if (found !== null) return { who: found.id, rest: withoutName(words, found.words).replace(AROUND, '') };
  const bare = tidy(words.replace(AROUND, ''));
  const [head = ''] = bare.split(/[\s,]/u);
  const stranger = /^[\u4e00-\u9fff]{2,3}$/u.test(head) && !SELF.test(words) && !REASON.test(head);
  return stranger ? { unknown: head } : { who: null, rest: bare };
};

const leaveIn = (text: string, now: Instant, find: FindPerson): LeaveOrder => {
  const when = daySpanIn(text, now);
  if (when.kind === 'bad') return wrong({ kind: 'bad-time' });
  const around = when.kind === 'span' ? `${text.slice(0, when.start)} ${text.slice(when.end)}` : text;
  const named = namedIn(tidy(around), find);
  if ('unknown' in named) return wrong({ kind: 'no-person', words: named.unknown });
  if (when.kind === 'none') return wrong({ kind: 'no-time' });
  if (when.to <= now) return wrong({ kind: 'past', to: when.to });
  return { kind: 'leave', who: named.who, from: when.from, to: when.to, why: named.rest.slice(0, 60) };
};

const endIn = (text: string, now: Instant, find: FindPerson): LeaveOrder => {
  const when = daySpanIn(text, now);
  const around = when.kind === 'span' ? `${text.slice(0, when.start)} ${text.slice(when.end)}` : text;
  const named = namedIn(tidy(around), find);
  if ('unknown' in named) return wrong({ kind: 'no-person', words: named.unknown });
  return { kind: 'leave-end', who: named.who, on: when.kind === 'span' ? when.from : null };
};

/** 「曹云武 11-23 到 11-25 请假」「我明天请假，家里有事」: said in passing, so only where a time is told and nothing else is meant. */
const inPassing = (text: string, now: Instant, find: FindPerson): LeaveOrder | null => {
  const groups = WITHIN.exec(text)?.groups;
  if (groups === undefined || OTHER.test(text)) return null;
  const order = leaveIn(`${groups['before'] ?? ''} ${groups['after'] ?? ''}`, now, find);
  if (order.kind !== 'leave' || order.why.length > 10) return null;
  return order.who !== null || SELF.test(text) || daySpanIn(text, now).kind === 'span' ? order : null;
};

/**
 * The order about leave in a message of staff, or null where it is none. addressed: spoken to the bot, so that a bare 「请假」 is an order
 * that lacks its time; between people it may be the answer to a dispatch.
 */
export const leaveOrder = (raw: string, now: Instant, addressed: boolean, find: FindPerson): LeaveOrder | null => {
  const text = orderText(raw);
  if (LIST.test(text)) return { kind: 'leave-list' };
  const end = END.exec(text);
  if (end !== null) return endIn(tidy(text.slice(end[0].length)), now, find);
  const leading = LEADING.exec(text);
  if (leading === null) return inPassing(text, now, find);
  const rest = tidy(text.slice(leading[0].length));
  const order = leaveIn(rest, now, find);
  if (order.kind !== 'leave-wrong' || order.fault.kind !== 'no-time') return OTHER.test(rest) ? null : order;
  return addressed || find(rest) !== null ? order : null;
};
