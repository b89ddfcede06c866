import type { Break, Finished, In, Instant, Ticket, TicketEvent, Working } from '../model.js';
import { assertNever } from './never.js';
import { isOpen } from './sla.js';
import { base } from './ticket-base.js';

/** Why a member of an incident has nobody of its own. */
const HELD = 'incident';

/** Does this ticket wait for its incident's head, instead of being dispatched by itself? */
export const isHeld = (t: Ticket): boolean =>
  t.state === 'unassigned' && t.why === HELD && t.incident?.part === 'member';

type AtWork = In<'accepted' | 'arrived' | 'suspended'>;

const isAtWork = (t: Ticket): t is AtWork => t.state === 'accepted' || t.state === 'arrived' || t.state === 'suspended';

const working = (t: AtWork): Working => ({ assignee: t.assignee, offeredAt: t.offeredAt, acceptedAt: t.acceptedAt });

const arrivalOf = (t: AtWork): Instant | null => (t.state === 'accepted' ? null : t.arrivedAt);

const closeBreaks = (breaks: readonly Break[], at: Instant): readonly Break[] =>
  breaks.map((b) => (b.to === null ? { ...b, to: at } : b));

const finished = (t: AtWork, at: Instant, resolution: string): Finished => ({
  ...working(t),
  arrivedAt: arrivalOf(t),
  resolvedAt: at,
  resolution,
});

/** Who held it last, so that a ticket opened again goes back to the one who knows it. */
const reopened = (t: Ticket, at: Instant): Ticket => {
  const again = {
    ...base(t),
    clockFrom: at,
    breaks: [],
    asked: null,
    told: [],
    heardAt: at,
    passed: [],
    lapsed: [],
    reachedAt: null,
    reopened: t.reopened + 1,
  };
  return { ...again, state: 'unassigned', why: 'reopened' };
};

/**
 * The ticket after an event. The only code that makes one ticket out of another; lifecycle decides which events may happen, this
 * only says what they mean. An event that does not fit the state leaves the ticket as it is (the record never stores such a one,
 * and a property test holds lifecycle to it).
 */
export const evolve = (ticket: Ticket, event: TicketEvent): Ticket => {
  const t = ticket;
  switch (event.kind) {
    case 'reported':
      return event.ticket;
    case 'supplemented':
    case 'corrected':
      return { ...t, ...event.set };
    case 'asked':
      return { ...t, asked: event.what };
    case 'joined':
      return { ...t, members: [...t.members, event.member] };
    case 'offered':
      // A suspended ticket that is handed on does not stand still any more: its pause ends with it.
      return isOpen(t)
        ? {
            ...base(t),
            breaks: closeBreaks(t.breaks, event.at),
            round: t.round + 1,
            heardAt: event.at,
            state: 'offered',
            assignee: event.to,
            offeredAt: event.at,
          }
        : t;
    case 'stranded':
      return isOpen(t)
        ? {
            ...base(t),
            breaks: closeBreaks(t.breaks, event.at),
            passed: [],
            heardAt: event.at,
            state: 'unassigned',
            why: event.why,
          }
        : t;
    case 'accepted': {
      if (t.state !== 'offered' && t.state !== 'unassigned') return t;
      const assignee =
        event.by === 'clock' || !event.by.key.startsWith('staff:') ? null : event.by.key.slice('staff:'.length);
      const offeredAt = t.state === 'offered' ? t.offeredAt : event.at;
      return assignee === null
        ? t
        : {
            ...base(t),
            lapsed: [],
            heardAt: event.at,
            wordAt: null,
            state: 'accepted',
            assignee,
            offeredAt,
            acceptedAt: event.at,
          };
    }
    case 'declined':
      return {
        ...t,
        passed: [...t.passed.filter((id) => id !== event.who), event.who],
        lapsed: [...t.lapsed.filter((id) => id !== event.who), ...(event.by === 'clock' ? [event.who] : [])],
      };
    case 'arrived':
      return isAtWork(t)
        ? {
            ...base(t),
            ...working(t),
            reachedAt: t.reachedAt ?? event.at,
            breaks: closeBreaks(t.breaks, event.at),
            heardAt: event.at,
            state: 'arrived',
            arrivedAt: event.at,
          }
        : t;
    case 'progressed':
      // After 办结 without a word, what is told then is the account of the work.
      return t.state === 'resolved' && t.resolution === ''
        ? { ...t, resolution: event.text }
        : { ...t, heardAt: event.at, wordAt: event.at };
    case 'suspended':
      return isAtWork(t)
        ? {
            ...base(t),
            ...working(t),
            breaks: [...closeBreaks(t.breaks, event.at), { from: event.at, to: null, reason: event.reason }],
            heardAt: event.at,
            wordAt: event.at,
            state: 'suspended',
            arrivedAt: arrivalOf(t),
            why: event.reason,
          }
        : t;
    case 'resumed': {
      if (t.state !== 'suspended') return t;
      const back = {
        ...base(t),
        ...working(t),
        breaks: closeBreaks(t.breaks, event.at),
        heardAt: event.at,
        wordAt: event.at,
      };
      return t.arrivedAt === null
        ? { ...back, state: 'accepted' }
        : { ...back, state: 'arrived', arrivedAt: t.arrivedAt };
    }
    case 'resolved':
      return isAtWork(t)
        ? {
            ...base(t),
            asked: null,
            ...finished(t, event.at, event.resolution),
            breaks: closeBreaks(t.breaks, event.at),
            heardAt: event.at,
            state: 'resolved',
          }
        : t;
    case 'recovered':
      return t;
    case 'reopened':
      return t.state === 'resolved' || t.state === 'closed' ? reopened(t, event.at) : t;
    case 'urged':
      return { ...t, urged: t.urged + 1 };
    case 'rated':
      return t.state === 'resolved' || t.state === 'closed'
        ? {
            ...t,
            asked: null,
            state: 'closed',
            closedAt: t.state === 'closed' ? t.closedAt : event.at,
            rating: event.rating,
          }
        : t;
    case 'closed':
      return t.state === 'resolved' ? { ...t, asked: null, state: 'closed', closedAt: event.at, rating: null } : t;
    case 'cancelled':
      return isOpen(t)
        ? {
            ...base(t),
            breaks: closeBreaks(t.breaks, event.at),
            asked: null,
            state: 'cancelled',
            cancelledAt: event.at,
            why: event.reason,
          }
        : t;
    case 'merged':
      return isOpen(t)
        ? {
            ...base(t),
            breaks: closeBreaks(t.breaks, event.at),
            asked: null,
            state: 'merged',
            into: event.into,
            mergedAt: event.at,
          }
        : t;
    case 'held': {
      const { at, until, plan, why } = event;
      const breaks = [
        ...closeBreaks(
          t.breaks.map((b) => ((b.to ?? 0) > at ? { ...b, to: at } : b)),
          at,
        ),
        { from: at, to: until, reason: why },
      ];
      return isOpen(t) ? { ...base(t), breaks, heardAt: at, asked: null, state: 'unassigned', why: `plan:${plan}` } : t;
    }
    case 'unmerged':
      return t.state === 'merged' ? { ...base(t), heardAt: event.at, state: 'unassigned', why: 'unmerged' } : t;
    case 'left':
      return { ...t, members: t.members.filter(({ key }) => !event.members.includes(key)) };
    case 'told':
      return {
        ...t,
        told: t.told.includes(event.timer) ? t.told : [...t.told, event.timer],
        heardAt: event.timer.startsWith('beat:') ? event.at : t.heardAt,
      };
    case 'gathered': {
      const incident = { id: event.incident, part: event.part, since: event.at };
      if (!isOpen(t)) return t;
      return event.part === 'head'
        ? { ...t, incident }
        : { ...base(t), breaks: closeBreaks(t.breaks, event.at), incident, state: 'unassigned', why: HELD };
    }
    case 'released':
      return t.state === 'unassigned' && isHeld(t) ? { ...t, incident: null, heardAt: event.at, why: event.why } : t;
    case 'restored':
      return isHeld(t)
        ? {
            ...base(t),
            asked: null,
            ...event.work,
            state: 'resolved',
            resolvedAt: event.at,
            resolution: event.resolution,
          }
        : t;
    default:
      return assertNever(event);
  }
};

/** All events in order. */
export const evolveAll = (ticket: Ticket, events: readonly TicketEvent[]): Ticket => events.reduce(evolve, ticket);
