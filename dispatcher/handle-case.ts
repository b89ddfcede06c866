import type { Inbound } from '../bot/gateway.js';
import { houseAt } from './decide/attendance.js';
import { blankFacts } from './decide/blank-facts.js';
import { decideGrade, decideMerge, decideSplit, type Split } from './decide/case.js';
import { bareContext } from './decide/context.js';
import { faulty, type DeskDecision } from './decide/desk-decision.js';
import type { Scene } from './decide/scene.js';
import { deskOutcome } from './desk-outcome.js';
import type { Desk } from './desk.js';
import type { Sender } from './model.js';
import { NOTHING } from './need.js';
import type { History, Need, Settled } from './ports.js';
import type { CaseOrder } from './understand/case-order.js';

type Of<K extends CaseOrder['kind']> = Extract<CaseOrder, { kind: K }>;

/** The ticket's number in the words, else in the message that is quoted; null where neither tells one. */
const refOf = (ref: string | null, inbound: Inbound, sender: Sender, desk: Desk): string | null => {
  if (ref !== null) return ref;
  const { quote } = inbound;
  const [only, ...others] = quote === null ? [] : desk.understand(quote.text, bareContext(sender, false)).tickets;
  return others.length === 0 ? (only ?? null) : null;
};

/** A ticket's record, shown where it was asked for; nothing changes. */
const handleRecord = async (
  id: string,
  inbound: Inbound,
  sender: Sender,
  order: Of<'record'>,
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

/** What of it is to be parted: the words of the member named, as the log has them, or a fault in the order's own words. */
const splitOf = (order: Of<'split'>, history: History | null, desk: Desk): Split | null => {
  if (history === null || order.what === '') return null;
  const { ticket, events } = history;
  const [member = null, ...others] = ticket.members.filter(({ name }) => name.includes(order.what));
  if (others.length > 0) return null;
  const own = events.find((e) => e.kind === 'joined' && e.member.key === member?.key);
  const text = own?.kind === 'joined' ? own.text : order.what;
  const who = { key: '', name: '', role: 'reporter', staff: null, unit: ticket.unit, phone: null } as const;
  const facts = desk.understand(text, bareContext(who, true));
  if (facts.faults.length > 0) return { facts, member, text };
  if (member === null) return null;
  // Nothing is broken in the words of who joined: then it is what the first one told.
  const { level, category, scope, place, fault, reason } = ticket;
  return {
    facts: { ...facts, faults: [{ severity: level, category, scope, location: place, summary: fault, reason }] },
    member,
    text,
  };
};

/** The tickets that an order may change beside the one it names. */
const also = (order: Exclude<CaseOrder, { kind: 'record' }>, history: History | null): readonly string[] => {
  switch (order.kind) {
    case 'merge':
      return [order.from, order.into];
    case 'grade':
      return [order.ref];
    case 'split': {
      if (history === null) return [order.ref];
      const { ticket } = history;
      const into = ticket.state === 'merged' ? [ticket.into] : [];
      return [order.ref, ...into, ...ticket.members.flatMap((m) => (m.with === undefined ? [] : [m.with]))];
    }
    default:
      return order satisfies never;
  }
};

/** One order about a ticket by its number, in one transaction. id: the kept message. */
export const handleCase = async (
  id: string,
  inbound: Inbound,
  sender: Sender,
  order: CaseOrder,
  desk: Desk,
): Promise<Settled> => {
  if (order.kind === 'record') return handleRecord(id, inbound, sender, order, desk);
  const { chat, messageId, from, text } = inbound;
  const history = order.kind === 'split' ? await desk.recorder.history(order.ref) : null;
  const split = order.kind === 'split' ? splitOf(order, history, desk) : null;
  const need: Need = { ...NOTHING, tickets: also(order, history), numbers: order.kind === 'split' };
  return desk.recorder.decide({ kind: 'message', id }, need, (loaded) => {
    const { now } = loaded;
    const house = houseAt(desk.house, loaded.rota, now);
    const at = { chat, replyTo: messageId };
    const home = chat.kind === 'group' ? chat : (desk.groups[chat.channel] ?? chat);
    const facts = blankFacts('supplement', {});
    const scene: Scene = { ...{ now, house, loaded, sender, facts, text, addressed: true, at, user: from.id, home } };
    const decision = (): DeskDecision => {
      switch (order.kind) {
        case 'merge':
          return decideMerge(scene, order);
        case 'split':
          return decideSplit(scene, order, split);
        case 'grade':
          return decideGrade(scene, order);
        default:
          return order satisfies never;
      }
    };
    return deskOutcome(decision(), house, desk, now);
  });
};
