import type { Instant, Millis } from '../model.js';

/** One minute, hour and day in milliseconds. */
export const MINUTE: Millis = 60_000;
export const HOUR: Millis = 60 * MINUTE;
export const DAY: Millis = 24 * HOUR;

/** Asia/Shanghai has stood at +08:00 without summer time since 1992, and the contract is of 2026. */
const ZONE: Millis = 8 * HOUR;

/** The start of the day in Asia/Shanghai that holds `at`. */
export const startOfDay = (at: Instant): Instant => Math.floor((at + ZONE) / DAY) * DAY - ZONE;

/** Minutes since midnight in Asia/Shanghai, 0 to 1439. */
export const minuteOfDay = (at: Instant): number => Math.floor((at - startOfDay(at)) / MINUTE);

/** The date in Asia/Shanghai as `YYYY-MM-DD`. */
export const dateOf = (at: Instant): string => new Date(at + ZONE).toISOString().slice(0, 10);

/** The day's part of a ticket number, `YYYYMMDD` (design.md 5). */
export const dayCode = (at: Instant): string => dateOf(at).replaceAll('-', '');

/** Time of day in Asia/Shanghai as `HH:MM`. */
export const clockOf = (at: Instant): string => new Date(at + ZONE).toISOString().slice(11, 16);

/** 0 for Sunday to 6 for Saturday, in Asia/Shanghai. */
export const weekday = (at: Instant): number => new Date(at + ZONE).getUTCDay();

/** ISO 8601 with +08:00, as the HTTP interface gives it (design.md 5). */
export const iso = (at: Instant): string => new Date(at + ZONE).toISOString().replace('Z', '+08:00');
