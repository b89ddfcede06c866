import type { Inbound } from '../bot/gateway.js';
import { houseAt } from './decide/attendance.js';
import { bareContext } from './decide/context.js';
import { faulty, type DeskDecision } from './decide/desk-decision.js';
import { deskOutcome } from './desk-outcome.js';
import type { Desk } from './desk.js';
import type { Sender } from './model.js';
import { NOTHING } from './need.js';
import type { Settled } from './ports.js';
import type { CaseOrder } from './understand/case-order.js';

/** The ticket's number in the words, else in the message that is quoted; null where neither tells one. */
const refOf = (ref: string | null, inbound: Inbound, sender: Sender, desk: Desk): string | null => {
  if (ref !== null) return ref;
  const { quote } = inbound;
  const [only, ...others] = quote === null ? [] : desk.understand(quote.text, bareContext(sender, false)).tickets;
  return others.length === 0 ? (only ?? null) : null;
};

/** A ticket's record, shown where it was asked for; nothing changes. id: the kept message. */
export const handleRecordOrder = async (
  id: string,
  inbound: Inbound,
  sender: Sender,
  order: Extract<CaseOrder, { kind: 'record' }>,
  desk: Desk,
): Promise<Settled> => {
  const at = { chat: inbound.chat, replyTo: inbound.messageId };
  const ref = refOf(order.ref, inbound, sender, desk);
  const history = ref === null ? null : await desk.recorder.history(ref);
  const answer = (): DeskDecision => {
    if (ref === null) return faulty({ kind: 'form', form: 'record' }, at);
    if (history === null) return faulty({ kind: 'no-such-ticket', ref }, at);
    return { changes: [], effects: [], desk: [{ kind: 'record', ...history, at }], learnt: null, note: 'record shown' };
  };
  return desk.recorder.decide({ kind: 'message', id }, NOTHING, ({ now, rota }) =>
    deskOutcome(answer(), houseAt(desk.house, rota, now), desk, now),
  );
};
