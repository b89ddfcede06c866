import type { ClockKind, Decision, Effect } from '../decision.js';
import type { Instant, Millis, Ticket, TicketEvent, Timer, TimerKind } from '../model.js';
import type { Loaded } from '../ports.js';
import { leaders } from './attendance.js';
import { choose } from './choose.js';
import { evolveAll } from './evolve.js';
import { isRunning } from './incident.js';
import { assertNever } from './never.js';
import { offer } from './offer.js';
import { accepted, change, type House } from './scene.js';
import { askedTimes } from './rounds.js';
import { acceptCounts, clockOfKind, isWaiting } from './sla.js';
import { planOf } from './planned.js';
import { PLAN_ASKED, timersOf } from './timers.js';

const dueOf = (ticket: Ticket, house: House, kind: ClockKind, fallback: Instant): Instant =>
  clockOfKind(ticket, house.policy, kind)?.due ?? fallback;

/** Nobody accepted within the ladder's step: the next by duty is asked, and somebody further up is told. */
const handOn = (ticket: Ticket, told: TicketEvent, house: House, loaded: Loaded, now: Instant): Decision => {
  if (ticket.state !== 'offered') return said(ticket, [told], [], house);
  const silent = ticket.assignee;
  const name = house.staff.find((s) => s.id === silent)?.name ?? silent;
  const events: readonly TicketEvent[] = [
    told,
    { kind: 'declined', at: now, by: 'clock', who: silent, reason: '超时未接单' },
  ];
  const next = offer(ticket, events, {
    now,
    by: 'clock',
    house,
    loads: loaded.loads,
    step: 'lapsed',
    named: null,
    from: { name, reason: '' },
  });
  const after = evolveAll(ticket, next.events);
  // The first silence goes to the lead, the second to the manager too, who can call the reserve (design.md 4, the ladder). Level 1 is
  // told to both; from the second round on the manager hears how each round begins and ends.
  const both = ticket.level === 1 ? askedTimes(ticket) === 1 : ticket.passed.length > 0;
  const up = both ? leaders(house) : [house.policy.lead];
  const alarms = up.map((to): Effect => ({ kind: 'alarm', ticket: after, to, why: { kind: 'no-accept', by: silent } }));
  const stranded = after.state === 'unassigned';
  return accepted('handed on', {
    changes: [change(ticket, next.events, house.policy)],
    effects: [...next.effects, ...(stranded ? [] : alarms)],
  });
};

/**
 * An acceptance without a word expires: the next by duty is asked, and those further up are told. Where nobody else can go it stays with
 * him, and the lead is told that he does not answer.
 */
const expire = (ticket: Ticket, told: TicketEvent, house: House, loaded: Loaded, now: Instant): Decision => {
  if (ticket.state !== 'accepted') return said(ticket, [told], [], house);
  const silent = ticket.assignee;
  const why = { kind: 'silent', by: silent } as const;
  const up = ticket.level === 1 ? leaders(house) : [house.policy.lead];
  const asked = { ...ticket, passed: [...ticket.passed, silent] };
  if (choose({ ticket: asked, house, hands: loaded.loads, now }).kind === 'nobody')
    return said(
      ticket,
      [told],
      up.map((to) => ({ kind: 'alarm', ticket, to, why })),
      house,
    );
  const name = house.staff.find((s) => s.id === silent)?.name ?? silent;
  const declined: TicketEvent = { kind: 'declined', at: now, by: 'clock', who: silent, reason: '过了到场时限没有回音' };
  const from = { name, reason: '' };
  const next = offer(ticket, [told, declined], {
    ...{ now, by: 'clock', house, loads: loaded.loads, step: 'silent', named: null, from },
  });
  const after = evolveAll(ticket, next.events);
  return accepted('acceptance expired', {
    changes: [change(ticket, next.events, house.policy)],
    effects: [
      ...next.effects,
      { kind: 'passed-on', ticket: after, what: 'expired', words: '', to: silent },
      ...up.map((to) => ({ kind: 'alarm', ticket: after, to, why }) as const),
    ],
  });
};

const said = (ticket: Ticket, events: readonly TicketEvent[], effects: readonly Effect[], house: House): Decision =>
  accepted('timer', { changes: [change(ticket, events, house.policy)], effects });

/** A ticket that nobody could take, or whose unit was never told, is offered again. */
const tryAgain = (ticket: Ticket, told: TicketEvent, house: House, loaded: Loaded, now: Instant): Decision => {
  if (ticket.state !== 'unassigned') return said(ticket, [told], [], house);
  const step = ticket.round === 0 ? 'first' : 'round';
  const request = { now, by: 'clock', house, loads: loaded.loads, step, named: null, from: null } as const;
  const next = offer(ticket, [told], request);
  return accepted('tried again', {
    changes: [change(ticket, next.events, house.policy)],
    effects: next.effects,
  });
};

/** A warning comes before its deadline or not at all: where nobody ran in time, the deadline's own notice is due as well. */
const warning = (ticket: Ticket, clock: ClockKind, due: Instant, now: Instant): readonly Effect[] =>
  now < due ? [{ kind: 'reminder', ticket, clock, due }] : [];

/** Planned work is over: its reporters are asked once. Moved meanwhile, the ticket waits on. */
const planEnd = (timer: Timer, ticket: Ticket, told: TicketEvent, house: House, loaded: Loaded): Decision => {
  const plan = loaded.bulletins.find(({ id }) => id === planOf(ticket));
  if (plan?.kind === 'plan' && plan.state === 'planned' && plan.to > loaded.now) {
    const on = { kind: 'held', at: loaded.now, by: 'clock', plan: plan.id, until: plan.to, why: plan.name } as const;
    return said(ticket, [told, on], [], house);
  }
  return said(ticket, [told], [{ kind: 'plan-over', ticket, by: timer.due + PLAN_ASKED }], house);
};

const speak = (timer: Timer, ticket: Ticket, told: TicketEvent, house: House, loaded: Loaded): Decision => {
  const { kind } = timer;
  const now = loaded.now;
  const { lead, manager } = house.policy;
  const effect = (effects: readonly Effect[]): Decision => said(ticket, [told], effects, house);
  switch (kind) {
    case 'accept-warn':
      // With no time left to be there, how long there is to accept is no news; the call said to accept at once.
      if (!acceptCounts(ticket, house.policy)) return effect([]);
      return effect(warning(ticket, 'accept', dueOf(ticket, house, 'accept', timer.due), now));
    case 'accept-due':
      return effect([{ kind: 'offer', ticket, step: 'again', from: null }]);
    case 'accept-again':
      return handOn(ticket, told, house, loaded, now);
    case 'arrive-warn':
    case 'resolve-warn': {
      const clock = kind === 'arrive-warn' ? 'arrive' : 'resolve';
      // While nobody has accepted, the ladder speaks; a second voice would only drown it.
      return effect(
        ticket.state === 'offered' || ticket.state === 'unassigned'
          ? []
          : warning(ticket, clock, dueOf(ticket, house, clock, timer.due), now),
      );
    }
    case 'arrive-due':
    case 'resolve-due': {
      const clock = kind === 'arrive-due' ? 'arrive' : 'resolve';
      return effect([{ kind: 'breach', ticket, clock, due: dueOf(ticket, house, clock, timer.due), tell: lead }]);
    }
    case 'arrive-late':
    case 'resolve-late': {
      const clock = kind === 'arrive-late' ? 'arrive' : 'resolve';
      // Of level 1 the manager hears with every round that nobody is on the way.
      const known = clock === 'arrive' && ticket.level === 1 && isWaiting(ticket);
      return effect(known ? [] : [{ kind: 'alarm', ticket, to: manager, why: { kind: 'late', clock } }]);
    }
    case 'arrive-ask':
      return effect([{ kind: 'arrive-ask', ticket }]);
    case 'arrive-expired':
      return expire(ticket, told, house, loaded, now);
    case 'beat':
      return effect([{ kind: 'beat', ticket }]);
    case 'suspend-check':
      return effect([{ kind: 'suspend-check', ticket }]);
    case 'retry-assign':
      return tryAgain(ticket, told, house, loaded, now);
    case 'incident-beat': {
      const incident = loaded.incidents.find(({ id }) => id === ticket.incident?.id);
      // After a time of silence the missed beats are one.
      const late = now >= timer.due + house.policy.incident.beat;
      return effect(
        incident === undefined || late || !isRunning(incident)
          ? []
          : [{ kind: 'incident', incident, news: { kind: 'beat', head: ticket } }],
      );
    }
    case 'plan-end':
      return planEnd(timer, ticket, told, house, loaded);
    case 'close':
      return said(ticket, [told, { kind: 'closed', at: now, by: 'clock' }], [], house);
    default:
      return assertNever(kind);
  }
};

/** What falls due within so many ms of what rings is told with it: one moment, one message. */
const TOGETHER: Millis = 5_000;

/** Said of the ticket as it is when all of the moment is decided. */
const asItStands = (effect: Effect, ticket: Ticket): Effect =>
  effect.kind === 'alarm' || effect.kind === 'breach' || effect.kind === 'reminder' ? { ...effect, ticket } : effect;

/** The ticket's next timer of this moment: what rings first, then what has come due or comes with it, each kind once. */
const nextOf = (
  ticket: Ticket,
  house: House,
  now: Instant,
  fired: string,
  rung: readonly TimerKind[],
): Timer | null => {
  const wanted = timersOf(ticket, house.policy).filter((t) => !rung.includes(t.kind));
  const due = wanted.filter((t) => t.key === fired || t.due <= now + TOGETHER).sort((a, b) => a.due - b.due);
  return due[0] ?? null;
};

/**
 * What a timer leads to when it goes off, together with the ticket's others that fall due at this moment. Its ticket is loaded with it; a
 * timer without its ticket, or one that the ticket no longer wants, says nothing (the record cancels such ones, this is the second lock on
 * the door).
 */
export const decideTimer = (loaded: Loaded, house: House): Decision => {
  const { timer: fired, now } = loaded;
  const first = loaded.tickets.find((t) => t.id === fired?.ticket);
  if (fired === null || first === undefined || !timersOf(first, house.policy).some((t) => t.key === fired.key))
    return accepted('nothing to say', {});
  let ticket = first;
  const events: TicketEvent[] = [];
  const effects: Effect[] = [];
  const rung: TimerKind[] = [];
  for (let timer = nextOf(ticket, house, now, fired.key, rung); timer !== null;) {
    const told: TicketEvent = { kind: 'told', at: now, by: 'clock', timer: timer.key };
    const decision = speak(timer, ticket, told, house, loaded);
    if (decision.kind === 'refused') return decision;
    effects.push(...decision.effects);
    for (const { after, events: more } of decision.changes) {
      events.push(...more);
      ticket = after;
    }
    rung.push(timer.kind);
    timer = nextOf(ticket, house, now, fired.key, rung);
  }
  const last = ticket;
  return accepted('timer', {
    changes: [change(first, events, house.policy)],
    effects: effects.map((effect) => asItStands(effect, last)),
  });
};
