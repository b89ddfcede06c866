import type { Inbound } from '../bot/gateway.js';
import { decideAsk } from './decide/ask.js';
import { houseAt } from './decide/attendance.js';
import { bareContext } from './decide/context.js';
import type { House } from './decide/scene.js';
import type { Desk } from './desk.js';
import type { Sender } from './model.js';
import { NOTHING } from './need.js';
import type { Need, Settled } from './ports.js';
import { sayAsk } from './say/ask.js';
import { askOrder, type AskOrder } from './understand/ask.js';
import { createFindPerson } from './understand/order.js';

/** The ticket number in what is quoted: the only trace where the platform gives no message id. */
const quotedRef = (inbound: Inbound, sender: Sender, desk: Desk): string | null =>
  inbound.quote === null || inbound.quote.text === ''
    ? null
    : (desk.understand(inbound.quote.text, bareContext(sender, false)).tickets[0] ?? null);

/** 「为什么派给他」 in a message of staff; null where it is none, or not theirs. house: as it stands. */
export const askOrderIn = (inbound: Inbound, sender: Sender, house: House, desk: Desk): AskOrder | null => {
  if (sender.staff === null) return null;
  const alone = bareContext({ ...sender, unit: null }, true);
  const find = createFindPerson(house.staff, (words) => desk.understand(words, alone).target);
  const order = askOrder(inbound.text, find);
  return order === null || order.ref !== null ? order : { ...order, ref: quotedRef(inbound, sender, desk) };
};

/** The ticket named or quoted; else that person's jobs, or those that wait for somebody and were taken just now. */
const needOf = (order: AskOrder, inbound: Inbound, sender: Sender): Need => {
  const { chat, quote } = inbound;
  const who = order.who === 'me' ? sender.staff : order.who;
  const pointed = order.ref !== null || quote !== null;
  return {
    ...NOTHING,
    tickets: order.ref === null ? [] : [order.ref],
    quoted: quote === null || quote.messageId === null ? null : { chat, messageId: quote.messageId },
    staff: pointed ? null : who,
    waiting: !pointed && who === null,
    logs: true,
  };
};

/** One question, answered from the ticket's log; nothing changes. */
export const handleAskOrder = (
  id: string,
  inbound: Inbound,
  sender: Sender,
  order: AskOrder,
  desk: Desk,
): Promise<Settled> =>
  desk.recorder.decide({ kind: 'message', id }, needOf(order, inbound, sender), (loaded) => {
    const { now, rota } = loaded;
    const stage = { now, house: houseAt(desk.house, rota, now), mentions: desk.mentions };
    const at = { chat: inbound.chat, replyTo: inbound.messageId };
    const effect = decideAsk({ order, loaded, sender, at });
    return {
      changes: [],
      says: [sayAsk(effect, stage)],
      talk: null,
      learnt: null,
      rota: [],
      guarantees: [],
      incidents: [],
      note: `asked: ${effect.kind}`,
    };
  });
