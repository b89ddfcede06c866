/** How an incident ends: repaired with its head, or found to be none; and how a ticket parts from it. Pure. */
import type { Change, Effect, Place } from '../decision.js';
import type { Incident, IncidentEvent } from '../incident.js';
import type { Actor, Ticket, TicketEvent } from '../model.js';
import { evolveAll } from './evolve.js';
import { isRunning, membersOf } from './incident.js';
import { withTicket } from './hands.js';
import { offer } from './offer.js';
import { change, type Scene } from './scene.js';

type Ended = {
  readonly incident: Incident;
  readonly changes: readonly Change[];
  readonly effects: readonly Effect[];
};

const logged = (incident: Incident, ...events: readonly IncidentEvent[]): Incident => ({
  ...incident,
  log: [...incident.log, ...events],
});

/** Repaired: every member is repaired with it, and its unit asked; what a unit denies is opened again (`decideReopen`). */
export const repaired = (scene: Scene, incident: Incident, head: Ticket, by: Actor): Ended => {
  const { now, house, loaded } = scene;
  const over = { ...logged(incident, { kind: 'repaired', at: now, by }), state: 'repaired', endedAt: now } as const;
  if (head.state !== 'resolved') return { incident: over, changes: [], effects: [] };
  const { assignee, offeredAt, acceptedAt, arrivedAt, resolution } = head;
  const work = { assignee, offeredAt, acceptedAt, arrivedAt };
  const changes = membersOf(incident, loaded.tickets).map((ticket) =>
    change(ticket, [{ kind: 'restored', at: now, by, work, resolution }], house.policy),
  );
  const members = changes.map(({ after }) => after);
  return {
    incident: over,
    changes,
    effects: [{ kind: 'incident', incident: over, news: { kind: 'repaired', head, members } }],
  };
};

/** These members are dispatched by themselves again; each engineer's load counts what this decision gave him. */
export const released = (scene: Scene, members: readonly Ticket[], by: Actor, why: string): Omit<Ended, 'incident'> => {
  const { now, house } = scene;
  let { loads } = scene.loaded;
  const steps = members.map((ticket) => {
    const first: readonly TicketEvent[] = [{ kind: 'released', at: now, by, why }];
    const request = { now, by: 'clock', house, loads, step: 'first', named: null, from: null } as const;
    const sent = offer(ticket, first, request);
    const after = evolveAll(ticket, sent.events);
    loads = withTicket(loads, after);
    // The lead and the manager know these tickets: they have just read or decided of the incident.
    const effects = sent.effects.filter((e) => e.kind !== 'alarm' || e.why.kind !== 'level-1');
    return { change: change(ticket, sent.events, house.policy), effects };
  });
  return { changes: steps.map((s) => s.change), effects: steps.flatMap((s) => s.effects) };
};

/** It was no incident: all its members are dispatched by themselves. The head is the caller's to end. */
export const dismissed = (scene: Scene, incident: Incident, by: Actor, at: Place | null): Ended => {
  const { now, loaded } = scene;
  const over = { ...logged(incident, { kind: 'dismissed', at: now, by }), state: 'dismissed', endedAt: now } as const;
  const out = released(scene, membersOf(incident, loaded.tickets), by, `拆分 ${incident.id}`);
  const tickets = out.changes.map(({ after }) => after);
  return {
    incident: over,
    changes: out.changes,
    effects: [{ kind: 'incident', incident: over, news: { kind: 'parted', tickets, whole: true, at } }, ...out.effects],
  };
};

/** Some members part from it and are dispatched by themselves; the incident goes on. */
export const parted = (scene: Scene, incident: Incident, members: readonly Ticket[], by: Actor, at: Place): Ended => {
  const { now } = scene;
  const units = members.flatMap(({ unit }) => (unit === null ? [] : [unit]));
  const left = membersOf(incident, scene.loaded.tickets).filter((t) => !members.includes(t));
  const gone = units.filter((unit) => !left.some((t) => t.unit === unit));
  const log = members.map(({ id }): IncidentEvent => ({ kind: 'parted', at: now, by, ticket: id }));
  const after = { ...logged(incident, ...log), units: incident.units.filter((unit) => !gone.includes(unit)) };
  const out = released(scene, members, by, `从 ${incident.id} 拆出`);
  const tickets = out.changes.map((c) => c.after);
  return {
    incident: after,
    changes: out.changes,
    effects: [
      { kind: 'incident', incident: after, news: { kind: 'parted', tickets, whole: false, at } },
      ...out.effects,
    ],
  };
};

/** The running incident that this ticket heads; null where it heads none. */
export const headedBy = (ticket: Ticket, incidents: readonly Incident[]): Incident | null =>
  ticket.incident?.part === 'head'
    ? (incidents.find((one) => one.id === ticket.incident?.id && one.head === ticket.id && isRunning(one)) ?? null)
    : null;
