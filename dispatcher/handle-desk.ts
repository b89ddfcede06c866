import type { Inbound } from '../bot/gateway.js';
import { bareContext } from './decide/context.js';
import { faulty, type DeskFault } from './decide/desk-decision.js';
import { RIGHTS } from './decide/rights.js';
import { deskOutcome } from './desk-outcome.js';
import type { Desk } from './desk.js';
import { handleBehalf } from './handle-behalf.js';
import { handleBind } from './handle-bind.js';
import { handleCase } from './handle-case.js';
import { handleNotice } from './handle-notice.js';
import { handleInspection } from './handle-inspection.js';
import { handlePlan } from './handle-plan.js';
import { handleLanes } from './handle-lanes.js';
import { handleCall, readCall } from './handle-call.js';
import type { Sender } from './model.js';
import { NOTHING } from './need.js';
import type { Settled } from './ports.js';
import { deskOrder, type DeskOrder } from './understand/desk-order.js';

/** Whoever may not enter a call reports it as their own: a fault told is never lost. */
const isOwnReport = (order: DeskOrder, sender: Sender, desk: Desk): boolean =>
  order.kind === 'call' &&
  (RIGHTS.call[sender.role] === 'no' || (!order.sure && readCall(order, desk).faults.length === 0));

/** 升级 without a level is also what engineers do to devices: only of those who may is it an order that lacks something. */
const isTalk = (order: DeskOrder, sender: Sender): boolean =>
  order.kind === 'wrong' && order.form === 'grade' && RIGHTS.grade[sender.role] === 'no';

/** The order of the desk in a message; null where it is none, or its sender is a school's contact. */
export const deskOrderIn = (inbound: Inbound, sender: Sender, desk: Desk): DeskOrder | null => {
  if (sender.staff === null) return null;
  const alone = bareContext({ ...sender, unit: null }, true);
  const names = desk.house.staff.map(({ name }) => name);
  const order = deskOrder(inbound.text, desk.clock.now(), names, (words) => desk.understand(words, alone).units);
  return order === null || isOwnReport(order, sender, desk) || isTalk(order, sender) ? null : order;
};

/** One order of the desk, in one transaction. id: the kept message. Who may not give it is told who may. */
export const handleDeskOrder = (
  id: string,
  inbound: Inbound,
  sender: Sender,
  order: DeskOrder,
  desk: Desk,
): Promise<Settled> => {
  const act = order.kind === 'wrong' ? order.form : order.kind;
  const at = { chat: inbound.chat, replyTo: inbound.messageId };
  const refuse = (fault: DeskFault): Promise<Settled> =>
    desk.recorder.decide({ kind: 'message', id }, NOTHING, ({ now }) =>
      deskOutcome(faulty(fault, at), desk.house, desk, now),
    );
  if (RIGHTS[act][sender.role] === 'no') return refuse({ kind: 'role', act });
  switch (order.kind) {
    case 'wrong':
      return refuse({ kind: 'form', form: order.form });
    case 'bind':
      return handleBind(id, inbound, sender, order, desk);
    case 'call':
      return handleCall(id, inbound, sender, order, desk);
    case 'behalf':
      return handleBehalf(id, inbound, sender, order, desk);
    case 'record':
    case 'merge':
    case 'split':
    case 'grade':
      return handleCase(id, inbound, sender, order, desk);
    case 'notice':
    case 'notice-seen':
      return handleNotice(id, inbound, sender, order, desk);
    case 'plan':
      return handlePlan(id, inbound, sender, order, desk);
    case 'inspection':
      return handleInspection(id, inbound, sender, order, desk);
    case 'lanes':
      return handleLanes(id, inbound, desk);
    default:
      return order satisfies never;
  }
};
