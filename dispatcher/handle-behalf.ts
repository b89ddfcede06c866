import type { Inbound } from '../bot/gateway.js';
import { houseAt } from './decide/attendance.js';
import { decideBehalf, memberFor } from './decide/behalf.js';
import { bareContext, contextOf } from './decide/context.js';
import { faulty, type DeskDecision } from './decide/desk-decision.js';
import { goesOut } from './decide/lifecycle.js';
import { principalOf, type Named } from './decide/principal.js';
import type { House } from './decide/scene.js';
import { HOUR } from './decide/time.js';
import { deskOutcome } from './desk-outcome.js';
import type { Desk } from './desk.js';
import type { Instant, Sender, Ticket } from './model.js';
import { needOfMessage } from './need.js';
import type { Loaded, Need, Settled } from './ports.js';
import type { BehalfOrder } from './understand/behalf.js';

/** Finished tickets can still be rated or opened again within this. */
const FINISHED = 48 * HOUR;

type Spoken = { readonly inbound: Inbound; readonly by: Sender; readonly order: BehalfOrder; readonly desk: Desk };

/** The words as that person's own, decided; `refs`: the tickets that they or the quote name. */
const decided = (
  sender: Sender,
  refs: readonly string[],
  loaded: Loaded,
  house: House,
  spoken: Spoken,
): DeskDecision => {
  const { inbound, order, desk } = spoken;
  const { chat, messageId } = inbound;
  const at = { chat, replyTo: messageId };
  const read = desk.understand(order.words, contextOf(loaded, sender, true, house.policy, [], goesOut(sender.role)));
  const facts = read.tickets.length > 0 ? read : { ...read, tickets: loaded.quoted === null ? refs : [] };
  const home = chat.kind === 'group' ? chat : (desk.groups[chat.channel] ?? chat);
  const { now } = loaded;
  const user = sender.key.slice(sender.key.indexOf(':') + 1);
  return decideBehalf({
    ...{ now, house, loaded, sender, facts, text: order.words, addressed: true, at, user, home },
  });
};

/** No conversation is kept for somebody who is not there: what is unclear is asked back with the right form. */
const needFor = (spoken: Spoken, sender: Sender, refs: readonly string[], now: Instant): Need => {
  const { inbound, order, desk } = spoken;
  const first = desk.understand(order.words, bareContext(sender, true));
  return {
    ...needOfMessage(
      { ...inbound, text: order.words },
      sender,
      first,
      refs,
      goesOut(sender.role),
      now,
      desk.house.policy,
    ),
    talk: null,
  };
};

const pointedAt = (loaded: Loaded, refs: readonly string[]): readonly Ticket[] => {
  const named = loaded.tickets.filter((t) => refs.some((ref) => t.no === ref || t.no.endsWith(`-${ref}`)));
  return named.length > 0 ? named : loaded.tickets.filter((t) => t.id === loaded.quoted?.ticket);
};

/** Any word of the desk for somebody else: an engineer's acts, or what a school's contact would say. */
export const handleBehalf = (
  id: string,
  inbound: Inbound,
  by: Sender,
  order: BehalfOrder,
  desk: Desk,
): Promise<Settled> => {
  const spoken = { inbound, by, order, desk };
  const { recorder, house, clock } = desk;
  const { channel } = inbound.chat;
  const [mentioned] = inbound.mentions;
  const now = clock.now();
  const inQuote = inbound.quote === null ? [] : desk.understand(inbound.quote.text, bareContext(by, false)).tickets;
  const inWords = desk.understand(order.words, bareContext(by, false)).tickets;
  const refs = inWords.length > 0 ? inWords : inQuote;
  const member = house.staff.find((s) =>
    order.who === '' ? s.ids[channel] === mentioned : s.name === order.who || s.ids[channel] === order.who,
  );
  if (member !== undefined) {
    const sender = memberFor(member, by);
    const need = needFor(spoken, sender, refs, now);
    return recorder.decide({ kind: 'message', id }, need, (loaded) => {
      const there = houseAt(house, loaded.rota, loaded.now);
      return deskOutcome(decided(sender, refs, loaded, there, spoken), there, desk, loaded.now);
    });
  }
  const isId = /^[0-9A-Za-z]/u.test(order.who);
  const key = order.who === '' ? `${channel}:${mentioned ?? ''}` : isId ? `${channel}:${order.who}` : null;
  const units = order.school === '' ? [] : desk.understand(order.school, bareContext(by, true)).units;
  const named: Named = { name: order.who === '' ? '他' : order.who, key, units };
  const need = { ...needFor(spoken, by, refs, now), allOpen: true, span: { from: now - FINISHED, to: now + 1 } };
  return recorder.decide({ kind: 'message', id }, need, (loaded) => {
    const via = { key: by.key, name: by.name, role: by.role };
    const sender = principalOf(named, pointedAt(loaded, refs), loaded.tickets, via);
    const at = { chat: inbound.chat, replyTo: inbound.messageId };
    const there = houseAt(house, loaded.rota, loaded.now);
    const decision = 'kind' in sender ? faulty(sender, at) : decided(sender, refs, loaded, there, spoken);
    return deskOutcome(decision, there, desk, loaded.now);
  });
};
