import type { Kept } from './weights.js';
export const DATA: { intent: Kept; level: Kept; category: Kept } | null = null;
