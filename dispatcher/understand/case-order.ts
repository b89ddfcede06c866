/** Orders about a ticket by its number: its record, joined and parted, its level (issue 4, «Also»). Pure; who may is decided later. */
import type { Level } from '../model.js';
import { headless } from './order-text.js';

/** ref: a whole number or its last four digits; of the record null where a quoted message tells it. */
export type CaseOrder =
  | { readonly kind: 'record'; readonly ref: string | null }
  /** `from` goes on as `into`. */
  | { readonly kind: 'merge'; readonly from: string; readonly into: string }
  /** what: whose report, or which fault, becomes a ticket of its own; '' for one that was merged. */
  | { readonly kind: 'split'; readonly ref: string; readonly what: string }
  | {
      readonly kind: 'grade';
      readonly ref: string;
      readonly way: 'raise' | 'lower';
      readonly level: Level;
      readonly reason: string;
    };

export type CaseForm = CaseOrder['kind'];
export type CaseRead = CaseOrder | { readonly kind: 'wrong'; readonly form: CaseForm };

const REF = '(TZ-?\\d{8}-?\\d{4}|(?<!\\d)\\d{4}(?!\\d))';
const LOG = '(?:的)?(?:处理|全部|完整)?(?:记录|历史|日志|经过)';

const RECORD = new RegExp(`^(?:查看?|看一?下?)?\\s*${REF}\\s*${LOG}$`, 'iu');
const RECORD_OF = new RegExp(`^(?:查看?|看一?下?)?${LOG}\\s*[:,]?\\s*${REF}$`, 'iu');
const RECORD_ALONE = new RegExp(`^(?:查看?|看一?下?)?(?:工单)?${LOG}$`, 'u');

const INTO = '\\s*(?:合并|并单)?(?:到|进|入|至|给)\\s*';
const MERGE = new RegExp(`^(?:合并|并单)\\s*[:,]?\\s*${REF}${INTO}${REF}$`, 'iu');
const MERGE_OF = new RegExp(`^(?:把|将)?\\s*${REF}\\s*(?:合?并入|合?并到|合?并进|合?并至)\\s*${REF}$`, 'iu');
const MERGE_WRONG = /^(?:合并|并单)(?=[\s\d:,]|TZ|$)/iu;

const SPLIT = new RegExp(`^(?:拆分|拆开|拆出)\\s*[:,]?\\s*${REF}\\s*[:,]?\\s*(.*)$`, 'iu');
const SPLIT_OF = new RegExp(`^${REF}\\s*(?:拆分|拆开|拆出)\\s*[:,]?\\s*(.*)$`, 'iu');
const SPLIT_WRONG = /^(?:拆分|拆开)(?=[\s:,]|$)/u;

const LEVELS: Readonly<Record<string, Level>> = { 一: 1, 二: 2, 三: 3, '1': 1, '2': 2, '3': 3 };
const GRADE = new RegExp(
  `^(?:${REF}\\s*(?<way1>升级|降级)|(?<way2>升级|降级)\\s*[:,]?\\s*${REF})\\s*[:,]?\\s*(?:为|到|成|至)?\\s*(?<level>[一二三123])\\s*级(?:故障|异常)?(?<reason>.*)$`,
  'iu',
);
const GRADE_WRONG = new RegExp(
  `^(?:${REF}\\s*(?:升级|降级)|(?:升级|降级)\\s*${REF})(?=[\\s:,]|$)|^(?:升级|降级)$`,
  'iu',
);
/** What is brought up to date is a device, not a fault. */
const FIRMWARE = /固件|系统|版本|程序|驱动|补丁|软件|设备|完成|好了/u;

const EDGE = /^[\s:,，。.]+|[\s:,，。.?？!！]+$/gu;
const REASON = /^(?:原因是?|因为|理由是?)\s*:?\s*/u;

/** TZ-20261122-0017 however it was typed; four digits as they are. */
const whole = (ref: string): string => {
  const digits = ref.replace(/\D/gu, '');
  return digits.length === 12 ? `TZ-${digits.slice(0, 8)}-${digits.slice(8)}` : digits;
};

const tidy = (words: string): string => words.replace(EDGE, '').replace(REASON, '');

const recordIn = (text: string): CaseRead | null => {
  const ref = RECORD.exec(text)?.[1] ?? RECORD_OF.exec(text)?.[1];
  if (ref !== undefined) return { kind: 'record', ref: whole(ref) };
  return RECORD_ALONE.test(text) ? { kind: 'record', ref: null } : null;
};

const mergeIn = (text: string): CaseRead | null => {
  const [, from, into] = MERGE.exec(text) ?? MERGE_OF.exec(text) ?? [];
  if (from !== undefined && into !== undefined) return { kind: 'merge', from: whole(from), into: whole(into) };
  return MERGE_WRONG.test(text) ? { kind: 'wrong', form: 'merge' } : null;
};

const splitIn = (text: string): CaseRead | null => {
  const [, ref, what = ''] = SPLIT.exec(text) ?? SPLIT_OF.exec(text) ?? [];
  if (ref !== undefined) return { kind: 'split', ref: whole(ref), what: tidy(what) };
  return SPLIT_WRONG.test(text) ? { kind: 'wrong', form: 'split' } : null;
};

const gradeIn = (text: string): CaseRead | null => {
  const found = GRADE.exec(text);
  const ref = found?.[1] ?? found?.[4];
  const groups = found?.groups ?? {};
  const level = LEVELS[groups['level'] ?? ''];
  const reason = tidy(groups['reason'] ?? '');
  const way = (groups['way1'] ?? groups['way2']) === '升级' ? 'raise' : 'lower';
  if (ref !== undefined && level !== undefined && reason !== '')
    return { kind: 'grade', ref: whole(ref), way, level, reason };
  return GRADE_WRONG.test(text) && !FIRMWARE.test(text) ? { kind: 'wrong', form: 'grade' } : null;
};

/** The order in a message of staff; null where it is none. */
export const caseOrder = (raw: string): CaseRead | null => {
  const text = headless(raw).replace(EDGE, '');
  return recordIn(text) ?? mergeIn(text) ?? splitIn(text) ?? gradeIn(text);
};
