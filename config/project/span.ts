/** Lengths of time and times of day as people write them in policy.yaml. */
import { z } from 'zod';
import type { Span } from './types.js';

const MINUTE_MS = 60_000;
const UNIT_MS: ReadonlyMap<string, number> = new Map([
  ['秒', 1_000],
  ['分钟', MINUTE_MS],
  ['小时', 60 * MINUTE_MS],
  ['天', 24 * 60 * MINUTE_MS],
]);
const LONGEST_MS = 366 * 24 * 60 * MINUTE_MS;

const CURE =
  "Write a whole number with its unit, such as '30 秒', '5 分钟', '2 小时', '1 天', or a bare number of minutes.";

/** `5 分钟`, `2 小时`, `1 工作日`, or a whole number of minutes; null for anything else, for nothing and for over a year. */
export function parseSpan(value: unknown): Span | null {
  const words = typeof value === 'number' ? `${value} 分钟` : value;
  if (typeof words !== 'string') return null;
  const match = /^(\d{1,9}) ?(秒|分钟|小时|天|工作日)$/.exec(words.trim());
  const count = Number(match?.[1] ?? 0);
  const unit = match?.[2];
  if (count === 0 || unit === undefined) return null;
  if (unit === '工作日') return count <= 366 ? { unit: 'working-days', days: count } : null;
  const ms = count * (UNIT_MS.get(unit) ?? Number.NaN);
  return ms <= LONGEST_MS ? { unit: 'ms', ms } : null;
}

/** `18:00` as minutes after midnight; null for anything else. `24:00` is the day's end. */
export function parseTimeOfDay(value: unknown): number | null {
  const match = typeof value === 'string' ? /^(\d{2}):(\d{2})$/.exec(value) : null;
  if (match === null) return null;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) < 60 && minutes <= 24 * 60 ? minutes : null;
}

const refuse = (ctx: z.RefinementCtx, message: string, cure: string): typeof z.NEVER => {
  ctx.addIssue({ code: 'custom', message, params: { cure } });
  return z.NEVER;
};

/** A length in working days or in plain time. */
export const span = z.unknown().transform((value, ctx): Span => {
  return parseSpan(value) ?? refuse(ctx, `${show(value)} is no length of time.`, `${CURE} Working days: '1 工作日'.`);
});

/** A length of plain time, in ms. */
export const length = z.unknown().transform((value, ctx): number => {
  const parsed = parseSpan(value);
  if (parsed === null) return refuse(ctx, `${show(value)} is no length of time.`, CURE);
  if (parsed.unit === 'working-days') return refuse(ctx, 'Working days do not fit here.', CURE);
  return parsed.ms;
});

/** A length of plain time in ms, or 无 for never (null). */
export const lengthOrNever = z.unknown().transform((value, ctx): number | null => {
  if (value === '无') return null;
  const parsed = parseSpan(value);
  return parsed?.unit === 'ms'
    ? parsed.ms
    : refuse(ctx, `${show(value)} is no length of time.`, `${CURE} For never write 无.`);
});

/** A time of day, as minutes after midnight. */
export const timeOfDay = z.unknown().transform((value, ctx): number => {
  return (
    parseTimeOfDay(value) ??
    refuse(ctx, `${show(value)} is no time of day.`, "Write hours and minutes, such as '18:00'.")
  );
});

/** `08:00-12:00` as minutes after midnight, half-open. */
export const partOfDay = z.unknown().transform((value, ctx): { from: number; to: number } => {
  const [start, end, more] = typeof value === 'string' ? value.split('-') : [];
  const from = parseTimeOfDay(start);
  const to = parseTimeOfDay(end);
  if (from === null || to === null || more !== undefined || from >= to) {
    return refuse(ctx, `${show(value)} is no part of a day.`, "Write it as '08:00-12:00', the earlier time first.");
  }
  return { from, to };
});

const show = (value: unknown): string => (typeof value === 'object' && value !== null ? 'This' : `"${String(value)}"`);
