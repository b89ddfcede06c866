import type { RotaOrder } from '../understand/rota.js';
import { decideDuty } from './duty.js';
import { decideLeave } from './leave.js';
import { assertNever } from './never.js';
import { decideReserve } from './reserve.js';
import type { RotaDecision } from './rota-decision.js';
import type { RotaScene } from './rota-scene.js';

/** What an order of a member of staff about people in time leads to. */
export const decideRota = (order: RotaOrder, scene: RotaScene): RotaDecision => {
  switch (order.kind) {
    case 'leave-list':
    case 'leave':
    case 'leave-end':
    case 'leave-wrong':
      return decideLeave(order, scene);
    case 'duty-list':
    case 'duty':
    case 'duty-end':
    case 'duty-swap':
    case 'duty-wrong':
      return decideDuty(order, scene);
    case 'reserve-list':
    case 'reserve':
    case 'reserve-end':
    case 'reserve-wrong':
      return decideReserve(order, scene);
    default:
      return assertNever(order);
  }
};
