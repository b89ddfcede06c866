import type { Change, Effect } from '../decision.js';
import type { Actor, Instant, StaffId, Ticket } from '../model.js';
import { withTicket } from './hands.js';
import { offer, type OfferRequest } from './offer.js';
import type { Handed } from './rota-decision.js';
import { change, type House } from './scene.js';

/** Why and by whom somebody's jobs go to others. reason: for the ticket's log and for whoever gets it. */
export type HandingOn = {
  readonly now: Instant;
  readonly by: Actor;
  /** As it stands without the person. */
  readonly house: House;
  readonly loads: OfferRequest['loads'];
  readonly reason: string;
};

type HandedOn = Handed & { readonly changes: readonly Change[]; readonly effects: readonly Effect[] };

/** The open jobs that somebody holds or is asked for. */
export const jobsOf = (who: StaffId, tickets: readonly Ticket[]): readonly Ticket[] =>
  tickets.filter(
    (t) =>
      (t.state === 'offered' || t.state === 'accepted' || t.state === 'arrived' || t.state === 'suspended') &&
      t.assignee === who,
  );

/**
 * Hands every running job of a person to the next by duty, or strands it with the leaders told: nobody on leave is pinged, and nothing
 * waits unseen. Suspended ones stay theirs and are given back as `kept`.
 */
export const handOnAll = (who: StaffId, tickets: readonly Ticket[], how: HandingOn): HandedOn => {
  const { now, by, house, reason } = how;
  const name = house.staff.find((s) => s.id === who)?.name ?? who;
  const jobs = jobsOf(who, tickets);
  let loads = how.loads;
  const steps = jobs
    .filter((t) => t.state !== 'suspended')
    .map((ticket) => {
      const declined = { kind: 'declined', at: now, by, who, reason } as const;
      const from = { name, reason };
      const sent = offer(ticket, [declined], { now, by, house, loads, step: 'next', named: null, from });
      const moved = change(ticket, sent.events, house.policy);
      const to = moved.after.state === 'offered' ? moved.after.assignee : null;
      loads = withTicket(loads, moved.after);
      return { moved, effects: sent.effects, to };
    });
  return {
    moved: steps.map(({ moved, to }) => ({ ticket: moved.after, to })),
    kept: jobs.filter((t) => t.state === 'suspended'),
    changes: steps.map(({ moved }) => moved),
    effects: steps.flatMap(({ effects }) => effects),
  };
};
