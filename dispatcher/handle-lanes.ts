import type { Budget, Inbound } from '../bot/gateway.js';
import { houseAt } from './decide/attendance.js';
import { deskOutcome } from './desk-outcome.js';
import type { Desk } from './desk.js';
import { NOTHING } from './need.js';
import type { Settled } from './ports.js';

const budgetOf =
  ({ budgets }: Desk) =>
  (lane: string): Budget | null => {
    const own = budgets[lane.slice(0, lane.indexOf(':'))];
    return own === undefined ? null : lane.endsWith(':mention') ? (own.mention ?? own.chat) : own.chat;
  };

/** 「播报」: what waits in the lanes as they stand, answered where it was asked; nothing changes. id: the kept message. */
export const handleLanes = async (id: string, inbound: Inbound, desk: Desk): Promise<Settled> => {
  const lanes = await desk.recorder.queued(budgetOf(desk));
  const at = { chat: inbound.chat, replyTo: inbound.messageId };
  return desk.recorder.decide({ kind: 'message', id }, NOTHING, ({ now, rota }) =>
    deskOutcome(
      { changes: [], effects: [], desk: [{ kind: 'lanes', lanes, at }], learnt: null, note: 'lanes shown' },
      houseAt(desk.house, rota, now),
      desk,
      now,
    ),
  );
};
