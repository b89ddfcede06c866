/** What the desk does with tickets by their numbers: two made one, one parted, the level by word (issue 4, «Also»). Pure. */
import type { Effect } from '../decision.js';
import type { Facts, Sender, Ticket, TicketEvent } from '../model.js';
import type { CaseOrder } from '../understand/case-order.js';
import { decideCorrection } from './correct.js';
import { faulty, type DeskDecision, type DeskEffect, type DeskFault } from './desk-decision.js';
import { evolveAll } from './evolve.js';
import { offer } from './offer.js';
import { openTicket } from './report.js';
import { actorOf, change, type Scene } from './scene.js';
import { isOpen } from './sla.js';

type Of<K extends CaseOrder['kind']> = Extract<CaseOrder, { kind: K }>;

/** The ticket of a number, whole or its last four digits. */
export const byRef = (tickets: readonly Ticket[], ref: string): Ticket | null =>
  tickets.find((t) => t.no === ref || t.no.endsWith(`-${ref}`)) ?? null;

const done = (
  note: string,
  parts: Pick<DeskDecision, 'changes'> & { readonly effects?: readonly Effect[]; readonly desk: readonly DeskEffect[] },
): DeskDecision => ({ changes: parts.changes, effects: parts.effects ?? [], desk: parts.desk, learnt: null, note });

/** Why these two are not made one; null where they can be. */
const mergeFault = (from: Ticket, into: Ticket): DeskFault | null => {
  if (from.id === into.id) return { kind: 'form', form: 'merge' };
  const shut = [from, into].find((t) => !isOpen(t));
  if (shut !== undefined) return { kind: 'not-open', ticket: shut };
  const held = [from, into].find((t) => t.incident !== null);
  if (held?.incident) return { kind: 'in-incident', ticket: held, incident: held.incident.id };
  // What waits for its school cannot be dispatched: the other one goes on.
  return into.state === 'unassigned' && into.why === 'unit' && from.unit !== null
    ? { kind: 'other-way', from, into }
    : null;
};

/** The graver level, and the number to call where none was told, go over. */
const carried = (from: Ticket, into: Ticket) => ({
  ...(from.level < into.level ? { level: from.level, reason: from.reason, scope: from.scope } : {}),
  ...(into.phone === null && from.phone !== null ? { phone: from.phone, contact: from.contact } : {}),
});

/** Two reports of one fault: the reporter of the one joins the other; its own clocks and timers end, its engineer need not go. */
export const decideMerge = (scene: Scene, order: Of<'merge'>): DeskDecision => {
  const { now, house, loaded, sender, at } = scene;
  const [from, into] = [byRef(loaded.tickets, order.from), byRef(loaded.tickets, order.into)];
  if (from === null) return faulty({ kind: 'no-such-ticket', ref: order.from }, at);
  if (into === null) return faulty({ kind: 'no-such-ticket', ref: order.into }, at);
  const fault = mergeFault(from, into);
  if (fault !== null) return faulty(fault, at);
  const by = actorOf(sender);
  const known = new Set([into.reporter, ...into.members].map(({ key }) => key));
  const come = [from.reporter, ...from.members].filter(({ key }) => !known.has(key));
  const set = carried(from, into);
  const told: readonly TicketEvent[] =
    Object.keys(set).length === 0 ? [] : [{ kind: 'supplemented', at: now, by, text: '', set }];
  const joins: readonly TicketEvent[] = [
    ...come.map(({ key, name }): TicketEvent => {
      return { kind: 'joined', at: now, by, member: { key, name, with: from.id }, text: from.fault };
    }),
    ...told,
  ];
  const over = change(from, [{ kind: 'merged', at: now, by, into: into.id }], house.policy);
  const on = change(into, joins, house.policy);
  const gone = 'assignee' in from ? from.assignee : null;
  const goes = 'assignee' in into ? into.assignee : null;
  const word = (
    to: string | null,
    ticket: Ticket,
    what: 'gathered' | 'supplement',
    words: string,
  ): readonly Effect[] => (to === null || to === sender.staff ? [] : [{ kind: 'passed-on', ticket, what, words, to }]);
  return done('merged', {
    changes: [over, ...(joins.length === 0 ? [] : [on])],
    desk: [{ kind: 'merged', ticket: over.after, into: on.after, at }],
    effects: [
      ...word(gone, over.after, 'gathered', into.no.slice(-4)),
      ...(gone === goes ? [] : word(goes, on.after, 'supplement', `${from.no.slice(-4)} 并到了这一单`)),
      ...(on.after.level < into.level ? [{ kind: 'raised', ticket: on.after, from: into.level } as const] : []),
    ],
  });
};

/** Merged by mistake: it is a ticket of its own again and dispatched anew; its clocks count from its report, as if nothing had been. */
const undone = (scene: Scene, ticket: Ticket, into: Ticket | null): DeskDecision => {
  const { now, house, loaded, sender, at } = scene;
  const by = actorOf(sender);
  const out: readonly TicketEvent[] = [{ kind: 'unmerged', at: now, by }];
  const request = { now, by: 'clock', house, loads: loaded.loads, step: 'first', named: null, from: null } as const;
  const sent = offer(ticket, out, request);
  const left = into?.members.filter((m) => m.with === ticket.id).map(({ key }) => key) ?? [];
  return done('split again', {
    changes: [
      change(ticket, sent.events, house.policy),
      ...(into === null || left.length === 0
        ? []
        : [change(into, [{ kind: 'left', at: now, by, members: left }], house.policy)]),
    ],
    desk: [{ kind: 'parted', ticket: evolveAll(ticket, sent.events), from: into, at }],
    effects: sent.effects,
  });
};

/** What is split off one ticket: words read as a report, and whose; null leaves it with who reported the first. */
export type Split = { readonly facts: Facts; readonly member: Ticket['members'][number] | null; readonly text: string };

const speaker = (scene: Scene, ticket: Ticket, member: Split['member']): Sender => {
  const { key, name } = member ?? ticket.reporter;
  const { sender } = scene;
  const via = { key: sender.key, name: sender.name, role: sender.role };
  return {
    key,
    name,
    role: 'reporter',
    staff: null,
    unit: ticket.unit,
    phone: member === null ? ticket.phone : null,
    via,
  };
};

/** A second fault, or somebody else's report, becomes a ticket of its own. */
const parted = (scene: Scene, ticket: Ticket, { facts, member, text }: Split): DeskDecision => {
  const [fault] = facts.faults;
  const { at, now, house, sender } = scene;
  if (fault === undefined) return faulty({ kind: 'split-what', ticket }, at);
  const who = speaker(scene, ticket, member);
  const user = member === null ? ticket.reporter.user : who.key.slice(who.key.indexOf(':') + 1);
  const own = { ...scene, sender: who, facts, text, user, home: ticket.home };
  const opened = openTicket(own, fault);
  const left: readonly TicketEvent[] =
    member === null ? [] : [{ kind: 'left', at: now, by: actorOf(sender), members: [member.key] }];
  return done('split', {
    changes: [...opened.changes, ...(left.length === 0 ? [] : [change(ticket, left, house.policy)])],
    desk: [],
    effects: opened.effects,
  });
};

/** split: the words in `what` as a report, or those of the member named there; null where they are neither. */
export const decideSplit = (scene: Scene, order: Of<'split'>, split: Split | null): DeskDecision => {
  const { loaded, at } = scene;
  const ticket = byRef(loaded.tickets, order.ref);
  if (ticket === null) return faulty({ kind: 'no-such-ticket', ref: order.ref }, at);
  if (ticket.state === 'merged') return undone(scene, ticket, loaded.tickets.find((t) => t.id === ticket.into) ?? null);
  if (!isOpen(ticket)) return faulty({ kind: 'not-open', ticket }, at);
  const [other, ...more] = order.what === '' ? [] : ticket.members.filter(({ name }) => name.includes(order.what));
  if (more.length > 0) return faulty({ kind: 'split-what', ticket }, at);
  const back = loaded.tickets.find((t) => t.state === 'merged' && t.id === other?.with);
  if (back !== undefined) return undone(scene, back, ticket);
  return split === null ? faulty({ kind: 'split-what', ticket }, at) : parted(scene, ticket, split);
};

/** 升级 / 降级 with its reason: a correction of the level, told once to whoever waits and whoever goes. */
export const decideGrade = (scene: Scene, order: Of<'grade'>): DeskDecision => {
  const { loaded, sender, at, house } = scene;
  const ticket = byRef(loaded.tickets, order.ref);
  if (ticket === null) return faulty({ kind: 'no-such-ticket', ref: order.ref }, at);
  if (!isOpen(ticket)) return faulty({ kind: 'not-open', ticket }, at);
  const fits = order.way === 'raise' ? order.level < ticket.level : order.level > ticket.level;
  if (!fits) return faulty({ kind: 'grade-way', ticket, way: order.way }, at);
  const { level, reason } = order;
  const decision = decideCorrection(scene, ticket, { level, category: null, unit: null, reason });
  if (decision.kind === 'refused')
    return faulty({ kind: 'not-done', name: sender.name, refusal: decision.refusal }, at);
  const after = decision.changes.find((c) => c.after.id === ticket.id)?.after ?? ticket;
  const { lead, manager } = house.policy;
  const up = after.level === 1 ? [lead, manager].filter((id) => id !== sender.staff) : [];
  return done('graded', {
    changes: decision.changes,
    desk: [{ kind: 'graded', ticket: after, from: ticket.level, at }],
    effects: up.map((to) => ({ kind: 'alarm', ticket: after, to, why: { kind: 'level-1' } })),
  });
};
