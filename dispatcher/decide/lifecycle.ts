import type { Actor, Instant, Refusal, Role, Sender, StaffId, Ticket, TicketEvent, TicketState } from '../model.js';
import { assertNever } from './never.js';
import { RIGHTS } from './rights.js';
import { actorOf } from './scene.js';
import { isWaiting } from './sla.js';

/** What a member of staff does to a ticket by a word or a button. decline with a target is a transfer (转派). */
export type Act =
  | { readonly kind: 'accept' }
  | { readonly kind: 'decline'; readonly reason: string }
  | { readonly kind: 'arrive' }
  | { readonly kind: 'progress'; readonly text: string }
  | { readonly kind: 'suspend'; readonly reason: string }
  | { readonly kind: 'resume' }
  | { readonly kind: 'resolve'; readonly resolution: string };

export type ActKind = Act['kind'];

export type Verdict =
  | { readonly kind: 'events'; readonly events: readonly TicketEvent[] }
  | { readonly kind: 'refusal'; readonly refusal: Refusal };

/**
 * What an act does in a state. take: it may happen. after-accept: the engineer skipped saying 接单, which is understood with it.
 * account: after 办结 without a word, the words are taken as the account of the work. no: it makes no sense there. Every cell stands here and is tested by itself.
 */
type Cell = 'take' | 'after-accept' | 'account' | 'no';

export const TABLE: Readonly<Record<ActKind, Readonly<Record<TicketState, Cell>>>> = {
  accept: {
    unassigned: 'take',
    offered: 'take',
    accepted: 'no',
    arrived: 'no',
    suspended: 'no',
    resolved: 'no',
    closed: 'no',
    cancelled: 'no',
    merged: 'no',
  },
  decline: {
    unassigned: 'take',
    offered: 'take',
    accepted: 'take',
    arrived: 'take',
    suspended: 'take',
    resolved: 'no',
    closed: 'no',
    cancelled: 'no',
    merged: 'no',
  },
  arrive: {
    unassigned: 'no',
    offered: 'after-accept',
    accepted: 'take',
    arrived: 'no',
    suspended: 'take',
    resolved: 'no',
    closed: 'no',
    cancelled: 'no',
    merged: 'no',
  },
  progress: {
    unassigned: 'no',
    offered: 'after-accept',
    accepted: 'take',
    arrived: 'take',
    suspended: 'take',
    resolved: 'account',
    closed: 'no',
    cancelled: 'no',
    merged: 'no',
  },
  suspend: {
    unassigned: 'no',
    offered: 'after-accept',
    accepted: 'take',
    arrived: 'take',
    suspended: 'no',
    resolved: 'no',
    closed: 'no',
    cancelled: 'no',
    merged: 'no',
  },
  resume: {
    unassigned: 'no',
    offered: 'no',
    accepted: 'no',
    arrived: 'no',
    suspended: 'take',
    resolved: 'no',
    closed: 'no',
    cancelled: 'no',
    merged: 'no',
  },
  resolve: {
    unassigned: 'no',
    offered: 'after-accept',
    accepted: 'take',
    arrived: 'take',
    suspended: 'take',
    resolved: 'account',
    closed: 'no',
    cancelled: 'no',
    merged: 'no',
  },
};

/** May a ticket be given to somebody of this role? The manager and 甲方 cannot accept one. */
export const goesOut = (role: Role): boolean => RIGHTS.accept[role] === 'yes';

const holder = (ticket: Ticket): StaffId | null => ('assignee' in ticket ? ticket.assignee : null);

/** Nobody has accepted it, and it was this one's turn before, whose time ran out: he may do it after all. */
export const lapsedFrom = (ticket: Ticket, staff: StaffId | null): boolean =>
  staff !== null && isWaiting(ticket) && ticket.lapsed.includes(staff);

const rights = (act: Act, ticket: Ticket, sender: Sender): Refusal | null => {
  const right = RIGHTS[act.kind][sender.role];
  if (sender.staff === null || right === 'no') return { kind: 'role', act: act.kind };
  const mine = holder(ticket) === sender.staff;
  switch (act.kind) {
    case 'accept': {
      const by = holder(ticket);
      const held = ticket.state === 'accepted' || ticket.state === 'arrived' || ticket.state === 'suspended';
      return held && by !== null && !mine ? { kind: 'taken', ticket, by } : null;
    }
    case 'decline':
      return mine || right === 'yes' ? null : { kind: 'not-yours', ticket };
    case 'arrive':
    case 'resolve':
      return mine || lapsedFrom(ticket, sender.staff) ? null : { kind: 'not-yours', ticket };
    case 'progress':
    case 'suspend':
    case 'resume':
      return mine ? null : { kind: 'not-yours', ticket };
    default:
      return assertNever(act);
  }
};

const eventsOf = (act: Act, ticket: Ticket, at: Instant, by: Actor): readonly TicketEvent[] => {
  switch (act.kind) {
    case 'accept':
      return [{ kind: 'accepted', at, by }];
    case 'decline': {
      // Nobody held it: a lead gives out a stranded ticket, which nobody declined.
      const who = holder(ticket);
      return who === null ? [] : [{ kind: 'declined', at, by, who, reason: act.reason }];
    }
    case 'arrive':
      return [{ kind: 'arrived', at, by }];
    case 'progress':
      return [{ kind: 'progressed', at, by, text: act.text }];
    case 'suspend':
      return [{ kind: 'suspended', at, by, reason: act.reason }];
    case 'resume':
      return [{ kind: 'resumed', at, by }];
    case 'resolve':
      return [{ kind: 'resolved', at, by, resolution: act.resolution }];
    default:
      return assertNever(act);
  }
};

/**
 * The one place that says who may do what to a ticket in which state. Gives the events, or a refusal that changes nothing.
 * A suspension needs its reason, since it stops a clock of the contract.
 */
export const judge = (act: Act, ticket: Ticket, sender: Sender, at: Instant): Verdict => {
  const by = actorOf(sender);
  const denied = rights(act, ticket, sender);
  if (denied !== null) return { kind: 'refusal', refusal: denied };
  const cell = TABLE[act.kind][ticket.state];
  if (cell === 'no') return { kind: 'refusal', refusal: { kind: 'not-in-state', ticket, act: act.kind } };
  if (cell === 'account') {
    const text = act.kind === 'resolve' ? act.resolution : act.kind === 'progress' ? act.text : '';
    const open = ticket.state === 'resolved' && ticket.resolution === '' && text !== '';
    return open
      ? { kind: 'events', events: [{ kind: 'progressed', at, by, text }] }
      : { kind: 'refusal', refusal: { kind: 'not-in-state', ticket, act: act.kind } };
  }
  if (act.kind === 'suspend' && act.reason === '')
    return { kind: 'refusal', refusal: { kind: 'no-reason', ticket, act: 'suspend' } };
  const resumed: readonly TicketEvent[] =
    ticket.state === 'suspended' && (act.kind === 'arrive' || act.kind === 'resolve')
      ? [{ kind: 'resumed', at, by }]
      : [];
  const first: readonly TicketEvent[] = cell === 'after-accept' ? [{ kind: 'accepted', at, by }] : resumed;
  return { kind: 'events', events: [...first, ...eventsOf(act, ticket, at, by)] };
};
