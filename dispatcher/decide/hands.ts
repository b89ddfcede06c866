import type { Hand, Hands, Instant, Millis, StaffId, Ticket, Unit, UnitName } from '../model.js';

/** How long a finished job is remembered here (ports.ts, Loaded.loads); the policy's `stay` is not longer. */
export const REMEMBERED: Millis = 4 * 3_600_000;

/** The job as its person has it in hand; null where nobody has. */
export const handOf = (ticket: Ticket): Hand | null => {
  const job = { ticket: ticket.id, unit: ticket.unit, level: ticket.level };
  switch (ticket.state) {
    case 'offered':
      return { ...job, state: 'offered', at: ticket.offeredAt };
    case 'accepted':
      return { ...job, state: 'accepted', at: ticket.acceptedAt };
    case 'arrived':
      return { ...job, state: 'arrived', at: ticket.arrivedAt };
    case 'resolved':
    case 'closed':
      return { ...job, state: 'resolved', at: ticket.resolvedAt };
    case 'unassigned':
    case 'suspended':
    case 'cancelled':
    case 'merged':
      return null;
    default:
      return ticket satisfies never;
  }
};

/** What everybody has in hand of these tickets, and finished after `since`. */
export const handsOf = (tickets: Iterable<Ticket>, since: Instant): Hands => {
  const hands = new Map<StaffId, readonly Hand[]>();
  for (const ticket of tickets) {
    const hand = handOf(ticket);
    if (hand === null || !('assignee' in ticket) || (hand.state === 'resolved' && hand.at < since)) continue;
    hands.set(ticket.assignee, [...(hands.get(ticket.assignee) ?? []), hand]);
  }
  return hands;
};

/** The hands after a ticket came to be as it is now: decisions that follow in the same breath must see it. */
export const withTicket = (hands: Hands, ticket: Ticket): Hands => {
  const rest = [...hands].map(([who, had]) => [who, had.filter((hand) => hand.ticket !== ticket.id)] as const);
  const next = new Map<StaffId, readonly Hand[]>(rest);
  const hand = handOf(ticket);
  if (hand !== null && 'assignee' in ticket) next.set(ticket.assignee, [...(next.get(ticket.assignee) ?? []), hand]);
  return next;
};

/** Open jobs of one person. */
export const openOf = (hands: Hands, who: StaffId): number =>
  (hands.get(who) ?? []).filter(({ state }) => state !== 'resolved').length;

/**
 * The unit at which somebody is on site: where they arrived last, or finished within `stay` with no other job accepted since. Whoever
 * works on a level 1 elsewhere is nowhere for another job: null.
 */
const siteOf = (hands: readonly Hand[], now: Instant, stay: Millis): UnitName | null => {
  const latest = (state: Hand['state']): Hand | undefined =>
    hands.filter((hand) => hand.state === state).sort((a, b) => b.at - a.at)[0];
  const arrived = latest('arrived');
  if (arrived !== undefined) return arrived.unit;
  const done = latest('resolved');
  return done === undefined || now - done.at > stay || latest('accepted') !== undefined ? null : done.unit;
};

export type Nearness = { readonly how: 'unit' | 'town' | 'node'; readonly unit: UnitName };

/** Where the job is, and what counts as near to it. core: the room in the middle of the district, under which nothing is near. */
export type Site = {
  readonly unit: UnitName | null;
  readonly units: ReadonlyMap<UnitName, Unit>;
  readonly core: string;
  readonly now: Instant;
  readonly stay: Millis;
};

/**
 * How near somebody is to a job by what they have in hand: at the same unit, in the same town, or under the same node machine room (the
 * units file's town and node_site); null where none of it is known.
 */
export const nearness = (hands: readonly Hand[], site: Site): Nearness | null => {
  const at = siteOf(hands, site.now, site.stay);
  if (at === null || site.unit === null) return null;
  if (at === site.unit) return { how: 'unit', unit: at };
  const urgent = hands.some(({ level, state, unit }) => level === 1 && state !== 'resolved' && unit !== site.unit);
  const [here, there] = [site.units.get(at), site.units.get(site.unit)];
  if (urgent || here === undefined || there === undefined) return null;
  if (here.town !== null && here.town === there.town) return { how: 'town', unit: at };
  return here.node === there.node && here.node !== site.core ? { how: 'node', unit: at } : null;
};
