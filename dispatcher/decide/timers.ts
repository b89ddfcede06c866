import type { Instant, Millis, Ticket, Timer, TimerKind } from '../model.js';
import type { Policy } from '../policy.js';
import { isHeld } from './evolve.js';
import { clockOfKind, isOpen, type PromiseClock } from './sla.js';
import { assertNever } from './never.js';
import { planOf } from './planned.js';
import { DAY, MINUTE } from './time.js';

const timer = (kind: TimerKind, mark: string, due: Instant): Timer => ({ key: `${kind}:${mark}`, kind, due });

/** A warning comes `before` ms ahead of a deadline; of a short span at most a quarter ahead. */
const warnAt = (clock: PromiseClock, before: Millis): Instant => clock.due - Math.min(before, clock.span / 4);

const acceptTimers = (ticket: Ticket, policy: Policy): readonly Timer[] => {
  const clock = clockOfKind(ticket, policy, 'accept');
  if (clock === null) return [];
  const mark = String(ticket.round);
  return [
    timer('accept-warn', mark, warnAt(clock, policy.warn.accept)),
    timer('accept-due', mark, clock.due),
    timer('accept-again', mark, clock.due + policy.ladder.again),
  ];
};

const arriveTimers = (ticket: Ticket, policy: Policy): readonly Timer[] => {
  const clock = clockOfKind(ticket, policy, 'arrive');
  if (clock === null || clock.doneAt !== null) return [];
  const mark = `${ticket.level}.${ticket.reopened}`;
  return [
    timer('arrive-warn', mark, warnAt(clock, policy.warn.arrive)),
    timer('arrive-due', mark, clock.due),
    timer('arrive-late', mark, clock.due + policy.managerAfter),
  ];
};

/**
 * Accepted, and not a word since: past the time to be there he is asked, and after the ladder's step the acceptance expires (issue 4).
 * Whoever accepted when that time was over already has as long as the manager is given.
 */
const silenceTimers = (ticket: Ticket, policy: Policy): readonly Timer[] => {
  if (ticket.state !== 'accepted' || ticket.wordAt !== null) return [];
  const clock = clockOfKind(ticket, policy, 'arrive');
  if (clock === null || clock.doneAt !== null) return [];
  const from = ticket.acceptedAt < clock.due ? clock.due : ticket.acceptedAt + policy.managerAfter;
  const mark = String(ticket.round);
  return [timer('arrive-ask', mark, from), timer('arrive-expired', mark, from + policy.ladder.again)];
};

const resolveTimers = (ticket: Ticket, policy: Policy): readonly Timer[] => {
  const clock = clockOfKind(ticket, policy, 'resolve');
  if (clock === null || clock.doneAt !== null) return [];
  const mark = `${ticket.level}.${ticket.reopened}`;
  // Told once a day from then on: what is open and overdue is never left alone.
  const days = ticket.told.filter((key) => key.startsWith(`resolve-late:${mark}`)).length;
  return [
    timer('resolve-warn', mark, warnAt(clock, policy.warn.resolve)),
    timer('resolve-due', mark, clock.due),
    timer('resolve-late', days === 0 ? mark : `${mark}+${days}`, clock.due + policy.managerAfter + days * DAY),
  ];
};

/** Level 1 owes a word of progress at intervals (design.md 4), counted from when the engineer was last heard. */
const beatTimers = (ticket: Ticket, policy: Policy): readonly Timer[] => {
  const every = policy.sla[ticket.level].beatMs;
  return every === null ? [] : [timer('beat', String(ticket.heardAt), ticket.heardAt + every)];
};

/** So long the reporters have to tell that it works again, after planned work has ended. */
export const PLAN_ASKED: Millis = 15 * MINUTE;

/** Tries to find somebody come at most so many times the policy's interval apart. */
const RETRY_CAP = 24;

/** The head of an incident speaks to the group on a beat for as long as it is open. */
const incidentTimers = (ticket: Ticket, policy: Policy): readonly Timer[] => {
  const { incident } = ticket;
  if (incident?.part !== 'head' || !isOpen(ticket)) return [];
  const told = ticket.told.filter((key) => key.startsWith(`incident-beat:${incident.since}.`)).length;
  return [timer('incident-beat', `${incident.since}.${told}`, incident.since + (told + 1) * policy.incident.beat)];
};

const wanted = (ticket: Ticket, policy: Policy): readonly Timer[] => {
  switch (ticket.state) {
    case 'unassigned': {
      // Its incident's head has the timers: it is repaired with it, or released to be dispatched.
      if (isHeld(ticket)) return [];
      const until = planOf(ticket) === null ? null : (ticket.breaks.at(-1)?.to ?? ticket.heardAt);
      if (until !== null && !ticket.told.includes(`plan-end:${until}`))
        return [timer('plan-end', String(until), until)];
      if (until !== null && ticket.round === 0 && !ticket.told.includes(`retry-assign:plan.${until}`))
        return [timer('retry-assign', `plan.${until}`, until + PLAN_ASKED)];
      const tries = ticket.told.filter((key) => key.startsWith('retry-assign:')).length;
      return [
        // Every try that finds nobody moves heardAt on, and the next comes twice as long after it: a night without anybody must not
        // drown the group.
        timer(
          'retry-assign',
          `${ticket.round}.${tries}`,
          ticket.heardAt + policy.retryAssign * Math.min(2 ** tries, RETRY_CAP),
        ),
        ...arriveTimers(ticket, policy),
        ...resolveTimers(ticket, policy),
      ];
    }
    case 'offered':
      return [...acceptTimers(ticket, policy), ...arriveTimers(ticket, policy), ...resolveTimers(ticket, policy)];
    case 'accepted':
      return [
        ...arriveTimers(ticket, policy),
        ...silenceTimers(ticket, policy),
        ...resolveTimers(ticket, policy),
        ...beatTimers(ticket, policy),
      ];
    case 'arrived':
      return [...resolveTimers(ticket, policy), ...beatTimers(ticket, policy)];
    case 'suspended': {
      const since = ticket.breaks.at(-1)?.from ?? ticket.heardAt;
      const checks = ticket.told.filter((key) => key.startsWith(`suspend-check:${since}.`)).length;
      return [timer('suspend-check', `${since}.${checks}`, since + policy.suspendCheck * (checks + 1))];
    }
    case 'resolved':
      return [timer('close', String(ticket.reopened), ticket.resolvedAt + policy.closeAfter)];
    case 'closed':
    case 'cancelled':
    case 'merged':
      return [];
    default:
      return assertNever(ticket);
  }
};

/**
 * Every timer this ticket wants from now on: its deadlines with their warnings, the ladder, the questions. Those that have spoken
 * (`told`) are not wanted again. The record makes the stored timers equal to this, so a reminder stops the moment its reason is gone.
 */
export const timersOf = (ticket: Ticket, policy: Policy): readonly Timer[] =>
  [...wanted(ticket, policy), ...incidentTimers(ticket, policy)].filter((t) => !ticket.told.includes(t.key));
