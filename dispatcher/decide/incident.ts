/** What an incident is made of, and which tickets can belong to it (issue 4, «Storms»). Pure. */
import type { Incident, IncidentCause } from '../incident.js';
import type { Category, Instant, Scope, Ticket, UnitName } from '../model.js';
import type { Policy } from '../policy.js';
import { isHeld } from './evolve.js';
import type { House } from './scene.js';
import { isOpen } from './sla.js';
import { dayCode } from './time.js';

/** Not over: it is spoken of, and reports join it. */
export const isRunning = ({ state }: Incident): boolean => state === 'suspected' || state === 'confirmed';

/** SJ-YYYYMMDD-NN, the next of its day. incidents: at least all of that day. */
export const nextIncidentId = (incidents: readonly Incident[], now: Instant): string => {
  const day = `SJ-${dayCode(now)}-`;
  const last = incidents.filter(({ id }) => id.startsWith(day)).map(({ id }) => Number(id.slice(day.length)));
  return `${day}${String(Math.max(0, ...last) + 1).padStart(2, '0')}`;
};

/** When the group hears of it next: the first beat after `now`. */
export const nextBeat = (incident: Incident, now: Instant, policy: Policy): Instant => {
  const { beat } = policy.incident;
  return incident.openedAt + (Math.floor((now - incident.openedAt) / beat) + 1) * beat;
};

/** When a line to somebody who joins goes out: with the one that waits, else one fold after the last. */
export const nextLine = (incident: Incident, now: Instant, policy: Policy): Instant =>
  incident.lineAt > now ? incident.lineAt : Math.max(now, incident.lineAt + policy.incident.fold);

/** Kinds of work in which a school tells that its network is gone. */
const NETWORK: readonly Category[] = ['campus', 'metro', 'fibre', 'wireless', 'room'];
/** What a school loses with its network; told of all of it, it is the same loss. */
const CARRIED: readonly Category[] = ['wireless', 'surveillance', 'video'];
const WHOLE: readonly Scope[] = ['region', 'unit'];
const UNIT_WIDE: readonly Scope[] = [...WHOLE, 'unit-partly', 'unknown'];
/** How understand sums up a loss of network (understand/summary.ts). */
const LOST = /断网|网络不稳|光缆中断|光缆故障|无线故障|无线不稳|供电异常/u;

/** Does it tell that a unit as a whole has lost its network? Such a one is evidence of a common cause. */
export const tellsOutage = (ticket: Ticket): boolean =>
  ticket.room === null &&
  NETWORK.includes(ticket.category) &&
  ticket.category !== 'wireless' &&
  UNIT_WIDE.includes(ticket.scope) &&
  LOST.test(ticket.fault);

/** An alarm of a machine room itself. */
export const isRoomAlarm = (ticket: Ticket): boolean => ticket.room !== null && ticket.category === 'room';

/** Could it be of a cause that is already known to take its unit's network? Wider than evidence: a floor is lost with its school. */
export const mayBeCarried = (ticket: Ticket): boolean =>
  (NETWORK.includes(ticket.category) && LOST.test(ticket.fault)) ||
  (CARRIED.includes(ticket.category) && WHOLE.includes(ticket.scope));

/** The rooms that the cause takes down. */
export const roomsOf = (cause: IncidentCause): readonly string[] =>
  cause.kind === 'ring' ? cause.rooms : [cause.name];

/** The machine room that a unit hangs on; null for an unknown unit. */
export const nodeOf = (unit: UnitName, house: House): string | null => house.units.get(unit)?.node ?? null;

/** Does this cause reach the unit? */
export const reaches = (cause: IncidentCause, unit: UnitName, house: House): boolean => {
  const node = nodeOf(unit, house);
  return node !== null && roomsOf(cause).includes(node);
};

/** Does the fault belong to the running incident? units: those it tells of. */
export const belongs = (incident: Incident, ticket: Ticket, units: readonly UnitName[], house: House): boolean => {
  if (!isRunning(incident) || !isOpen(ticket)) return false;
  if (isRoomAlarm(ticket)) return ticket.room !== null && roomsOf(incident.cause).includes(ticket.room);
  return units.length > 0 && mayBeCarried(ticket) && units.every((unit) => reaches(incident.cause, unit, house));
};

/** The tickets that wait for this incident's head, among those loaded, in the order of their numbers. */
export const membersOf = (incident: Incident, tickets: readonly Ticket[]): readonly Ticket[] =>
  tickets.filter((t) => isHeld(t) && t.incident?.id === incident.id).sort((a, b) => a.no.localeCompare(b.no));
