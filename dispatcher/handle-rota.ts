import type { Inbound } from '../bot/gateway.js';
import { houseAt } from './decide/attendance.js';
import { bareContext } from './decide/context.js';
import { decideRota } from './decide/rota.js';
import type { RotaDecision } from './decide/rota-decision.js';
import { decideRotaTurn } from './decide/rota-turn.js';
import type { House } from './decide/scene.js';
import type { Turn } from './decide/turn.js';
import type { Desk } from './desk.js';
import type { Sender, StaffId } from './model.js';
import { NOTHING } from './need.js';
import type { Loaded, Outcome, Settled } from './ports.js';
import { sayRota } from './say/rota.js';
import { say } from './say/say.js';
import { createFindPerson } from './understand/order.js';
import { rotaOrder, type RotaOrder } from './understand/rota.js';

/** Whoever changes the rota holds this, so that two changes follow one another. */
const NEED = { ...NOTHING, locks: ['rota'] };

const outcomeOf = ({ changed, changes, effects, told, note }: RotaDecision, loaded: Loaded, desk: Desk): Outcome => {
  const { now, rota } = loaded;
  const ids = new Set(changed.map(({ id }) => id));
  const house = houseAt(desk.house, [...rota.filter(({ id }) => !ids.has(id)), ...changed], now);
  const stage = { now, house, mentions: desk.mentions };
  return {
    changes,
    says: [...sayRota(told, stage, desk.channels), ...say(effects, stage, desk.channels)],
    talk: null,
    learnt: null,
    rota: changed,
    guarantees: [],
    incidents: [],
    note,
  };
};

/** The order about the rota in a message of staff; null where it is none, or not theirs. house: as it stands. */
export const rotaOrderIn = (inbound: Inbound, sender: Sender, house: House, desk: Desk): RotaOrder | null => {
  if (sender.staff === null) return null;
  const alone = bareContext({ ...sender, unit: null }, true);
  const find = createFindPerson(house.staff, (words) => desk.understand(words, alone).target);
  return rotaOrder(inbound.text, desk.clock.now(), inbound.addressed, find);
};

/** Whose open jobs an order has to see. */
const whose = (order: RotaOrder, sender: Sender): StaffId | null =>
  order.kind === 'leave' ? (order.who ?? sender.staff) : null;

/** One order, decided on the rota as it is, in one transaction. id: the kept message, and of an entry it makes. */
export const handleRotaOrder = (
  id: string,
  inbound: Inbound,
  sender: Sender,
  order: RotaOrder,
  desk: Desk,
): Promise<Settled> => {
  const { chat, messageId } = inbound;
  const home = chat.kind === 'group' ? chat : (desk.groups[chat.channel] ?? chat);
  const need = {
    ...NEED,
    staff: whose(order, sender),
    waiting: order.kind === 'leave-end' || order.kind === 'reserve',
    allOpen: order.kind === 'reserve-end',
  };
  return desk.recorder.decide({ kind: 'message', id }, need, (loaded) => {
    const at = { chat, replyTo: messageId };
    const { mentions } = inbound;
    const scene = { now: loaded.now, house: desk.house, loaded, sender, at, home, mentions, id };
    return outcomeOf(decideRota(order, scene), loaded, desk);
  });
};

/** A turn of the rota: somebody's leave begins; once, whoever rings. */
export const handleRotaTurn = (turn: Turn, desk: Desk): Promise<Settled> =>
  desk.recorder.decide(
    { kind: 'turn', id: turn.id },
    { ...NEED, staff: turn.staff, waiting: turn.staff !== null },
    (loaded) => outcomeOf(decideRotaTurn(turn.id, loaded, desk.house), loaded, desk),
  );
