/** Trips are bundled: whoever takes or reaches a job hears once what else waits there (issue 4, «Who goes»). Pure. */
import type { Change, Effect } from '../decision.js';
import type { Instant, Staff, StaffId, Ticket, TicketEvent } from '../model.js';
import type { Loaded } from '../ports.js';
import { underGuarantee } from './guarantee-phase.js';
import { byPriority } from './priority.js';
import { change, type House } from './scene.js';
import { isWaiting } from './sla.js';
import { isQueued } from './waiting.js';

type Known = { readonly now: Instant; readonly house: House; readonly loaded: Loaded };
type Done = { readonly changes: readonly Change[]; readonly effects: readonly Effect[] };

/** In the same unit or the same town. */
const isNear = (a: Ticket, b: Ticket, { units }: House): boolean => {
  if (a.unit === null || b.unit === null) return false;
  const [here, there] = [units.get(a.unit)?.town ?? null, units.get(b.unit)?.town ?? null];
  return a.unit === b.unit || (here !== null && here === there);
};

/** The mark in the ticket's log that its engineer heard what lies on the way. */
const markOf = (who: StaffId): string => `nearby:${who}`;

/** He is on the way or there. */
const isTrip = (ticket: Ticket, who: StaffId): boolean =>
  (ticket.state === 'accepted' || ticket.state === 'arrived') && ticket.assignee === who;

/** Nobody has accepted it, it is his kind of work, and he has not said that he cannot. */
const isForHim = (ticket: Ticket, { id, primary, secondary }: Staff): boolean =>
  isWaiting(ticket) &&
  (ticket.state === 'offered' || isQueued(ticket)) &&
  [...primary, ...secondary].includes(ticket.category) &&
  !ticket.passed.includes(id);

/** The change in which somebody set out or arrived by a word of their own, and who. */
const setOut = ({ after, events }: Change): StaffId | null => {
  const step = events.some(({ kind, by }) => (kind === 'accepted' || kind === 'arrived') && by !== 'clock');
  return step && (after.state === 'accepted' || after.state === 'arrived') ? after.assignee : null;
};

/** Told once a trip: on the ticket's log, with an eye on his other jobs in the same place. */
const onTheWay = (one: Change, all: readonly Ticket[], { now, house, loaded }: Known): readonly Ticket[] => {
  const who = setOut(one);
  const staff = house.staff.find(({ id }) => id === who);
  if (who === null || staff === undefined) return [];
  const told = all.some((t) => isTrip(t, who) && isNear(t, one.after, house) && t.told.includes(markOf(who)));
  if (told) return [];
  const order = byPriority(house.units, house.policy, underGuarantee(loaded.guarantees, now));
  return all.filter((t) => t.id !== one.after.id && isNear(t, one.after, house) && isForHim(t, staff)).toSorted(order);
};

/** The decision with a word to whoever set out about the open jobs near by, and the mark that it was said. */
export const nearbyTold = <D extends Done>(done: D, known: Known): D => {
  const now = new Map([...known.loaded.tickets, ...done.changes.map(({ after }) => after)].map((t) => [t.id, t]));
  const effects: Effect[] = [];
  const changes = done.changes.map((one): Change => {
    const tickets = onTheWay(one, [...now.values()], known);
    const to = setOut(one);
    const before = known.loaded.tickets.find(({ id }) => id === one.after.id);
    if (tickets.length === 0 || to === null || before === undefined) return one;
    const mark: TicketEvent = { kind: 'told', at: known.now, by: 'clock', timer: markOf(to) };
    const marked = change(before, [...one.events, mark], known.house.policy);
    effects.push({ kind: 'nearby', ticket: marked.after, tickets, to });
    return marked;
  });
  return effects.length === 0 ? done : { ...done, changes, effects: [...done.effects, ...effects] };
};
