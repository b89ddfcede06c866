import type { Decision, Effect } from '../decision.js';
import type { Facts, Ticket, TicketEvent } from '../model.js';
import { evolveAll } from './evolve.js';
import { goesOut, judge, type Act } from './lifecycle.js';
import { assertNever } from './never.js';
import { offer } from './offer.js';
import { QUIET, accepted, change, type Scene } from './scene.js';

/** The seven acts of those who repair (triage-rubric.md 1). */
export type WorkIntent = 'accept' | 'decline' | 'arrive' | 'progress' | 'suspend' | 'resume' | 'resolve';

const actOf = (intent: WorkIntent, facts: Facts): Act => {
  switch (intent) {
    case 'accept':
      return { kind: 'accept' };
    case 'decline':
      return { kind: 'decline', reason: facts.words };
    case 'arrive':
      return { kind: 'arrive' };
    case 'progress':
      return { kind: 'progress', text: facts.words };
    case 'suspend':
      return { kind: 'suspend', reason: facts.words };
    case 'resume':
      return { kind: 'resume' };
    case 'resolve':
      return { kind: 'resolve', resolution: facts.words };
    default:
      return assertNever(intent);
  }
};

/** Handed on: to the one named, or to the next by duty. Whoever held it and did not hand it on himself is told. */
const handedOn = (scene: Scene, ticket: Ticket, events: readonly TicketEvent[]): Decision => {
  const { facts, house, sender, now, loaded } = scene;
  const named = facts.target;
  const from = { name: sender.name, reason: facts.words };
  const by = { key: sender.key, name: sender.name, role: sender.role };
  const next = offer(ticket, events, { now, by, house, loads: loaded.loads, step: 'next', named, from });
  const former = 'assignee' in ticket && ticket.assignee !== sender.staff ? ticket.assignee : null;
  const told: readonly Effect[] =
    former === null
      ? []
      : [
          {
            kind: 'passed-on',
            ticket: evolveAll(ticket, next.events),
            what: 'reassigned',
            words: sender.name,
            to: former,
          },
        ];
  return accepted('handed on', {
    changes: [change(ticket, next.events, house.policy)],
    effects: [...next.effects, ...told],
    talk: QUIET,
  });
};

/** The closing: a summary for all, and one question to the reporter, unless the reporter is the one who repaired. */
const finished = (scene: Scene, ticket: Ticket, events: readonly TicketEvent[]): Decision => {
  const own = ticket.reporter.key === scene.sender.key;
  const ask: readonly TicketEvent[] = own ? [] : [{ kind: 'asked', at: scene.now, by: 'clock', what: 'rating' }];
  const all = [...events, ...ask];
  const after = evolveAll(ticket, all);
  return accepted('resolved', {
    changes: [change(ticket, all, scene.house.policy)],
    effects: [{ kind: 'closure', ticket: after, events: all, at: scene.at, ask: !own }],
    talk: QUIET,
  });
};

/** What was done, told after 办结: put to the summary that stands already. */
const accounted = (scene: Scene, ticket: Ticket, events: readonly TicketEvent[]): Decision =>
  accepted('accounted', {
    changes: [change(ticket, events, scene.house.policy)],
    effects: [{ kind: 'accounted', ticket: evolveAll(ticket, events), at: scene.at }],
    talk: QUIET,
  });

const STEP = {
  accept: 'accepted',
  arrive: 'arrived',
  progress: 'progressed',
  suspend: 'suspended',
  resume: 'resumed',
} as const;

/** One act of a member of staff on one ticket. */
export const decideWork = (scene: Scene, intent: WorkIntent, ticket: Ticket): Decision => {
  const { facts, house, now, sender } = scene;
  if (intent === 'decline' && facts.target !== null) {
    const named = house.staff.find((s) => s.id === facts.target);
    if (named === undefined || !goesOut(named.role))
      return { kind: 'refused', refusal: { kind: 'no-such-person', name: named?.name ?? facts.target } };
  }
  const verdict = judge(actOf(intent, facts), ticket, sender, now);
  if (verdict.kind === 'refusal') return { kind: 'refused', refusal: verdict.refusal };
  if (intent === 'decline') return handedOn(scene, ticket, verdict.events);
  if (ticket.state === 'resolved') return accounted(scene, ticket, verdict.events);
  if (intent === 'resolve') return finished(scene, ticket, verdict.events);
  const after = evolveAll(ticket, verdict.events);
  return accepted(STEP[intent], {
    changes: [change(ticket, verdict.events, house.policy)],
    effects: [{ kind: 'moved', ticket: after, step: STEP[intent], words: facts.words, at: scene.at }],
    talk: QUIET,
  });
};
