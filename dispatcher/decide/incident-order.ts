/** What the lead and the manager make of an incident: confirmed, split, added to (issue 4, «Storms»). Pure. */
import type { Decision, Effect } from '../decision.js';
import type { Incident, IncidentEvent } from '../incident.js';
import type { Refusal, Sender, Ticket } from '../model.js';
import type { IncidentOrder } from '../understand/incident.js';
import { isHeld } from './evolve.js';
import { dismissed, parted } from './incident-end.js';
import { takeIn, withMember } from './incident-open.js';
import { isRunning, membersOf } from './incident.js';
import { assertNever } from './never.js';
import { accepted, actorOf, change, type Scene } from './scene.js';
import { isOpen } from './sla.js';

type Why = Extract<Refusal, { kind: 'incident' }>['why'];

const refused = (why: Why, words = ''): Decision => ({ kind: 'refused', refusal: { kind: 'incident', why, words } });

/** Whose word it is. */
const decides = ({ role }: Sender): boolean => role === 'lead' || role === 'manager';

/** The running incident that is meant, or why none can be. */
const meant = (ref: string | null, incidents: readonly Incident[]): Incident | Decision => {
  const running = incidents.filter(isRunning);
  const [only, ...others] = running;
  if (ref !== null) {
    const named = incidents.find(({ id }) => id === ref);
    if (named === undefined) return refused('none', ref);
    return isRunning(named) ? named : refused('over', ref);
  }
  if (only === undefined) return refused('none');
  return others.length === 0 ? only : refused('which', running.map(({ id }) => id).join('、'));
};

const isDecision = (one: Incident | Decision): one is Decision => 'kind' in one;

const confirmed = (scene: Scene, incident: Incident): Decision => {
  const event: IncidentEvent = { kind: 'confirmed', at: scene.now, by: actorOf(scene.sender) };
  const after: Incident = { ...incident, state: 'confirmed', log: [...incident.log, event] };
  return accepted('incident confirmed', {
    incidents: [after],
    effects: [{ kind: 'incident', incident: after, news: { kind: 'done', what: 'confirmed', at: scene.at } }],
  });
};

/** It was none: its head goes, unless that is a machine room's own alarm; the others are dispatched by themselves. */
const splitAll = (scene: Scene, incident: Incident): Decision => {
  const by = actorOf(scene.sender);
  const over = dismissed(scene, incident, by, scene.at);
  const head = scene.loaded.tickets.find(({ id }) => id === incident.head);
  const goes = head !== undefined && head.reporter.key === 'incident' && isOpen(head);
  const done = goes
    ? [change(head, [{ kind: 'cancelled', at: scene.now, by, reason: '不是同一故障' }], scene.house.policy)]
    : [];
  const told: readonly Effect[] = done.flatMap(({ after }) =>
    head !== undefined && 'assignee' in head
      ? [{ kind: 'passed-on', ticket: after, what: 'cancelled', words: '', to: head.assignee } as const]
      : [],
  );
  return accepted('incident dismissed', {
    incidents: [over.incident],
    changes: [...done, ...over.changes],
    effects: [...over.effects, ...told],
  });
};

const split = (scene: Scene, incident: Incident, order: Extract<IncidentOrder, { kind: 'split' }>): Decision => {
  const { units, unknown } = order;
  if (unknown.length > 0) return refused('unknown-unit', unknown.join('、'));
  if (units.length === 0) return splitAll(scene, incident);
  const members = membersOf(incident, scene.loaded.tickets);
  const missing = units.filter((unit) => !members.some((t) => t.unit === unit));
  const short = (unit: string): string => scene.house.units.get(unit)?.short ?? unit;
  if (missing.length > 0) return refused('not-in-it', missing.map(short).join('、'));
  const out = parted(
    scene,
    incident,
    members.filter((t) => t.unit !== null && units.includes(t.unit)),
    actorOf(scene.sender),
    scene.at,
  );
  return accepted('parted from an incident', {
    incidents: [out.incident],
    changes: out.changes,
    effects: out.effects,
  });
};

/** Can this ticket be taken in by word? Not what somebody works at on site, nor what is finished or in one already. */
const joins = (ticket: Ticket): boolean =>
  isOpen(ticket) && !isHeld(ticket) && ticket.incident?.part !== 'head' && ticket.state !== 'arrived';

const merge = (scene: Scene, incident: Incident, refs: readonly string[]): Decision => {
  const tickets = refs.map((ref) => scene.loaded.tickets.find((t) => t.no === ref || t.no.endsWith(`-${ref}`)));
  const gone = refs.filter((_, i) => tickets[i] === undefined);
  if (gone.length > 0) return refused('no-such-ticket', gone.join('、'));
  const there = tickets.filter((t) => t !== undefined);
  const cannot = there.filter((t) => !joins(t));
  if (cannot.length > 0) return refused('cannot-join', cannot.map(({ no }) => no.slice(-4)).join('、'));
  const head = scene.loaded.tickets.find(({ id }) => id === incident.head) ?? null;
  const taken = there.map((ticket) => takeIn(scene, incident, ticket, [], head));
  const after = there.reduce(
    (all, ticket) => withMember(scene, all, { ticket, units: ticket.unit === null ? [] : [ticket.unit] }, false),
    incident,
  );
  return accepted('merged into an incident', {
    incidents: [after],
    changes: taken.map((t) => t.change),
    effects: [
      { kind: 'incident', incident: after, news: { kind: 'done', what: 'merged', at: scene.at } },
      ...taken.flatMap((t) => t.effects),
    ],
  });
};

/** One order on the incidents as they are. Everybody of the project may ask; the lead and the manager decide. */
export const decideIncidentOrder = (scene: Scene, order: IncidentOrder): Decision => {
  const { incidents } = scene.loaded;
  if (order.kind === 'list') {
    const running = incidents.filter(isRunning);
    return running.length === 0
      ? refused('none')
      : accepted('incidents listed', {
          effects: running.map((incident) => ({
            kind: 'incident',
            incident,
            news: { kind: 'done', what: 'status', at: scene.at },
          })),
        });
  }
  if (!decides(scene.sender)) return refused('role');
  const incident = meant(order.ref, incidents);
  if (isDecision(incident)) return incident;
  switch (order.kind) {
    case 'confirm':
      return confirmed(scene, incident);
    case 'split':
      return split(scene, incident, order);
    case 'merge':
      return merge(scene, incident, order.tickets);
    default:
      return assertNever(order);
  }
};
