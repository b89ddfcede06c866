/**
 * What a decision on a message means for incidents. It comes after the decision and before the words: a report that would be
 * dispatched by itself is taken into the incident it belongs to, or makes one with those before it; an incident ends with its head.
 */
import type { Change, Decision, Effect } from '../decision.js';
import type { Incident } from '../incident.js';
import type { Ticket, TicketEvent, TicketId, UnitName } from '../model.js';
import { evolveAll, isHeld } from './evolve.js';
import { causeOf, type Told } from './incident-cause.js';
import { dismissed, headedBy, repaired } from './incident-end.js';
import { openIncident, takeIn, withMember } from './incident-open.js';
import { belongs, nextLine } from './incident.js';
import { actorOf, change, type Scene } from './scene.js';

type Accepted = Extract<Decision, { kind: 'accepted' }>;
type State = {
  readonly changes: ReadonlyMap<TicketId, Change>;
  readonly effects: readonly Effect[];
  readonly incidents: ReadonlyMap<string, Incident>;
};

/** Sent out in this decision for the first time: what it was before, and its events but for the sending. */
type Fresh = { readonly before: Ticket; readonly events: readonly TicketEvent[] };

const SENT: readonly TicketEvent['kind'][] = ['offered', 'stranded', 'asked'];

const beforeOf = ({ after, events }: Change, scene: Scene): Ticket | null => {
  const [first] = events;
  return first?.kind === 'reported' ? first.ticket : (scene.loaded.tickets.find((t) => t.id === after.id) ?? null);
};

const freshOf = (one: Change, scene: Scene): Fresh | null => {
  const before = beforeOf(one, scene);
  const sent = one.events.some(({ kind }) => kind === 'offered' || kind === 'stranded');
  if (before === null || !sent || before.state !== 'unassigned' || before.round > 0 || before.reopened > 0) return null;
  // Told as one school among others (「觅子店中学也断了」) it has no unit of its own; within an incident it is that school's.
  const [unit, ...others] = scene.facts.units;
  const lacks = one.after.unit === null && one.after.room === null && unit !== undefined && others.length === 0;
  const named: readonly TicketEvent[] = lacks
    ? [{ kind: 'supplemented', at: scene.now, by: 'clock', text: '', set: { unit } }]
    : [];
  return { before, events: [...one.events.filter(({ kind }) => !SENT.includes(kind)), ...named] };
};

/** Of a new ticket without a unit of its own, the units that the message names. */
const toldBy = (ticket: Ticket, scene: Scene, fresh: boolean): Told => {
  const named: readonly UnitName[] = fresh ? scene.facts.units : [];
  return { ticket, units: ticket.unit === null ? named : [ticket.unit] };
};

const ticketOf = (effect: Effect): Ticket | null => ('ticket' in effect ? effect.ticket : null);

const running = (state: State): readonly Incident[] => [...state.incidents.values()];

/** The word to whoever tells of a ticket that belongs to an incident; in the group it waits for the next line. */
const line = (scene: Scene, incident: Incident, ticket: Ticket): Effect => {
  const direct = scene.at.chat.kind === 'direct';
  const due = direct ? null : incident.lineAt;
  return { kind: 'incident', incident, news: { kind: 'line', ticket, at: scene.at, due } };
};

const without = (effects: readonly Effect[], id: TicketId): readonly Effect[] =>
  effects.filter((effect) => ticketOf(effect)?.id !== id);

const put = (state: State, changes: readonly Change[], incident: Incident, effects: readonly Effect[]): State => ({
  changes: new Map([...state.changes, ...changes.map((c) => [c.after.id, c] as const)]),
  incidents: new Map([...state.incidents, [incident.id, incident]]),
  effects,
});

/** A ticket about to be sent out: into the incident it belongs to, or with others into a new one; else as it was decided. */
const gather = (scene: Scene, state: State, one: Change): State => {
  const fresh = freshOf(one, scene);
  if (fresh === null) return state;
  const { house, loaded, now, at } = scene;
  const ticket = evolveAll(fresh.before, fresh.events);
  const told = toldBy(ticket, scene, true);
  const joined = running(state).find((incident) => belongs(incident, ticket, told.units, house));
  if (joined !== undefined) {
    const taken = takeIn(scene, joined, fresh.before, fresh.events, null);
    const incident = withMember(scene, joined, told, at.chat.kind === 'group');
    const effects = [...without(state.effects, ticket.id), line(scene, incident, taken.change.after)];
    return put(state, [taken.change], incident, effects);
  }
  const before = loaded.tickets.map((t) => state.changes.get(t.id)?.after ?? t).map((t) => toldBy(t, scene, false));
  const found = causeOf(told, before, house, now);
  if (found === null) return state;
  const used = [...state.changes.values()].filter(({ events }) => events[0]?.kind === 'reported').length;
  const known = { ...scene, loaded: { ...loaded, incidents: running(state) } };
  const opened = openIncident(known, found, new Map([[ticket.id, fresh.events]]), used, at);
  return put(state, opened.changes, opened.incident, [...without(state.effects, ticket.id), ...opened.effects]);
};

/** Words on a ticket that waits for its incident are answered by one line of it, however many say them. */
const oneVoice = (scene: Scene, state: State): State => {
  let incidents = state.incidents;
  const told = new Set<TicketId>();
  const effects = state.effects.flatMap((effect): readonly Effect[] => {
    const held = (ticket: Ticket): Incident | null =>
      isHeld(ticket) ? (incidents.get(ticket.incident?.id ?? '') ?? null) : null;
    const tickets =
      effect.kind === 'status' && effect.urged
        ? effect.tickets
        : effect.kind === 'joined' || effect.kind === 'noted' || effect.kind === 'raised'
          ? [effect.ticket]
          : [];
    if (tickets.length === 0 || !tickets.every((t) => held(t) !== null)) return [effect];
    if (effect.kind === 'raised') return [];
    return tickets.flatMap((ticket) => {
      const incident = held(ticket);
      if (incident === null || told.has(ticket.id)) return [];
      told.add(ticket.id);
      const paced = scene.loaded.storm && scene.at.chat.kind === 'group';
      const next = paced ? { ...incident, lineAt: nextLine(incident, scene.now, scene.house.policy) } : incident;
      if (paced) incidents = new Map([...incidents, [next.id, next]]);
      return [line(scene, next, ticket)];
    });
  });
  return { ...state, incidents, effects };
};

/** An incident whose head has ended in this decision. */
const end = (scene: Scene, state: State, one: Change): State => {
  const incident = headedBy(one.after, running(state));
  const by = actorOf(scene.sender);
  if (incident === null) return state;
  if (one.after.state === 'resolved') {
    const events = one.events.filter(({ kind }) => kind !== 'asked');
    const before = beforeOf(one, scene);
    const head = before === null ? one : change(before, events, scene.house.policy);
    const over = repaired(scene, incident, head.after, by);
    const rest = state.effects.filter((e) => !(e.kind === 'closure' && e.ticket.id === one.after.id));
    return put(state, [head, ...over.changes], over.incident, [...over.effects, ...rest]);
  }
  if (one.after.state !== 'cancelled' && one.after.state !== 'merged') return state;
  const over = dismissed(scene, incident, by, null);
  return put(state, over.changes, over.incident, [...state.effects, ...over.effects]);
};

/** A unit confirms the repair of its incident: its ticket closes with that word. */
const confirmed = (scene: Scene, state: State, one: Change): State => {
  const { after, events } = one;
  const yes = after.state === 'resolved' && after.incident?.part === 'member' && events.at(-1)?.kind === 'recovered';
  const before = yes ? beforeOf(one, scene) : null;
  if (before?.state !== 'resolved') return state;
  const closed = change(
    before,
    [...events, { kind: 'closed', at: scene.now, by: actorOf(scene.sender) }],
    scene.house.policy,
  );
  return { ...state, changes: new Map([...state.changes, [after.id, closed]]) };
};

/** The decision as incidents have it. Without Need.storm none is made or changed. */
export const withIncidents = (scene: Scene, decision: Decision): Decision => {
  if (decision.kind === 'refused') return decision;
  const known = new Map(scene.loaded.incidents.map((incident) => [incident.id, incident] as const));
  const start: State = {
    changes: new Map(decision.changes.map((c) => [c.after.id, c] as const)),
    effects: decision.effects,
    incidents: known,
  };
  const steps = scene.loaded.storm ? [gather, end, confirmed] : [confirmed];
  const done = steps.reduce(
    (state, step) =>
      decision.changes.reduce((so, { after }) => step(scene, so, so.changes.get(after.id) as Change), state),
    start,
  );
  const spoken = oneVoice(scene, done);
  const changed = [...spoken.incidents.values()].filter((incident) => known.get(incident.id) !== incident);
  const result: Accepted = {
    ...decision,
    changes: [...spoken.changes.values()],
    effects: spoken.effects,
    incidents: [...decision.incidents, ...changed],
  };
  return result;
};
