/** Orders about people in time: leave, duty and the reserve. Pure; who may give them is decided later. */
import type { Instant } from '../model.js';
import { dutyOrder, type DutyOrder } from './duty.js';
import { leaveOrder, type LeaveOrder } from './leave.js';
import type { FindPerson } from './order.js';
import { reserveOrder, type ReserveOrder } from './reserve.js';

export type RotaOrder = LeaveOrder | DutyOrder | ReserveOrder;

/** The order in a message of staff, or null where it is none. addressed: spoken to the bot. */
export const rotaOrder = (raw: string, now: Instant, addressed: boolean, find: FindPerson): RotaOrder | null =>
  reserveOrder(raw) ?? leaveOrder(raw, now, addressed, find) ?? dutyOrder(raw, now, addressed, find);
