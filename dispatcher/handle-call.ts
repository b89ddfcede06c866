import type { Inbound } from '../bot/gateway.js';
import { houseAt } from './decide/attendance.js';
import { callAt, callerOf, decideCall, knownCaller } from './decide/call.js';
import { bareContext, contextOf } from './decide/context.js';
import { faulty } from './decide/desk-decision.js';
import { withPlans } from './decide/plan-hold.js';
import { deskOutcome } from './desk-outcome.js';
import type { Desk } from './desk.js';
import type { Facts, Sender } from './model.js';
import { NOTHING } from './need.js';
import type { Outcome, Settled } from './ports.js';
import { outcomeOf } from './outcome.js';
import { callerIn, type CallOrder } from './understand/behalf.js';

/** The caller's words, read as a school's contact's. */
export const readCall = (order: CallOrder, desk: Desk): Facts =>
  desk.understand(order.words, {
    ...bareContext({ key: '', name: '', role: 'reporter', staff: null, unit: null, phone: null }, true),
  });

/** A hotline call entered by the desk: the caller's report, as if they had written it, with the desk in the log. */
export const handleCall = async (
  id: string,
  inbound: Inbound,
  by: Sender,
  order: CallOrder,
  desk: Desk,
): Promise<Settled> => {
  const { recorder } = desk;
  const { chat, messageId } = inbound;
  const first = readCall(order, desk);
  const name = callerIn(order.words) ?? first.contact;
  const known = knownCaller(name, first.unit, first.phone, await recorder.people());
  const sender = callerOf(name, first, known, by, messageId);
  const named = sender.unit === null ? first.units : [sender.unit];
  const lock = sender.unit === null ? `chat:${chat.channel}:${chat.id}` : `unit:${sender.unit}`;
  const need = { ...NOTHING, locks: [lock, `person:${sender.key}`], unit: sender.unit, numbers: true };
  return recorder.decide({ kind: 'message', id }, need, (loaded): Outcome => {
    const { now } = loaded;
    const house = houseAt(desk.house, loaded.rota, now);
    const facts = desk.understand(order.words, {
      ...contextOf(loaded, sender, true, house.policy, named),
      ticket: 'none',
    });
    const at = { chat, replyTo: messageId };
    const home = chat.kind === 'group' ? chat : (desk.groups[chat.channel] ?? chat);
    const call = { at: callAt(order.at, now), known };
    const scene = {
      ...{ now, house, loaded, sender, facts, text: inbound.text, addressed: true, at, user: '', home, call },
    };
    const decision = decideCall(scene);
    return decision === null
      ? deskOutcome(faulty({ kind: 'no-fault' }, at), house, desk, now)
      : { ...outcomeOf(withPlans(scene, decision), at, null, { ...desk, house, now }), talk: null };
  });
};
