import type { Inbound } from '../bot/gateway.js';
import { bareContext, contextOf } from './decide/context.js';
import { decideMessage } from './decide/message.js';
import type { Scene } from './decide/scene.js';
import { isUnsure } from './decide/unsure.js';
import type { Desk } from './desk.js';
import { handleGuaranteeOrder, orderIn } from './handle-guarantee.js';
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
  const { recorder, house } = desk;
  const inbound = await recorder.readMessage(id);
  if (inbound === null) return { kind: 'gone' };
  const { channel } = inbound.chat;
  const known = await recorder.reporter(keyOf(inbound.from.id, channel, house.staff));
  const sender = senderOf(inbound.from, channel, house.staff, known);
  const order = orderIn(inbound, sender, desk);
  if (order !== null) return handleGuaranteeOrder(id, inbound, sender, order, desk);
  const first = desk.understand(inbound.text, bareContext(sender, inbound.addressed));
  const named = first.unit === null ? first.units : [first.unit];
  const quoted = refsInQuote(inbound, sender, desk);
  const advice = await adviceOn(inbound, first, sender, desk);
  const need = needOfMessage(inbound, sender, first, quoted, desk.clock.now());
  return recorder.decide({ kind: 'message', id }, need, (loaded) => {
    const read = desk.understand(inbound.text, contextOf(loaded, sender, inbound.addressed, house.policy, named));
    const facts = withQuoted(advice !== null && isUnsure(read) ? withAdvice(read, advice) : read, quoted, loaded);
    const at = { chat: inbound.chat, replyTo: inbound.messageId };
    const home = inbound.chat.kind === 'group' ? inbound.chat : (desk.groups[channel] ?? inbound.chat);
    const { text, addressed, from } = inbound;
    const scene: Scene = { now: loaded.now, house, loaded, sender, facts, text, addressed, at, user: from.id, home };
    return outcomeOf(decideMessage(scene), at, sender, { ...desk, now: loaded.now });
  });
};
