import type { ChatRef, Inbound } from '../bot/gateway.js';
import { houseAt } from './decide/attendance.js';
import { decidePlan, decidePlanTurn } from './decide/plan.js';
import type { Turn } from './decide/turn.js';
import { deskOutcome } from './desk-outcome.js';
import type { Desk } from './desk.js';
import type { Sender } from './model.js';
import { NOTHING } from './need.js';
import type { Settled } from './ports.js';
import type { PlanOrder } from './understand/plan-order.js';

/** Whoever changes a plan holds this, and sees the tickets that wait for it. */
const NEED = { ...NOTHING, locks: ['bulletins'] };

/** The groups served, in which planned work is told. */
export const groupsOf = ({ groups, channels }: Desk): readonly ChatRef[] =>
  channels.flatMap((channel) => {
    const group = groups[channel];
    return group === null ? [] : [group];
  });

/** One order about planned work, in one transaction. id: the kept message, and of a plan that it makes. */
export const handlePlan = (
  id: string,
  inbound: Inbound,
  sender: Sender,
  order: PlanOrder,
  desk: Desk,
): Promise<Settled> => {
  const { chat, messageId } = inbound;
  const home = chat.kind === 'group' ? chat : (desk.groups[chat.channel] ?? chat);
  const need = { ...NEED, allOpen: order.what === 'move' || order.what === 'finish' };
  return desk.recorder.decide({ kind: 'message', id }, need, ({ now, rota, bulletins, tickets }) => {
    const house = houseAt(desk.house, rota, now);
    const at = { chat, replyTo: messageId };
    const scene = { now, house, bulletins, tickets, sender, at, groups: groupsOf(desk), id };
    return deskOutcome(decidePlan(scene, order, home), house, desk, now);
  });
};

/** The word before planned work; once, whoever rings. */
export const handlePlanTurn = (turn: Turn, desk: Desk): Promise<Settled> =>
  desk.recorder.decide({ kind: 'turn', id: turn.id }, NEED, ({ now, rota, bulletins }) =>
    deskOutcome(decidePlanTurn(turn.id, bulletins, now, groupsOf(desk)), houseAt(desk.house, rota, now), desk, now),
  );
