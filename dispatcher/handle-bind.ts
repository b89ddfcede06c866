import type { Inbound } from '../bot/gateway.js';
import { houseAt } from './decide/attendance.js';
import { decideBind } from './decide/bind.js';
import { bareContext } from './decide/context.js';
import { deskOutcome } from './desk-outcome.js';
import type { Desk } from './desk.js';
import type { Sender } from './model.js';
import { NOTHING } from './need.js';
import type { Loaded, Settled } from './ports.js';
import type { Binding } from './understand/binding.js';

/** The ticket that a quoted message of the bot is about: by the message, or by the number in its words (WeCom). */
const quotedTicket = ({ quoted, tickets }: Loaded, refs: readonly string[]) =>
  tickets.find((t) => t.id === quoted?.ticket) ??
  tickets.find((t) => refs.some((ref) => t.no === ref || t.no.endsWith(`-${ref}`))) ??
  null;

/** Somebody is bound to a school: by a mention, a quote of theirs or of the bot's words about their ticket, an id, or a name. */
export const handleBind = async (
  id: string,
  inbound: Inbound,
  sender: Sender,
  order: Binding,
  desk: Desk,
): Promise<Settled> => {
  const { recorder } = desk;
  const { chat, quote, mentions } = inbound;
  const people = await recorder.people();
  const quoted = quote === null || quote.messageId === null ? null : { chat, messageId: quote.messageId };
  const author = quoted === null ? null : await recorder.author(quoted.chat, quoted.messageId);
  const refs = quote === null ? [] : desk.understand(quote.text, bareContext(sender, false)).tickets;
  const need = { ...NOTHING, locks: ['people'], allOpen: true, quoted, tickets: refs };
  return recorder.decide({ kind: 'message', id }, need, (loaded) => {
    const house = houseAt(desk.house, loaded.rota, loaded.now);
    const about = quotedTicket(loaded, refs);
    const pointer = { channel: chat.channel, id: order.id, name: order.name, mentions, author, quoted: about };
    const at = { chat, replyTo: inbound.messageId };
    const scene = { house, loaded, sender, people, pointer, text: inbound.text, at };
    return deskOutcome(decideBind(order, scene), house, desk, loaded.now);
  });
};
