/** Orders about guaranteed events (保障), as the manager and the lead type them. Pure; who may give them is decided later. */
import type { Instant, StaffId, UnitName } from '../model.js';
import { whenIn, type When } from './guarantee-time.js';
import { BOT, EDGE, peopleIn, tidy, type FindPerson } from './order.js';
import { folded } from './time-words.js';

/** What an order lacks or has wrong, so that the answer can be the right form. */
export type OrderFault =
  | { readonly kind: 'no-name' }
  | { readonly kind: 'no-time'; readonly lacks: 'date' | 'clock' | 'both' }
  | { readonly kind: 'bad-time' }
  | { readonly kind: 'past'; readonly to: Instant }
  | { readonly kind: 'no-units' }
  | { readonly kind: 'unknown-person'; readonly words: readonly string[] }
  | { readonly kind: 'unknown-unit'; readonly words: readonly string[] };

/** name: '' where the order names no event, so that the only one is meant. */
export type GuaranteeOrder =
  | { readonly kind: 'list' }
  | {
      readonly kind: 'add';
      readonly name: string;
      readonly from: Instant;
      readonly to: Instant;
      readonly units: readonly UnitName[];
      /** Who stands by, by name; none leaves it to duty. */
      readonly people: readonly StaffId[];
    }
  | { readonly kind: 'named'; readonly name: string; readonly people: readonly StaffId[] }
  | { readonly kind: 'finish'; readonly how: 'ended' | 'cancelled'; readonly name: string }
  | {
      readonly kind: 'units';
      readonly how: 'added' | 'dropped';
      readonly name: string;
      readonly units: readonly UnitName[];
    }
  | { readonly kind: 'move'; readonly name: string; readonly from: Instant; readonly to: Instant }
  /** How the line tests before it went. */
  | { readonly kind: 'tested'; readonly words: string }
  | { readonly kind: 'wrong'; readonly fault: OrderFault };

/** The official names of the units that a few words name; none where they name none. */
export type FindUnits = (words: string) => readonly UnitName[];

const VERB = /^(保障列表|保障清单|查看保障|结束保障|取消保障|保障(?:线路)?测试|保障)([\s\S]*)$/u;
const ADD_UNITS = /^(.*?)\s*(?:增加|添加|加上|补充)\s*(?:单位|学校|考点)\s*:?\s*([\s\S]*)$/u;
const DROP_UNITS = /^(.*?)\s*(?:减少|去掉|删除|移除|取消)\s*(?:单位|学校|考点)\s*:?\s*([\s\S]*)$/u;
const MOVE = /^(.*?)\s*(?:时间)?(?:改为|改到|改成|调整为|调整到|调到|推迟到|推迟至|提前到|延期到)([\s\S]*)$/u;

const wrong = (fault: OrderFault): GuaranteeOrder => ({ kind: 'wrong', fault });

const PIECE = /[\s,、;。/]+/u;
/** 「单位：」 before and 「等 3 家单位」 after a list. */
const LABEL = /^(?:单位|学校|考点|地点|范围)\s*:?\s*/u;
const COUNT = /(?:等|共|一共)\s*\d*\s*(?:家|个|所)?(?:单位|学校|考点)?$/u;
/** Words to people, no unit. */
const COURTESY = /^(?:请|大家|各位|辛苦|谢谢|麻烦|务必)/u;

type Units = { readonly units: readonly UnitName[]; readonly unknown: readonly string[] };

const unitsIn = (words: string, find: FindUnits): Units => {
  const pieces = words
    .replace(LABEL, '')
    .split(PIECE)
    .map((piece) => piece.replace(LABEL, '').replace(COUNT, '').replace(EDGE, ''))
    .filter((piece) => piece !== '' && !COURTESY.test(piece));
  const read = pieces.flatMap((piece) => {
    const whole = find(piece);
    if (whole.length > 0) return [{ piece, found: whole }];
    return piece
      .split(/以及|[和及与]/u)
      .filter((part) => part !== '')
      .map((part) => ({ piece: part, found: find(part) }));
  });
  return {
    units: [...new Set(read.flatMap(({ found }) => found))],
    unknown: read.filter(({ found }) => found.length === 0).map(({ piece }) => piece),
  };
};

/** What is wrong with the units named, or null. */
const unitFault = ({ units, unknown }: Units): OrderFault | null => {
  if (unknown.length > 0) return { kind: 'unknown-unit', words: unknown };
  return units.length === 0 ? { kind: 'no-units' } : null;
};

type Span = Extract<When, { kind: 'when' }>;

const timeFault = (when: When, now: Instant): OrderFault | Span => {
  switch (when.kind) {
    case 'none':
      return { kind: 'no-time', lacks: when.lacks };
    case 'bad':
      return { kind: 'bad-time' };
    case 'when':
      return when.to <= now ? { kind: 'past', to: when.to } : when;
  }
};

/** The first word group, and the rest. */
const headOf = (words: string): readonly [string, string] => {
  const [head = ''] = words.split(PIECE);
  return [head, words.slice(head.length)];
};

/** Name and units stand around the time: 「名称 时间 单位」, 「名称 单位 时间」 or 「时间 名称 单位」. */
const split = (text: string, { start, end }: Span): readonly [name: string, units: string] => {
  const [before, after] = [tidy(text.slice(0, start).replace(/时间\s*:?\s*$/u, '')), tidy(text.slice(end))];
  if (before !== '' && after !== '') return [before, after];
  return headOf(before === '' ? after : before);
};

/** Another time left beside the one that was read: which is meant? */
const ANOTHER = /\d{1,2}:\d{2}/u;

const addition = (text: string, people: readonly StaffId[], now: Instant, find: FindUnits): GuaranteeOrder => {
  if (text === '') return wrong({ kind: 'no-name' });
  const when = timeFault(whenIn(text, now), now);
  if (when.kind !== 'when') return wrong(when);
  const [name, rest] = split(text, when);
  if (ANOTHER.test(name) || ANOTHER.test(rest)) return wrong({ kind: 'bad-time' });
  if (name === '') return wrong({ kind: 'no-name' });
  const named = unitsIn(rest, find);
  const fault = unitFault(named);
  return fault === null
    ? { kind: 'add', name: name.slice(0, 60), from: when.from, to: when.to, units: named.units, people }
    : wrong(fault);
};

const changeOf = (text: string, now: Instant, find: FindUnits): GuaranteeOrder | null => {
  const added = ADD_UNITS.exec(text);
  const units = added ?? DROP_UNITS.exec(text);
  if (units !== null) {
    const named = unitsIn(units[2] ?? '', find);
    const fault = unitFault(named);
    if (fault !== null) return wrong(fault);
    return { kind: 'units', how: added === null ? 'dropped' : 'added', name: tidy(units[1] ?? ''), units: named.units };
  }
  const move = MOVE.exec(text);
  if (move === null) return null;
  const when = timeFault(whenIn(move[2] ?? '', now), now);
  return when.kind === 'when' ? { kind: 'move', name: tidy(move[1] ?? ''), from: when.from, to: when.to } : wrong(when);
};

/** 「保障人员都到了」 is talk: an order is set off from its verb, or names a time, or changes something. */
const isOrder = (rest: string, now: Instant): boolean =>
  rest === '' || /^[\s:,]/u.test(rest) || whenIn(rest, now).kind === 'when';

/** 「值守 赵高斌、崔建超」 at the end of an order. */
const STANDS_BY =
  /(?:^|[\s,;:。])(?:值守|保障)?(?:值守|值班|人员|工程师)(?:人员|人|改为|换成|:|为|是|\s)*\s*(\S[\s\S]*)$/u;

/** Who is named to stand by, and the words before; where the words after it name nobody, they are no such part. */
const standBy = (
  text: string,
  find: FindPerson,
): { readonly people: readonly StaffId[]; readonly unknown: readonly string[]; readonly rest: string } => {
  const found = STANDS_BY.exec(text);
  const read = found === null ? null : peopleIn(found[1] ?? '', find);
  return found === null || read === null || read.people.length === 0
    ? { people: [], unknown: [], rest: text }
    : { ...read, rest: tidy(text.slice(0, found.index)) };
};

const ordered = (text: string, now: Instant, find: FindUnits, findPerson: FindPerson): GuaranteeOrder => {
  const { people, unknown, rest } = standBy(text, findPerson);
  if (unknown.length > 0) return wrong({ kind: 'unknown-person', words: unknown });
  if (people.length > 0 && whenIn(rest, now).kind === 'none') return { kind: 'named', name: rest, people };
  return changeOf(rest, now, find) ?? addition(rest, people, now, find);
};

/**
 * The order in a message that begins with 保障 (a leading @ left out), or null where it is none. find: units by any name people use; findPerson: people of the roster.
 * Years that are left out are the coming ones.
 */
export const guaranteeOrder = (
  raw: string,
  now: Instant,
  find: FindUnits,
  findPerson: FindPerson,
): GuaranteeOrder | null => {
  const [, verb, rest = ''] = VERB.exec(folded(raw).replace(BOT, '')) ?? [];
  const text = tidy(rest);
  switch (verb) {
    case undefined:
      return null;
    case '保障列表':
    case '保障清单':
    case '查看保障':
      return { kind: 'list' };
    case '结束保障':
      return { kind: 'finish', how: 'ended', name: text };
    case '取消保障':
      return { kind: 'finish', how: 'cancelled', name: text };
    case '保障测试':
    case '保障线路测试':
      return { kind: 'tested', words: text };
    default:
      return isOrder(rest, now) ? ordered(text, now, find, findPerson) : null;
  }
};
