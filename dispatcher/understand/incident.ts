/** Orders about incidents, as the lead and the manager type them. Pure; who may give them is decided later. */
import type { UnitName } from '../model.js';

/** ref: the incident's number as typed, brought to `SJ-YYYYMMDD-NN`; null where the only one that runs is meant. */
export type IncidentOrder =
  | { readonly kind: 'list' }
  | { readonly kind: 'confirm'; readonly ref: string | null }
  /** units: those to be taken out; none: all of it. unknown: words that name no unit. */
  | {
      readonly kind: 'split';
      readonly ref: string | null;
      readonly units: readonly UnitName[];
      readonly unknown: readonly string[];
    }
  /** tickets: whole numbers or their last four digits. */
  | { readonly kind: 'merge'; readonly ref: string | null; readonly tickets: readonly string[] };

const BOT = /^(?:\s*@小通(?:机器人|助手)?|\s*@\S+)*\s*/u;
const REF = /SJ[-\s]?(\d{8})[-\s]?(\d{1,2})(?!\d)/iu;
const LIST = /^(?:事件|事件列表|事件清单|查看事件)$/u;
const CONFIRM = /^(?:确认|是同一故障|属实)/u;
const SPLIT = /^(?:拆分|拆出|不是同一故障|取消合并)/u;
const MERGE = /并入|合并|归入|并到/u;
const EDGE = /^[\s:：,，、;；.。]+|[\s:：,，、;；.。]+$/gu;
const PIECE = /[\s,，、;；。]+/u;
const TICKET = /(?:TZ-\d{8}-\d{4}|(?<!\d)\d{4}(?!\d))/giu;

const unitsIn = (words: string, find: (words: string) => readonly UnitName[]) => {
  const pieces = words.split(PIECE).filter((piece) => piece !== '');
  const read = pieces.map((piece) => ({ piece, found: find(piece) }));
  return {
    units: [...new Set(read.flatMap(({ found }) => found))],
    unknown: read.filter(({ found }) => found.length === 0).map(({ piece }) => piece),
  };
};

/**
 * The order in a message that names an incident (「SJ-20261123-01 确认」「SJ-20261123-01 拆分 西集中学」「0012 并入 SJ-20261123-01」) or
 * begins with 事件 (「事件 确认」, where one runs); null where it is none. find: the units that a few words name.
 */
export const incidentOrder = (raw: string, find: (words: string) => readonly UnitName[]): IncidentOrder | null => {
  const text = raw.normalize('NFKC').replace(BOT, '').replace(EDGE, '');
  if (LIST.test(text)) return { kind: 'list' };
  const [found, day = '', no = ''] = REF.exec(text) ?? [];
  const ref = found === undefined ? null : `SJ-${day}-${no.padStart(2, '0')}`;
  if (ref === null && !/^事件[\s:：]/u.test(text)) return null;
  const rest = text
    .replace(REF, ' ')
    .replace(/^\s*事件/u, '')
    .replace(EDGE, '');
  if (rest === '') return { kind: 'list' };
  if (CONFIRM.test(rest)) return { kind: 'confirm', ref };
  if (SPLIT.test(rest)) return { kind: 'split', ref, ...unitsIn(rest.replace(SPLIT, '').replace(EDGE, ''), find) };
  const tickets = rest.match(TICKET) ?? [];
  return MERGE.test(rest) && tickets.length > 0
    ? { kind: 'merge', ref, tickets: tickets.map((one) => one.toUpperCase()) }
    : null;
};
