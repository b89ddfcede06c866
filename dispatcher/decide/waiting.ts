/** Jobs for which nobody was free: when somebody is, the next one is offered at once (issue 4, «Who goes»). Pure. */
import type { Change, Effect } from '../decision.js';
import type { Guarantee, Hands, Instant, StaffId, Ticket } from '../model.js';
import { choose } from './choose.js';
import { isHeld } from './evolve.js';
import { planOf } from './planned.js';
import { underGuarantee } from './guarantee-phase.js';
import { handOf, withTicket } from './hands.js';
import { offer } from './offer.js';
import { byPriority } from './priority.js';
import { change, type House } from './scene.js';

/** Does it wait for somebody to be free? What waits for its unit's name or for its incident's head does not. */
export const isQueued = (ticket: Ticket): boolean =>
  ticket.state === 'unassigned' && ticket.why !== 'unit' && !isHeld(ticket) && planOf(ticket) === null;

/**
 * Who has a hand free by this: whoever repaired, suspended or lost a job to a withdrawal, an incident or a colleague who took it. Not who
 * handed it on or let his time run out: he said, or showed, that he cannot come.
 */
export const freedBy = (before: Ticket, after: Ticket): StaffId | null => {
  if (handOf(before) === null || !('assignee' in before) || before.state === 'resolved' || before.state === 'closed')
    return null;
  const who = before.assignee;
  const still = 'assignee' in after && after.assignee === who ? handOf(after) : null;
  if (still !== null && still.state !== 'resolved') return null;
  return after.passed.includes(who) && !before.passed.includes(who) ? null : who;
};

type Offers = { readonly changes: readonly Change[]; readonly effects: readonly Effect[] };

export type Freed = {
  readonly now: Instant;
  /** As it stands: who is away is not asked. */
  readonly house: House;
  readonly loads: Hands;
  readonly guarantees: readonly Guarantee[];
  /** Who is free now. */
  readonly who: readonly StaffId[];
};

/**
 * Offers what waits to those who are free now, in the contract's order of work (triage-rubric.md 5), as long as they may have more.
 * Nobody else is asked, and what does not fit them goes on waiting.
 */
export const offerWaiting = (tickets: readonly Ticket[], { now, house, loads, guarantees, who }: Freed): Offers => {
  const among = { ...house, staff: house.staff.filter(({ id }) => who.includes(id)) };
  if (among.staff.length === 0) return { changes: [], effects: [] };
  const order = byPriority(house.units, house.policy, underGuarantee(guarantees, now));
  let hands = loads;
  const changes: Change[] = [];
  const effects: Effect[] = [];
  for (const ticket of tickets.filter(isQueued).toSorted(order)) {
    if (choose({ ticket, house: among, hands, now }).kind === 'nobody') continue;
    const step = ticket.round === 0 ? 'first' : 'next';
    const sent = offer(ticket, [], { now, by: 'clock', house: among, loads: hands, step, named: null, from: null });
    const moved = change(ticket, sent.events, house.policy);
    hands = withTicket(hands, moved.after);
    changes.push(moved);
    effects.push(...sent.effects);
  }
  return { changes, effects };
};
