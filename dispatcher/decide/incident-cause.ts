/** From recent reports and the topology to a common cause, or none. Pure: the same reports at the same time give the same cause. */
import type { IncidentCause } from '../incident.js';
import type { Instant, Ticket, UnitName } from '../model.js';
import { isHeld } from './evolve.js';
import { planOf } from './planned.js';
import { isRoomAlarm, nodeOf, tellsOutage } from './incident.js';
import type { House } from './scene.js';
import { isOpen } from './sla.js';

/** A report with the units it tells of. */
export type Told = { readonly ticket: Ticket; readonly units: readonly UnitName[] };

export type Found = {
  readonly cause: IncidentCause;
  /** The reports that show it, the earliest first. */
  readonly evidence: readonly Told[];
};

const byTime = (a: Told, b: Told): number =>
  a.ticket.reportedAt - b.ticket.reportedAt || a.ticket.no.localeCompare(b.ticket.no);

const free = ({ ticket }: Told): boolean =>
  isOpen(ticket) && !isHeld(ticket) && planOf(ticket) === null && ticket.incident === null;

const unitsOf = (told: readonly Told[]): ReadonlySet<UnitName> => new Set(told.flatMap(({ units }) => units));

/** Those of its units that hang on this room. */
const under = (room: string, told: readonly Told[], house: House): readonly Told[] =>
  told.filter(({ units }) => units.some((unit) => nodeOf(unit, house) === room));

const ofRoom = (room: string, alarms: readonly Told[], outages: readonly Told[], house: House): Found | null => {
  const own = alarms.filter(({ ticket }) => ticket.room === room);
  const below = under(room, outages, house);
  if (own.length > 0 && own.length + below.length >= 2)
    return { cause: { kind: 'room', name: room }, evidence: [...own, ...below].sort(byTime) };
  const units = [...unitsOf(below)].filter((unit) => nodeOf(unit, house) === room);
  return units.length >= house.policy.incident.units
    ? { cause: { kind: 'node', name: room }, evidence: [...below].sort(byTime) }
    : null;
};

/** Units of at least two rooms of one ring, its core not counted as one of them. */
const ofRing = (ring: House['topology']['rings'][number], outages: readonly Told[], house: House): Found | null => {
  const core = house.policy.rooms.find((room) => room.core)?.name;
  const rooms = ring.rooms.filter((room) => room !== core);
  const hit = rooms.filter((room) => under(room, outages, house).length > 0);
  const evidence = outages.filter(({ units }) => units.some((unit) => hit.includes(nodeOf(unit, house) ?? '')));
  return hit.length >= 2 && unitsOf(evidence).size >= house.policy.incident.ringUnits
    ? { cause: { kind: 'ring', name: ring.name, rooms: hit }, evidence: [...evidence].sort(byTime) }
    : null;
};

/**
 * What `fresh` and the reports before it have in common: an alarm of a machine room with a unit below it (or with another alarm of
 * it), units of one node, units of one ring; the narrowest that explains it. Null: nothing. Only reports within the look-back count,
 * and none that belongs to an incident.
 */
export const causeOf = (fresh: Told, before: readonly Told[], house: House, now: Instant): Found | null => {
  const { within, roomWithin } = house.policy.incident;
  const all = [...before.filter(({ ticket }) => ticket.id !== fresh.ticket.id), fresh].filter(free);
  const alarms = all.filter(({ ticket }) => isRoomAlarm(ticket) && ticket.reportedAt >= now - roomWithin);
  const outages = all.filter(({ ticket }) => tellsOutage(ticket) && ticket.reportedAt >= now - within);
  if (![...alarms, ...outages].includes(fresh)) return null;
  const rooms = new Set([fresh.ticket.room, ...fresh.units.map((unit) => nodeOf(unit, house))]);
  for (const room of rooms) {
    const found = room === null ? null : ofRoom(room, alarms, outages, house);
    if (found !== null) return found;
  }
  for (const ring of house.topology.rings) {
    const found = ofRing(ring, outages, house);
    if (found?.evidence.includes(fresh) === true) return found;
  }
  return null;
};
