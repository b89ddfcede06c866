import type { ClockKind, Decision, Effect } from '../decision.js';
import type { Instant, Ticket, TicketEvent, TimerKind } from '../model.js';
import type { Loaded } from '../ports.js';
import { evolveAll } from './evolve.js';
import { assertNever } from './never.js';
import { offer } from './offer.js';
import { accepted, change, type House } from './scene.js';
import { clockOfKind } from './sla.js';
import { timersOf } from './timers.js';

type Fired = NonNullable<Loaded['timer']>;

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
  // The first silence goes to the lead, the second to the manager too, who can call the reserve (design.md 4, the ladder).
  const up =
    ticket.passed.length === 0 && ticket.level !== 1 ? [house.policy.lead] : [house.policy.lead, house.policy.manager];
  const alarms = up.map((to): Effect => ({ kind: 'alarm', ticket: after, to, why: { kind: 'no-accept', by: silent } }));
  const stranded = after.state === 'unassigned';
  return accepted('handed on', {
    changes: [change(ticket, next.events, house.policy)],
    effects: [...next.effects, ...(stranded ? [] : alarms)],
  });
};

const said = (ticket: Ticket, events: readonly TicketEvent[], effects: readonly Effect[], house: House): Decision =>
  accepted('timer', { changes: [change(ticket, events, house.policy)], effects });

/** A ticket that nobody could take, or whose unit was never told, is offered again. */
const tryAgain = (ticket: Ticket, told: TicketEvent, house: House, loaded: Loaded, now: Instant): Decision => {
  if (ticket.state !== 'unassigned') return said(ticket, [told], [], house);
  const request = { now, by: 'clock', house, loads: loaded.loads, step: 'first', named: null, from: null } as const;
  const next = offer(ticket, [told], request);
  return accepted('tried again', {
    changes: [change(ticket, next.events, house.policy)],
    effects: next.effects,
  });
};

/** A warning comes before its deadline or not at all: where nobody ran in time, the deadline's own notice is due as well. */
const warning = (ticket: Ticket, clock: ClockKind, due: Instant, now: Instant): readonly Effect[] =>
  now < due ? [{ kind: 'reminder', ticket, clock, due }] : [];

const speak = (
  kind: TimerKind,
  ticket: Ticket,
  told: TicketEvent,
  house: House,
  loaded: Loaded,
  fired: Fired,
): Decision => {
  const now = loaded.now;
  const { lead, manager } = house.policy;
  const effect = (effects: readonly Effect[]): Decision => said(ticket, [told], effects, house);
  switch (kind) {
    case 'accept-warn':
      return effect(warning(ticket, 'accept', dueOf(ticket, house, 'accept', fired.due), now));
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
          : warning(ticket, clock, dueOf(ticket, house, clock, fired.due), now),
      );
    }
    case 'arrive-due':
    case 'resolve-due': {
      const clock = kind === 'arrive-due' ? 'arrive' : 'resolve';
      return effect([{ kind: 'breach', ticket, clock, due: dueOf(ticket, house, clock, fired.due), tell: lead }]);
    }
    case 'arrive-late':
    case 'resolve-late':
      return effect([
        {
          kind: 'alarm',
          ticket,
          to: manager,
          why: { kind: 'late', clock: kind === 'arrive-late' ? 'arrive' : 'resolve' },
        },
      ]);
    case 'beat':
      return effect([{ kind: 'beat', ticket }]);
    case 'suspend-check':
      return effect([{ kind: 'suspend-check', ticket }]);
    case 'retry-assign':
      return tryAgain(ticket, told, house, loaded, now);
    case 'close':
      return said(ticket, [told, { kind: 'closed', at: now, by: 'clock' }], [], house);
    default:
      return assertNever(kind);
  }
};

/**
 * What a timer leads to when it goes off. Its ticket is loaded with it; a timer without its ticket, or one that the ticket no longer
 * wants, says nothing (the record cancels such ones, this is the second lock on the door).
 */
export const decideTimer = (loaded: Loaded, house: House): Decision => {
  const fired = loaded.timer;
  const ticket = loaded.tickets.find((t) => t.id === fired?.ticket);
  if (fired === null || ticket === undefined) return accepted('nothing to say', {});
  if (!timersOf(ticket, house.policy).some((t) => t.key === fired.key)) return accepted('nothing to say', {});
  const told: TicketEvent = { kind: 'told', at: loaded.now, by: 'clock', timer: fired.key };
  return speak(fired.kind, ticket, told, house, loaded, fired);
};
