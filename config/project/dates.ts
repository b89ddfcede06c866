/** Dates as people write them in the project's files: 2026-11-28. */
import { z } from 'zod';

/** `2026-11-28` where there is such a day, else null. */
export function parseDate(value: unknown): string | null {
  if (typeof value !== 'string' || !/^20\d{2}-\d{2}-\d{2}$/.test(value)) return null;
  const at = new Date(`${value}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== value ? null : value;
}

/** A date of the calendar. */
export const readDate = z.unknown().transform((value, ctx): string => {
  const day = parseDate(value);
  if (day !== null) return day;
  const message = `"${String(value)}" is no date.`;
  ctx.addIssue({ code: 'custom', message, params: { cure: "Write year, month and day in quotes: '2026-11-28'." } });
  return z.NEVER;
});
