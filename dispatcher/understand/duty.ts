/** 值班 as people type it: 「值班 11-28 赵高斌、崔建超」「值班表」「换班 11-28 赵高斌 董亚杨」「取消值班 11-28」. Pure. */
import type { Instant, StaffId } from '../model.js';
import { daySpanIn } from './day-span.js';
import { orderText, peopleIn, tidy, type FindPerson } from './order.js';

export type DutyFault =
  | { readonly kind: 'duty-no-time' }
  | { readonly kind: 'duty-bad-time' }
  | { readonly kind: 'duty-past'; readonly to: Instant }
  | { readonly kind: 'duty-no-person'; readonly words: readonly string[] }
  | { readonly kind: 'swap-two' };

type Span = { readonly from: Instant; readonly to: Instant };

export type DutyOrder =
  /** The days from `from` on; null: from today. */
  | { readonly kind: 'duty-list'; readonly from: Instant | null }
  | ({ readonly kind: 'duty'; readonly people: readonly StaffId[] } & Span)
  | ({ readonly kind: 'duty-end' } & Span)
  /** One of the two has duty then; the other takes it. */
  | ({ readonly kind: 'duty-swap'; readonly pair: readonly [StaffId, StaffId] } & Span)
  | { readonly kind: 'duty-wrong'; readonly fault: DutyFault };

const LIST = /^(?:查看)?(?:值班表|排班表|排班|值班安排|值班列表)(?:\s.*)?$/u;
const END = /^(?:取消|撤销)(?:值班|排班)/u;
const SWAP = /^(?:换班|调班|替班)|(?:换班|调班|替班)$/u;
const SET = /^(?:安排)?(?:值班|排班)(?=$|[\s:,]|[今明后大本下周星礼\d])|值班$/u;
/** Words around the names that mean nothing here. */
const FILLER = /由|请|安排|负责|人员|换成|换|替/gu;
/** A question, or talk about duty. */
const TALK = /谁|吗|\?|电话|老师|学校|到位|到岗/u;

const wrong = (fault: DutyFault): DutyOrder => ({ kind: 'duty-wrong', fault });

/** 今晚 is this evening, to the end of its shift. */
const evenings = (text: string): string => text.replace(/今晚/gu, '今天晚上').replace(/明晚/gu, '明天晚上');

type Read = {
  readonly span: Span | null;
  readonly people: readonly StaffId[];
  readonly unknown: readonly string[];
  readonly fault: DutyFault | null;
};

const readIn = (text: string, now: Instant, find: FindPerson): Read => {
  const when = daySpanIn(text, now);
  if (when.kind === 'bad') return { span: null, people: [], unknown: [], fault: { kind: 'duty-bad-time' } };
  const around = when.kind === 'span' ? `${text.slice(0, when.start)} ${text.slice(when.end)}` : text;
  const { people, unknown } = peopleIn(tidy(around.replace(FILLER, ' ')), find);
  const span = when.kind === 'span' ? { from: when.from, to: when.to } : null;
  return { span, people, unknown, fault: span !== null && span.to <= now ? { kind: 'duty-past', to: span.to } : null };
};

const swapIn = ({ span, people, unknown }: Read): DutyOrder => {
  const [first, second, ...others] = people;
  if (unknown.length > 0) return wrong({ kind: 'duty-no-person', words: unknown });
  if (span === null) return wrong({ kind: 'duty-no-time' });
  return first === undefined || second === undefined || others.length > 0
    ? wrong({ kind: 'swap-two' })
    : { kind: 'duty-swap', pair: [first, second], ...span };
};

/** 「值班人员都到了」 is talk: an order names a time or people, and nothing that is neither. */
const setIn = ({ span, people, unknown }: Read, addressed: boolean): DutyOrder | null => {
  if (span === null && people.length === 0) return null;
  if (unknown.length > 0)
    return addressed || people.length > 0 ? wrong({ kind: 'duty-no-person', words: unknown }) : null;
  if (span === null) return wrong({ kind: 'duty-no-time' });
  return people.length === 0 ? { kind: 'duty-list', from: span.from } : { kind: 'duty', people, ...span };
};

/** The order about duty in a message of staff, or null where it is none. addressed: spoken to the bot. */
export const dutyOrder = (raw: string, now: Instant, addressed: boolean, find: FindPerson): DutyOrder | null => {
  const text = evenings(orderText(raw));
  if (LIST.test(text)) return { kind: 'duty-list', from: null };
  if (TALK.test(text)) return null;
  const ends = END.exec(text);
  const verb = ends ?? SWAP.exec(text) ?? SET.exec(text);
  if (verb === null || text.length > 60) return null;
  const read = readIn(tidy(text.replace(verb[0], ' ')), now, find);
  if (read.fault !== null) return wrong(read.fault);
  if (ends !== null) return read.span === null ? wrong({ kind: 'duty-no-time' }) : { kind: 'duty-end', ...read.span };
  return /[换调替]班/u.test(verb[0]) ? swapIn(read) : setIn(read, addressed);
};
