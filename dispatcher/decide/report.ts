import type { Change, Decision, Effect } from '../decision.js';
import type { Fault, In, Ticket, TicketEvent, UnitName } from '../model.js';
import { evolveAll } from './evolve.js';
import { learntOf } from './learnt.js';
import { offer } from './offer.js';
import { questionFor } from './question.js';
import { decideUrge } from './reporter.js';
import { QUIET, accepted, actorOf, change, type Scene } from './scene.js';
import { sameFault } from './same-fault.js';
import { dayCode } from './time.js';

type Step = { readonly changes: readonly Change[]; readonly effects: readonly Effect[] };

const ticketNo = (scene: Scene, used: number): string =>
  `TZ-${dayCode(scene.now)}-${String(scene.loaded.nextNumber + used).padStart(4, '0')}`;

/** What was said in parts before the fault itself, if it was said just now. */
const draftOf = (scene: Scene): { unit: UnitName | null; location: string | null; phone: string | null } => {
  const draft = scene.loaded.talk.draft;
  const fresh = draft !== null && scene.now - draft.at <= scene.house.policy.draftMs;
  return fresh ? draft : { unit: null, location: null, phone: null };
};

const unitOf = (scene: Scene): UnitName | null =>
  scene.facts.unit ??
  (scene.facts.units.length > 1 || scene.facts.room !== null ? null : (draftOf(scene).unit ?? scene.sender.unit));

const newTicket = (scene: Scene, fault: Fault, used: number): In<'unassigned'> => {
  const { facts, sender, now } = scene;
  const { call } = scene;
  const by = sender.via;
  const since = call?.at ?? now;
  const no = ticketNo(scene, used);
  const draft = draftOf(scene);
  const many = facts.units.map((u) => scene.house.units.get(u)?.short ?? u).join('、');
  return {
    id: no,
    no,
    home: scene.home,
    // Who called reads no chat: the ticket's news goes to the group alone.
    reporter: {
      key: sender.key,
      name: sender.name,
      chat: call === undefined ? scene.at.chat : scene.home,
      user: scene.user,
    },
    caller: call === undefined || by === undefined ? null : { name: sender.name, by },
    members: call === undefined || call.known === null ? [] : [call.known],
    unit: unitOf(scene),
    room: facts.room,
    place: fault.location ?? draft.location ?? (facts.units.length > 1 && facts.unit === null ? many : null),
    fault: fault.summary,
    level: fault.severity,
    reason: fault.reason,
    category: fault.category,
    scope: fault.scope,
    phone: facts.phone ?? draft.phone ?? sender.phone,
    contact: facts.contact,
    began: facts.began?.words ?? null,
    reportedAt: since,
    clockFrom: since,
    breaks: [],
    asked: null,
    round: 0,
    passed: [],
    lapsed: [],
    reachedAt: null,
    told: [],
    heardAt: now,
    wordAt: null,
    urged: 0,
    reopened: 0,
    incident: null,
    state: 'unassigned',
    why: 'new',
  };
};

/** A fault nobody has told yet: a ticket, dispatched at once unless its unit must be asked for first (level 1 never waits). */
const open = (scene: Scene, fault: Fault, used: number, lastOfMessage: boolean): Step => {
  const { now, house, sender, facts } = scene;
  const by = actorOf(sender);
  const blank = newTicket(scene, fault, used);
  const wanted = questionFor(blank, sender, facts.units.length > 1);
  // Every ticket of the message waits for its unit, but it is asked for once.
  const waitsFor = lastOfMessage || wanted === 'unit' ? wanted : null;
  const question = lastOfMessage ? wanted : null;
  const hold = wanted === 'unit' && blank.level !== 1;
  const ticket: Ticket = hold ? { ...blank, why: 'unit' } : blank;
  const events: readonly TicketEvent[] = [
    { kind: 'reported', at: now, by, ticket, text: scene.text },
    ...(waitsFor === null ? [] : [{ kind: 'asked', at: now, by: 'clock', what: waitsFor } as const]),
  ];
  const sent = hold
    ? { events, effects: [] }
    : offer(ticket, events, {
        now,
        by: 'clock',
        house,
        loads: scene.loaded.loads,
        step: 'first',
        named: null,
        from: null,
      });
  const after = evolveAll(ticket, sent.events);
  return {
    changes: [change(ticket, sent.events, house.policy)],
    effects: [{ kind: 'receipt', ticket: after, at: scene.at, question }, ...sent.effects],
  };
};

/** The ticket of a fault that is known to be one of its own. */
export const openTicket = (scene: Scene, fault: Fault): Step => open(scene, fault, 0, true);

/** The same fault told again: by somebody else it joins the open ticket, and a wider tale raises it. */
const join = (scene: Scene, fault: Fault, ticket: Ticket): Step => {
  const { now, house, sender } = scene;
  const by = actorOf(sender);
  const raised = fault.severity < ticket.level;
  const events: readonly TicketEvent[] = [
    { kind: 'joined', at: now, by, member: { key: sender.key, name: sender.name }, text: scene.text },
    ...(raised
      ? [
          {
            kind: 'supplemented',
            at: now,
            by,
            text: scene.text,
            set: { level: fault.severity, reason: fault.reason, scope: fault.scope },
          } as const,
        ]
      : []),
  ];
  const after = evolveAll(ticket, events);
  const alarms: readonly Effect[] = raised ? [{ kind: 'raised', ticket: after, from: ticket.level }] : [];
  return {
    changes: [change(ticket, events, house.policy)],
    effects: [{ kind: 'joined', ticket: after, at: scene.at, raised }, ...alarms],
  };
};

/** The same person says the same again: heard as urging, and passed on as such. */
const repeated = (scene: Scene, ticket: Ticket): Step => {
  const urged = decideUrge(scene, ticket);
  return urged.kind === 'accepted' ? urged : { changes: [], effects: [] };
};

/** A report: one ticket for each fault it tells, joined to an open one where it is the same fault (triage-rubric.md 1, 4). */
export const decideReport = (scene: Scene): Decision => {
  const { facts, sender, loaded } = scene;
  let used = 0;
  const steps = facts.faults.map((fault, index): Step => {
    const same = sameFault(fault, unitOf(scene), sender, loaded.tickets);
    if (same !== null) {
      const own = same.reporter.key === sender.key || same.members.some((m) => m.key === sender.key);
      return own ? repeated(scene, same) : join(scene, fault, same);
    }
    const step = open(scene, fault, used, index === facts.faults.length - 1);
    used += 1;
    return step;
  });
  return accepted('report', {
    changes: steps.flatMap((s) => s.changes),
    effects: steps.flatMap((s) => s.effects),
    talk: QUIET,
    learnt: learntOf(scene),
  });
};
