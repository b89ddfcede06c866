/** Orders of those who keep the desk. Pure; who may give them is decided later. */
import type { Instant } from '../model.js';
import { behalfOrder, type BehalfOrder, type CallOrder } from './behalf.js';
import { bindingIn, type Binding } from './binding.js';
import type { FindUnits } from './guarantee.js';
import { caseOrder, type CaseForm, type CaseOrder } from './case-order.js';
import { noticeOrder, type NoticeOrder } from './notice-order.js';
import { inspectionOrder, type InspectionOrder } from './inspection-order.js';
import { planOrder, type PlanOrder } from './plan-order.js';
import { lanesOrder, type LanesOrder } from './lanes-order.js';
import { headless } from './order-text.js';

/** Which right form answers a wrong one. */
export type OrderForm = 'bind' | 'call' | 'behalf' | CaseForm | 'notice' | 'plan' | 'inspection';

export type DeskOrder =
  | Binding
  | CallOrder
  | BehalfOrder
  | CaseOrder
  | LanesOrder
  | NoticeOrder
  | PlanOrder
  | InspectionOrder
  | { readonly kind: 'wrong'; readonly form: OrderForm };

/** The order in a message, or null where it is none. staff: the roster's names; find: official names of the units that words name. */
export const deskOrder = (raw: string, now: Instant, staff: readonly string[], find: FindUnits): DeskOrder | null =>
  noticeOrder(raw, staff) ??
  planOrder(raw, now, find) ??
  inspectionOrder(raw, find) ??
  bindingIn(headless(raw), find) ??
  behalfOrder(raw, staff) ??
  caseOrder(raw) ??
  lanesOrder(raw);
