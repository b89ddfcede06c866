import type { Decision, Effect } from '../decision.js';
import type { Facts, Sender, Ticket, TicketEvent } from '../model.js';
import { evolveAll } from './evolve.js';
import { goesOut, judge, type Act } from './lifecycle.js';
import { assertNever } from './never.js';
import { offer } from './offer.js';
import { askedTimes } from './rounds.js';
import { QUIET, accepted, actorOf, change, type Scene } from './scene.js';
import { isWaiting } from './sla.js';

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
  const by = actorOf(sender);
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

/** He took what was offered to another, or to nobody any more. */
const took = (ticket: Ticket, sender: Sender): boolean =>
  isWaiting(ticket) && !(ticket.state === 'offered' && ticket.assignee === sender.staff);

/**
 * What a job taken brings with it beside the news: all that is needed on site to somebody it was not offered to, a line to the one it was
 * offered to, and to those who were told that nobody comes, that somebody does.
 */
const aroundTaking = ({ sender, house }: Scene, ticket: Ticket, after: Ticket): readonly Effect[] => {
  if (!isWaiting(ticket) || sender.staff === null) return [];
  const mine = !took(ticket, sender);
  const offeredTo = ticket.state === 'offered' && !mine ? ticket.assignee : null;
  const worried =
    ticket.level === 1 && (ticket.lapsed.length > 0 || askedTimes(ticket) > 1)
      ? [house.policy.lead, house.policy.manager]
      : [];
  return [
    ...(mine || after.state === 'resolved' ? [] : [{ kind: 'details', ticket: after, to: sender.staff } as const]),
    ...(offeredTo === null
      ? []
      : [{ kind: 'passed-on', ticket: after, what: 'taken', words: sender.name, to: offeredTo } as const]),
    ...worried
      .filter((to) => to !== sender.staff && to !== offeredTo)
      .map((to) => ({ kind: 'alarm', ticket: after, to, why: { kind: 'accepted' } }) as const),
  ];
};

/** The closing: a summary for all, and one question to the reporter, unless the reporter is the one who repaired. */
const finished = (scene: Scene, ticket: Ticket, events: readonly TicketEvent[]): Decision => {
  const own = ticket.reporter.key === scene.sender.key;
  const ask: readonly TicketEvent[] = own ? [] : [{ kind: 'asked', at: scene.now, by: 'clock', what: 'rating' }];
  const all = [...events, ...ask];
  const after = evolveAll(ticket, all);
  return accepted('resolved', {
    changes: [change(ticket, all, scene.house.policy)],
    effects: [
      { kind: 'closure', ticket: after, events: all, at: scene.at, ask: !own },
      ...aroundTaking(scene, ticket, after),
    ],
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
    const until = house.attendance.away.get(named.id);
    if (until !== undefined) return { kind: 'refused', refusal: { kind: 'away', who: named.id, until } };
  }
  const verdict = judge(actOf(intent, facts), ticket, sender, now);
  if (verdict.kind === 'refusal') return { kind: 'refused', refusal: verdict.refusal };
  if (intent === 'decline') return handedOn(scene, ticket, verdict.events);
  if (ticket.state === 'resolved') return accounted(scene, ticket, verdict.events);
  if (intent === 'resolve') return finished(scene, ticket, verdict.events);
  const after = evolveAll(ticket, verdict.events);
  // How it goes, told before 接单: that he takes it is the news, with how it goes.
  const step = intent === 'progress' && ticket.state === 'offered' ? 'accepted' : STEP[intent];
  const words = step === 'accepted' && intent === 'accept' ? '' : facts.words;
  return accepted(step, {
    changes: [change(ticket, verdict.events, house.policy)],
    effects: [{ kind: 'moved', ticket: after, step, words, at: scene.at }, ...aroundTaking(scene, ticket, after)],
    talk: QUIET,
  });
};
