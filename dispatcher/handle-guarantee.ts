import type { Inbound } from '../bot/gateway.js';
import { houseAt } from './decide/attendance.js';
import { bareContext } from './decide/context.js';
import { decideGuarantee } from './decide/guarantee.js';
import type { GuaranteeDecision } from './decide/guarantee-decision.js';
import { decideGuaranteeTurn } from './decide/guarantee-turn.js';
import type { House } from './decide/scene.js';
import type { Turn } from './decide/turn.js';
import type { Desk } from './desk.js';
import type { Instant, Sender } from './model.js';
import { NOTHING } from './need.js';
import type { Outcome, Settled } from './ports.js';
import { sayGuarantee } from './say/guarantee.js';
import { guaranteeOrder, type GuaranteeOrder } from './understand/guarantee.js';
import { createFindPerson } from './understand/order.js';

/** Whoever changes an event holds this, so that two changes follow one another. */
const NEED = { ...NOTHING, locks: ['guarantees'] };

const outcomeOf = ({ changed, effects, note }: GuaranteeDecision, house: House, desk: Desk, now: Instant): Outcome => ({
  changes: [],
  says: sayGuarantee(effects, { now, house, mentions: desk.mentions }),
  talk: null,
  learnt: null,
  rota: [],
  guarantees: changed,
  incidents: [],
  note,
});

/** The order about guaranteed events in a message of staff; null where it is none, or not theirs. */
export const orderIn = (inbound: Inbound, sender: Sender, desk: Desk): GuaranteeOrder | null => {
  if (sender.staff === null) return null;
  const alone = bareContext({ ...sender, unit: null }, true);
  const findPerson = createFindPerson(desk.house.staff, (words) => desk.understand(words, alone).target);
  const now = desk.clock.now();
  return guaranteeOrder(inbound.text, now, (words) => desk.understand(words, alone).units, findPerson);
};

/** One order, decided on the events as they are, in one transaction. id: the kept message, and of an event it makes. */
export const handleGuaranteeOrder = (
  id: string,
  inbound: Inbound,
  sender: Sender,
  order: GuaranteeOrder,
  desk: Desk,
): Promise<Settled> => {
  const { chat, messageId } = inbound;
  const home = chat.kind === 'group' ? chat : (desk.groups[chat.channel] ?? chat);
  return desk.recorder.decide({ kind: 'message', id }, NEED, ({ now, guarantees, rota }) => {
    const house = houseAt(desk.house, rota, now);
    const at = { chat, replyTo: messageId };
    const decision = decideGuarantee(order, { now, house, guarantees, sender, at, home, id });
    return outcomeOf(decision, house, desk, now);
  });
};

/** A turn of a guaranteed event: the call of the evening or the morning, or the summary; once, whoever rings. */
export const handleGuaranteeTurn = (turn: Turn, desk: Desk): Promise<Settled> => {
  const span = turn.since === null ? null : { from: turn.since, to: desk.clock.now() + 1 };
  return desk.recorder.decide({ kind: 'turn', id: turn.id }, { ...NEED, span }, (loaded) => {
    const house = houseAt(desk.house, loaded.rota, loaded.now);
    return outcomeOf(decideGuaranteeTurn(turn.id, loaded, house), house, desk, loaded.now);
  });
};
