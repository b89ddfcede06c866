import type { Inbound } from '../bot/gateway.js';
import { houseAt } from './decide/attendance.js';
import { bareContext, contextOf } from './decide/context.js';
import { goesOut } from './decide/lifecycle.js';
import { withFollowing } from './decide/follow.js';
import { withIncidents } from './decide/incidents.js';
import { decideMessage } from './decide/message.js';
import { withReserve } from './decide/reserve-named.js';
import { withPlans } from './decide/plan-hold.js';
import type { Scene } from './decide/scene.js';
import { isUnsure } from './decide/unsure.js';
import type { Desk } from './desk.js';
import { askOrderIn, handleAskOrder } from './handle-ask.js';
import { handleGuaranteeOrder, orderIn } from './handle-guarantee.js';
import { deskOrderIn, handleDeskOrder } from './handle-desk.js';
import { handleRotaOrder, rotaOrderIn } from './handle-rota.js';
import { handleIncidentOrder, incidentOrderIn } from './handle-incident.js';
import type { Facts, Sender } from './model.js';
import { needOfMessage } from './need.js';
import { outcomeOf } from './outcome.js';
import type { Advice, Loaded, Settled } from './ports.js';
import { keyOf, senderOf } from './sender.js';
import { withAdvice } from './understand/advice.js';

/** The ticket numbers in a quote: the only trace of what is quoted where the platform gives no message id (WeCom). */
const refsInQuote = (inbound: Inbound, sender: Sender, desk: Desk): readonly string[] =>
  inbound.quote === null || inbound.quote.text === ''
    ? []
    : desk.understand(inbound.quote.text, bareContext(sender, false)).tickets;

/** A quoted message is a pointer: its number counts only where the words themselves name none. */
const withQuoted = (facts: Facts, quoted: readonly string[], loaded: Loaded): Facts => {
  if (facts.tickets.length > 0 || loaded.quoted !== null || quoted.length === 0) return facts;
  const known = quoted.filter((ref) => loaded.tickets.some((t) => t.no === ref || t.no.endsWith(`-${ref}`)));
  return known.length === 0 ? facts : { ...facts, tickets: known };
};

/** From here on words are taken for the answer to a job that was offered. */
const SURE_ANSWER = 0.75;

/** Would these words take, reach or finish a job, were one offered to the sender? Then those that nobody has accepted are looked at. */
const answersOffer = (inbound: Inbound, sender: Sender, desk: Desk): boolean => {
  if (!goesOut(sender.role)) return false;
  const context = { ...bareContext(sender, inbound.addressed), assignment: 'offered' } as const;
  const { intent, confidence } = desk.understand(inbound.text, context);
  return (intent === 'accept' || intent === 'arrive' || intent === 'resolve') && confidence >= SURE_ANSWER;
};

/** A second opinion on words that a first reading is unsure of; null where none is configured, needed or to be had. */
const adviceOn = async (inbound: Inbound, first: Facts, sender: Sender, desk: Desk): Promise<Advice | null> =>
  desk.advisor === null || inbound.text.trim() === '' || !isUnsure(first)
    ? null
    : desk.advisor.advise(inbound.text, bareContext(sender, inbound.addressed));

/**
 * One kept message, from its words to what is written and said: sender → first reading → advice where it is unsure (it may take
 * seconds, so it comes before any lock) → locks → facts in their context → decision → words → one transaction. An order about
 * guaranteed events goes its own way. Gives what the transaction came to; `gone` where the message is not kept.
 */
export const handleMessage = async (id: string, desk: Desk): Promise<Settled> => {
  const { recorder } = desk;
  const inbound = await recorder.readMessage(id);
  if (inbound === null) return { kind: 'gone' };
  const { channel } = inbound.chat;
  const there = houseAt(desk.house, await recorder.rota(), desk.clock.now());
  const known = await recorder.reporter(keyOf(inbound.from.id, channel, there.staff));
  const sender = senderOf(inbound.from, channel, there.staff, known);
  const order = orderIn(inbound, sender, desk);
  if (order !== null) return handleGuaranteeOrder(id, inbound, sender, order, desk);
  const deskNow = { ...desk, house: there };
  const deskOrder = deskOrderIn(inbound, sender, deskNow);
  if (deskOrder !== null) return handleDeskOrder(id, inbound, sender, deskOrder, deskNow);
  const rota = rotaOrderIn(inbound, sender, there, desk);
  if (rota !== null) return handleRotaOrder(id, inbound, sender, rota, desk);
  const asked = askOrderIn(inbound, sender, there, desk);
  if (asked !== null) return handleAskOrder(id, inbound, sender, asked, desk);
  const ordered = incidentOrderIn(inbound, sender, desk);
  if (ordered !== null) {
    const { chat, messageId, from, text } = inbound;
    const home = chat.kind === 'group' ? chat : (desk.groups[channel] ?? chat);
    const at = { chat, replyTo: messageId };
    return handleIncidentOrder(
      ordered,
      { cause: { kind: 'message', id }, sender, user: from.id, at, home, text },
      desk,
    );
  }
  const first = desk.understand(inbound.text, bareContext(sender, inbound.addressed));
  const named = first.unit === null ? first.units : [first.unit];
  const quoted = refsInQuote(inbound, sender, desk);
  const advice = await adviceOn(inbound, first, sender, desk);
  const answers = answersOffer(inbound, sender, desk);
  const takes = answers || (first.intent === 'accept' && goesOut(sender.role));
  const need = needOfMessage(inbound, sender, first, quoted, takes, desk.clock.now(), there.policy);
  return recorder.decide({ kind: 'message', id }, need, (loaded) => {
    const house = houseAt(desk.house, loaded.rota, loaded.now);
    const read = desk.understand(
      inbound.text,
      contextOf(loaded, sender, inbound.addressed, house.policy, named, answers),
    );
    const advised = advice !== null && isUnsure(read) ? withAdvice(read, advice) : read;
    const facts = withReserve(withQuoted(advised, quoted, loaded), inbound.text, house);
    const at = { chat: inbound.chat, replyTo: inbound.messageId };
    const home = inbound.chat.kind === 'group' ? inbound.chat : (desk.groups[channel] ?? inbound.chat);
    const { text, addressed, from } = inbound;
    const scene: Scene = { now: loaded.now, house, loaded, sender, facts, text, addressed, at, user: from.id, home };
    return outcomeOf(withFollowing(scene, withIncidents(scene, withPlans(scene, decideMessage(scene)))), at, sender, {
      ...desk,
      house,
      now: loaded.now,
    });
  });
};
