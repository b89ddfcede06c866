/** 「播报」: what waits to be said, and why. Pure. */
import { headless } from './order-text.js';

export type LanesOrder = { readonly kind: 'lanes' };

const LANES = /^(?:查看?|看一?下?)?播报(?:情况|队列|状态|排队)?[?？。!！]?$/u;

/** The order in a message of staff; null where it says anything else. */
export const lanesOrder = (raw: string): LanesOrder | null => (LANES.test(headless(raw)) ? { kind: 'lanes' } : null);
