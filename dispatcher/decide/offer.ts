import type { Alarm, Effect } from '../decision.js';
import type { Actor, Because, Hands, Instant, Nobody, Reason, StaffId, Ticket, TicketEvent } from '../model.js';
import { leaders } from './attendance.js';
import { choose } from './choose.js';
import { evolveAll } from './evolve.js';
import { assertNever } from './never.js';
import type { House } from './scene.js';

type Offered = { readonly events: readonly TicketEvent[]; readonly effects: readonly Effect[] };

export type OfferRequest = {
  readonly now: Instant;
  readonly by: Actor;
  readonly house: House;
  readonly loads: Hands;
  readonly step: 'first' | 'next' | 'lapsed' | 'silent' | 'round' | 'reopened';
  /** Asked for by name (转派给某人); null leaves the choice to duty and load. */
  readonly named: StaffId | null;
  /** Who handed it on, for the words. */
  readonly from: { readonly name: string; readonly reason: string } | null;
};

/** What those further up hear of an offer at once: level 1 (design.md 4), each new round of it, and any ticket opened again. */
const newsOf = (ticket: Ticket, step: OfferRequest['step']): Alarm | null => {
  switch (step) {
    case 'first':
      return ticket.level === 1 ? { kind: 'level-1' } : null;
    case 'round':
      return ticket.level === 1 ? { kind: 'round' } : null;
    case 'reopened':
      return { kind: 'reopened' };
    case 'next':
    case 'lapsed':
    case 'silent':
      return null;
    default:
      return assertNever(step);
  }
};

type To = { readonly kind: 'to'; readonly staff: StaffId; readonly why: string; readonly because: Because };

/** Whoever is asked for by name goes, unless they are away: by a person, or as the one who repaired it before. */
const namedOrChosen = (
  ticket: Ticket,
  { named, by, house, loads, now }: OfferRequest,
): To | { readonly kind: 'nobody'; readonly why: Nobody } => {
  if (named === null || house.attendance.away.has(named)) return choose({ ticket, house, hands: loads, now });
  const reason: Reason = by === 'clock' ? { kind: 'knows' } : { kind: 'named', by: by.name };
  return { kind: 'to', staff: named, why: 'named', because: { reasons: [reason], others: [] } };
};

/** Who can help: a queue is the lead's affair, a duty that nobody can do is the manager's too. */
const helpers = (why: Nobody, house: House): readonly StaffId[] =>
  why === 'all busy' ? [house.policy.lead] : leaders(house);

/**
 * Offers a ticket to the engineer whose duty it is, or strands it with everybody told who can help: a ticket never waits unseen.
 * before: events of the same decision that come first (the ticket's report, a refusal).
 */
export const offer = (ticket: Ticket, before: readonly TicketEvent[], request: OfferRequest): Offered => {
  const { now, by, house, step, from } = request;
  const start = evolveAll(ticket, before);
  const choice = namedOrChosen(start, request);
  if (choice.kind === 'nobody') {
    const events: readonly TicketEvent[] = [...before, { kind: 'stranded', at: now, by, why: choice.why }];
    const after = evolveAll(ticket, events);
    const why = { kind: 'nobody', why: choice.why, asked: start.passed } as const;
    return { events, effects: helpers(choice.why, house).map((to) => ({ kind: 'alarm', ticket: after, to, why })) };
  }
  const { staff, why, because } = choice;
  const events: readonly TicketEvent[] = [...before, { kind: 'offered', at: now, by, to: staff, why, because }];
  const after = evolveAll(ticket, events);
  const news = newsOf(after, step);
  const up: readonly Effect[] =
    news === null ? [] : leaders(house).map((to) => ({ kind: 'alarm', ticket: after, to, why: news }));
  return {
    events,
    effects: [{ kind: 'offer', ticket: after, step, from }, ...up],
  };
};
