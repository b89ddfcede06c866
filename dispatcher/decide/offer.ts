import type { Effect } from '../decision.js';
import type { Actor, Instant, StaffId, Ticket, TicketEvent } from '../model.js';
import { evolveAll } from './evolve.js';
import { route } from './route.js';
import type { House } from './scene.js';

type Offered = { readonly events: readonly TicketEvent[]; readonly effects: readonly Effect[] };

export type OfferRequest = {
  readonly now: Instant;
  readonly by: Actor;
  readonly house: House;
  readonly loads: ReadonlyMap<StaffId, number>;
  readonly step: 'first' | 'next' | 'lapsed';
  /** Asked for by name (转派给某人); null leaves the choice to duty and load. */
  readonly named: StaffId | null;
  /** Who handed it on, for the words. */
  readonly from: { readonly name: string; readonly reason: string } | null;
};

/** Level 1 is told to the lead and the manager at once (design.md 4). */
const levelOneAlarms = (ticket: Ticket, house: House): readonly Effect[] =>
  ticket.level === 1
    ? [house.policy.lead, house.policy.manager].map(
        (to) => ({ kind: 'alarm', ticket, to, why: { kind: 'level-1' } }) as const,
      )
    : [];

/**
 * Offers a ticket to the engineer whose duty it is, or strands it with everybody told who can help: a ticket never waits unseen.
 * before: events of the same decision that come first (the ticket's report, a refusal).
 */
export const offer = (ticket: Ticket, before: readonly TicketEvent[], request: OfferRequest): Offered => {
  const { now, by, house, loads, named, step, from } = request;
  const start = evolveAll(ticket, before);
  const choice =
    named === null
      ? route(start.category, house.staff, loads, start.passed)
      : ({ kind: 'to', staff: named, why: 'named' } as const);
  if (choice.kind === 'nobody') {
    const events: readonly TicketEvent[] = [...before, { kind: 'stranded', at: now, by, why: choice.why }];
    const after = evolveAll(ticket, events);
    const tell = [house.policy.lead, house.policy.manager];
    return {
      events,
      effects: tell.map((to) => ({ kind: 'alarm', ticket: after, to, why: { kind: 'nobody', why: choice.why } })),
    };
  }
  const events: readonly TicketEvent[] = [
    ...before,
    { kind: 'offered', at: now, by, to: choice.staff, why: choice.why },
  ];
  const after = evolveAll(ticket, events);
  return {
    events,
    effects: [{ kind: 'offer', ticket: after, step, from }, ...(step === 'first' ? levelOneAlarms(after, house) : [])],
  };
};
