import type { Instant } from '../model.js';

const ZONE_MS = 8 * 3_600_000;

/** The day of an instant in Asia/Shanghai (always +8), as `2026-11-22`. */
export const dayOf = (at: Instant): string => new Date(at + ZONE_MS).toISOString().slice(0, 10);
