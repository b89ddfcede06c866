/** Orders about a ticket by its number: its record, joined and parted, its level (issue 4, «Also»). Pure; who may is decided later. */
import { headless } from './order-text.js';

/** ref: a whole number or its last four digits; null where a quoted message tells it. */
export type CaseOrder = { readonly kind: 'record'; readonly ref: string | null };

export type CaseRead = CaseOrder | { readonly kind: 'wrong'; readonly form: 'record' };

const REF = '(TZ-?\\d{8}-?\\d{4}|(?<!\\d)\\d{4}(?!\\d))';
const LOG = '(?:的)?(?:处理|全部|完整)?(?:记录|历史|日志|经过)';

const RECORD = new RegExp(`^(?:查看?|看一?下?)?\\s*${REF}\\s*${LOG}$`, 'iu');
const RECORD_OF = new RegExp(`^(?:查看?|看一?下?)?${LOG}\\s*[:,]?\\s*${REF}$`, 'iu');
const RECORD_ALONE = new RegExp(`^(?:查看?|看一?下?)?(?:工单)?${LOG}$`, 'u');
const EDGE = /^[\s:,，。.]+|[\s:,，。.?？!！]+$/gu;

/** TZ-20261122-0017 however it was typed; four digits as they are. */
const whole = (ref: string): string => {
  const digits = ref.replace(/\D/gu, '');
  return digits.length === 12 ? `TZ-${digits.slice(0, 8)}-${digits.slice(8)}` : digits;
};

/** The order in a message of staff; null where it is none. */
export const caseOrder = (raw: string): CaseRead | null => {
  const text = headless(raw).replace(EDGE, '');
  const record = RECORD.exec(text)?.[1] ?? RECORD_OF.exec(text)?.[1];
  if (record !== undefined) return { kind: 'record', ref: whole(record) };
  return RECORD_ALONE.test(text) ? { kind: 'record', ref: null } : null;
};
