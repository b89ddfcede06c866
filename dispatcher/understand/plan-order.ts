/** Planned cuts and changes as they are typed: 「计划 停电 12-01 08:00-12:00 漷县中学、西集中学 变压器检修」. Pure; who may is decided later. */
import type { Instant, UnitName } from '../model.js';
import { whenIn } from './guarantee-time.js';
import type { FindUnits } from './guarantee.js';
import { headless } from './order-text.js';

/** name: '' where the order names none, so that the only one is meant. */
export type PlanOrder =
  | { readonly kind: 'plan'; readonly what: 'list' }
  | {
      readonly kind: 'plan';
      readonly what: 'add';
      readonly name: string;
      readonly from: Instant;
      readonly to: Instant;
      readonly units: readonly UnitName[];
      readonly reason: string;
    }
  | {
      readonly kind: 'plan';
      readonly what: 'move';
      readonly name: string;
      readonly from: Instant;
      readonly to: Instant;
    }
  | { readonly kind: 'plan'; readonly what: 'finish'; readonly name: string };

export type PlanRead = PlanOrder | { readonly kind: 'wrong'; readonly form: 'plan' };

const LIST = /^(?:计划(?:列表|清单)|查看计划)$/u;
const FINISH = /^(?:结束计划|取消计划|计划(?:结束|取消))\s*(.*)$/u;
const MOVE = /^计划\s*(.*?)\s*(?:改为|改到|改成|推迟到|提前到|延长到)\s*(.*)$/u;
const ADD = /^计划(?=[\s:,])\s*[:,]?\s*(.*)$/u;
const LISTED = /[、,，;；和]+/u;
const EDGE = /^[\s:,，。]+|[\s:,，。!！]+$/gu;
const tidy = (words: string): string => words.replace(EDGE, '');

const wrong = { kind: 'wrong', form: 'plan' } as const;

type Split = { readonly units: readonly UnitName[]; readonly reason: string } | null;

/** Units first, word group by word group; what follows them is the reason. Null where a list names what is no unit. */
const unitsIn = (rest: string, find: FindUnits): Split => {
  const units: UnitName[] = [];
  const groups = rest.split(/\s+/u).filter((one) => one !== '');
  for (const [index, group] of groups.entries()) {
    const found = group.split(LISTED).map((piece) => (piece === '' ? [] : find(piece)));
    const known = found.filter((one) => one.length > 0).length;
    if (known === 0) return units.length === 0 ? null : { units, reason: groups.slice(index).join(' ') };
    if (known < found.length) return null;
    units.push(...found.flat().filter((unit) => !units.includes(unit)));
  }
  return units.length === 0 ? null : { units, reason: '' };
};

const added = (text: string, now: Instant, find: FindUnits): PlanRead => {
  const when = whenIn(text, now);
  if (when.kind !== 'when' || when.to <= now) return wrong;
  const name = tidy(text.slice(0, when.start));
  const rest = unitsIn(tidy(text.slice(when.end)), find);
  if (name === '' || name.length > 20 || rest === null) return wrong;
  return { kind: 'plan', what: 'add', name, from: when.from, to: when.to, ...rest };
};

/** The order in a message of staff; null where it is none. find: official names of the units that a few words name. */
export const planOrder = (raw: string, now: Instant, find: FindUnits): PlanRead | null => {
  const text = headless(raw).replace(EDGE, '');
  if (LIST.test(text)) return { kind: 'plan', what: 'list' };
  const finish = FINISH.exec(text);
  if (finish !== null) return { kind: 'plan', what: 'finish', name: tidy(finish[1] ?? '') };
  if (text === '计划') return wrong;
  const move = MOVE.exec(text);
  if (move !== null) {
    const when = whenIn(move[2] ?? '', now);
    return when.kind === 'when' && when.to > now
      ? { kind: 'plan', what: 'move', name: tidy(move[1] ?? ''), from: when.from, to: when.to }
      : wrong;
  }
  const add = ADD.exec(text);
  if (add === null) return null;
  const order = added(add[1] ?? '', now, find);
  // 「计划 明天去张家湾」 between colleagues is talk.
  return order.kind === 'plan' || /停电|割接|检修|断网|升级|迁移|改造|维护/u.test(text) ? order : null;
};
