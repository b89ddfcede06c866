/** Making an incident of reports, and taking further ones into it. Pure. */
import type { Change, Effect, Place } from '../decision.js';
import type { Incident, IncidentEvent } from '../incident.js';
import type { Category, Ticket, TicketEvent, UnitName } from '../model.js';
import { evolveAll } from './evolve.js';
import type { Found, Told } from './incident-cause.js';
import { isRoomAlarm, nextIncidentId, nextLine } from './incident.js';
import { offer } from './offer.js';
import { change, type Scene } from './scene.js';
import { dayCode } from './time.js';

/** What taking tickets into an incident comes to. */
export type Gathered = {
  readonly incident: Incident;
  readonly changes: readonly Change[];
  readonly effects: readonly Effect[];
};

const SEVERAL = { words: '', meaning: '影响多家单位' } as const;

/** Whose work it is: the room's own people for its alarm, the cable's where a cable is told of, else the metro network's. */
const categoryOf = ({ cause, evidence }: Found): Category => {
  if (cause.kind === 'room') return 'room';
  return evidence.some(({ ticket }) => ticket.category === 'fibre') ? 'fibre' : 'metro';
};

/** The ticket that is dispatched for all. */
const headOf = (scene: Scene, found: Found, no: string): Ticket => {
  const { cause, evidence } = found;
  const { now } = scene;
  const withPhone = evidence.find(({ ticket }) => ticket.phone !== null)?.ticket;
  return {
    id: no,
    no,
    home: scene.home,
    reporter: { key: 'incident', name: '小通', chat: scene.home, user: 'bot' },
    members: [],
    unit: null,
    room: cause.kind === 'ring' ? null : cause.name,
    place: cause.kind === 'ring' ? cause.name : '节点',
    fault: '多校断网',
    level: 1,
    reason: SEVERAL,
    category: categoryOf(found),
    scope: 'region',
    phone: withPhone?.phone ?? null,
    contact: withPhone === undefined ? null : (withPhone.contact ?? withPhone.reporter.name),
    began: null,
    caller: null,
    lapsed: [],
    reachedAt: null,
    reportedAt: now,
    clockFrom: now,
    breaks: [],
    asked: null,
    round: 0,
    passed: [],
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

/** Whoever has already accepted one of them, and so is on the way. */
const underWay = (evidence: readonly Told[]): string | null => {
  const taken = evidence.map(({ ticket }) => ticket).find((t) => t.state === 'accepted');
  return taken?.state === 'accepted' ? taken.assignee : null;
};

/** A ticket stops being dispatched by itself. Engineers on site go on with theirs. */
const takesIn = (ticket: Ticket): boolean =>
  ticket.state === 'unassigned' || ticket.state === 'offered' || ticket.state === 'accepted';

/** One ticket into the incident, with the word to the engineer who need not go for it alone. before: events of this decision. */
export const takeIn = (
  scene: Scene,
  incident: Incident,
  ticket: Ticket,
  before: readonly TicketEvent[],
  head: Ticket | null,
): { readonly change: Change; readonly effects: readonly Effect[] } => {
  const start = evolveAll(ticket, before);
  const gathered = { kind: 'gathered', at: scene.now, by: 'clock', incident: incident.id, part: 'member' } as const;
  const done = change(ticket, [...before, gathered], scene.house.policy);
  const former = 'assignee' in start ? start.assignee : null;
  const same = head !== null && 'assignee' in head && head.assignee === former;
  const told: readonly Effect[] =
    former === null || same
      ? []
      : [{ kind: 'passed-on', ticket: done.after, what: 'gathered', words: incident.id, to: former }];
  return { change: done, effects: told };
};

/** The incident with another unit and ticket in it, and the time of the next line moved on where one is said. */
export const withMember = (scene: Scene, incident: Incident, told: Told, line: boolean): Incident => {
  const event: IncidentEvent = { kind: 'gathered', at: scene.now, by: 'clock', ticket: told.ticket.id };
  return {
    ...incident,
    units: [...new Set<UnitName>([...incident.units, ...told.units])],
    lineAt: line ? nextLine(incident, scene.now, scene.house.policy) : incident.lineAt,
    log: [...incident.log, event],
  };
};

/**
 * A new incident of these reports: one ticket is dispatched for all (a machine room's own alarm, else a new one), the others wait for
 * it. pending: events of this decision by ticket, without their own dispatch. used: numbers that this decision has used.
 */
export const openIncident = (
  scene: Scene,
  found: Found,
  pending: ReadonlyMap<string, readonly TicketEvent[]>,
  used: number,
  at: Place,
): Gathered => {
  const { now, house, loaded } = scene;
  const { lead, manager } = house.policy;
  const { cause, evidence } = found;
  const id = nextIncidentId(loaded.incidents, now);
  const alarm = evidence.find(({ ticket }) => isRoomAlarm(ticket))?.ticket ?? null;
  const no = `TZ-${dayCode(now)}-${String(loaded.nextNumber + used).padStart(4, '0')}`;
  const blank = alarm ?? headOf(scene, found, no);
  const mine = alarm === null ? null : (pending.get(alarm.id) ?? null);
  const first: readonly TicketEvent[] =
    alarm === null ? [{ kind: 'reported', at: now, by: 'clock', ticket: blank, text: '' }] : (mine ?? []);
  const joins: readonly TicketEvent[] = [
    ...first,
    { kind: 'gathered', at: now, by: 'clock', incident: id, part: 'head' },
    ...(blank.level === 1
      ? []
      : [{ kind: 'supplemented', at: now, by: 'clock', text: '', set: { level: 1, reason: SEVERAL } } as const]),
  ];
  const goes = alarm === null || mine !== null;
  const request = { now, by: 'clock', house, loads: loaded.loads, step: 'first', from: null } as const;
  const sent = goes ? offer(blank, joins, { ...request, named: underWay(evidence) }) : { events: joins, effects: [] };
  const head = change(blank, sent.events, house.policy);
  const units = [...new Set(evidence.flatMap((told) => told.units))];
  const bare: Incident = {
    id,
    cause,
    state: 'suspected',
    home: scene.home,
    head: blank.id,
    units,
    openedAt: now,
    endedAt: null,
    lineAt: now,
    log: [{ kind: 'suspected', at: now, by: 'clock', evidence: evidence.map(({ ticket }) => ticket.id) }],
  };
  const others = evidence.filter(({ ticket }) => ticket.id !== blank.id && takesIn(ticket));
  const taken = others.map((told) => takeIn(scene, bare, told.ticket, pending.get(told.ticket.id) ?? [], head.after));
  const incident = others.reduce((all, told) => withMember(scene, all, told, false), bare);
  const shown = evidence.map(
    ({ ticket }) => taken.find((t) => t.change.after.id === ticket.id)?.change.after ?? ticket,
  );
  const news = [lead, manager].map((to): Effect => ({
    kind: 'incident',
    incident,
    news: { kind: 'candidate', head: head.after, evidence: shown, to },
  }));
  return {
    incident,
    changes: [head, ...taken.map((t) => t.change)],
    effects: [
      { kind: 'incident', incident, news: { kind: 'opened', head: head.after, evidence: shown, at } },
      // The call stands in the announcement, and the lead and the manager hear of the incident instead of its ticket.
      ...sent.effects.filter((e) => e.kind === 'offer' || (e.kind === 'alarm' && e.why.kind !== 'level-1')),
      ...news,
      ...taken.flatMap((t) => t.effects),
    ],
  };
};
