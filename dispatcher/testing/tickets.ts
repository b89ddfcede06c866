/** Tickets for tests: one true ticket for every state, with what a test wants to say about it. */
import type { ChatRef } from '../../bot/gateway.js';
import { MINUTE } from '../decide/time.js';
import type { Finished, Held, In, Instant, Ticket, TicketState, Working } from '../model.js';
import { ZHANGJIAWAN } from './house.js';
import { NOW } from './time.js';

export const GROUP: ChatRef = { channel: 'playground', kind: 'group', id: 'g1' };

export const STATES: readonly TicketState[] = [
  'unassigned',
  'offered',
  'accepted',
  'arrived',
  'suspended',
  'resolved',
  'closed',
  'cancelled',
  'merged',
];

/** The fields that a state has beside those of every ticket. */
export const OWN_FIELDS: Readonly<Record<TicketState, readonly string[]>> = {
  unassigned: ['why'],
  offered: ['assignee', 'offeredAt'],
  accepted: ['assignee', 'offeredAt', 'acceptedAt'],
  arrived: ['assignee', 'offeredAt', 'acceptedAt', 'arrivedAt'],
  suspended: ['assignee', 'offeredAt', 'acceptedAt', 'arrivedAt', 'why'],
  resolved: ['assignee', 'offeredAt', 'acceptedAt', 'arrivedAt', 'resolvedAt', 'resolution'],
  closed: ['assignee', 'offeredAt', 'acceptedAt', 'arrivedAt', 'resolvedAt', 'resolution', 'closedAt', 'rating'],
  cancelled: ['cancelledAt', 'why'],
  merged: ['into', 'mergedAt'],
};

type Base = Omit<In<'unassigned'>, 'state' | 'why'>;

/** What every ticket has; reported at NOW by 王老师 in the group, level 2, offered once. */
export const baseOf = (change: Partial<Base> = {}): Base => {
  const no = change.no ?? 'TZ-20261123-0017';
  const reportedAt = change.reportedAt ?? NOW;
  return {
    id: no,
    no,
    home: GROUP,
    reporter: { key: 'playground:wang', name: '王老师', chat: GROUP, user: 'wang' },
    caller: null,
    members: [],
    unit: ZHANGJIAWAN,
    room: null,
    place: '教学楼三层',
    fault: '整层断网',
    level: 2,
    reason: { words: '三楼整层', meaning: '影响一层楼' },
    category: 'campus',
    scope: 'floor',
    phone: '13800138001',
    contact: null,
    began: null,
    reportedAt,
    clockFrom: reportedAt,
    breaks: [],
    asked: null,
    round: 1,
    passed: [],
    lapsed: [],
    reachedAt: null,
    told: [],
    heardAt: reportedAt,
    wordAt: null,
    urged: 0,
    reopened: 0,
    incident: null,
    ...change,
  };
};

/** Fields that only some states have; each is used where the state has it. */
export type Extra = Partial<Base> & {
  readonly why?: string;
  readonly assignee?: string;
  readonly arrivedAt?: Instant | null;
  readonly resolvedAt?: Instant;
  readonly resolution?: string;
  readonly rating?: In<'closed'>['rating'];
  readonly into?: string;
};

/** A ticket in a state: offered at its report, accepted 5 minutes later, arrived after 60, repaired after 90, closed after 120. */
export const ticketIn = (state: TicketState, extra: Extra = {}): Ticket => {
  const { why, assignee, arrivedAt, resolvedAt, resolution, rating, into, ...change } = extra;
  const base = baseOf(change);
  const from = base.clockFrom;
  const held: Held = { assignee: assignee ?? 'zhaogaobin', offeredAt: from };
  const working: Working = { ...held, acceptedAt: from + 5 * MINUTE };
  const finished: Finished = {
    ...working,
    arrivedAt: arrivedAt === undefined ? from + 60 * MINUTE : arrivedAt,
    resolvedAt: resolvedAt ?? from + 90 * MINUTE,
    resolution: resolution ?? '换了光模块',
  };
  switch (state) {
    case 'unassigned':
      return { ...base, state, why: why ?? 'new' };
    case 'offered':
      return { ...base, state, ...held };
    case 'accepted':
      return { ...base, state, ...working };
    case 'arrived':
      return { ...base, state, ...working, arrivedAt: arrivedAt ?? from + 60 * MINUTE };
    case 'suspended':
      return {
        ...base,
        breaks: change.breaks ?? [{ from: from + 70 * MINUTE, to: null, reason: why ?? '等学校开门' }],
        state,
        ...working,
        arrivedAt: arrivedAt ?? null,
        why: why ?? '等学校开门',
      };
    case 'resolved':
      return { ...base, state, ...finished };
    case 'closed':
      return { ...base, state, ...finished, closedAt: finished.resolvedAt + 30 * MINUTE, rating: rating ?? null };
    case 'cancelled':
      return { ...base, state, cancelledAt: from + MINUTE, why: why ?? '误报' };
    case 'merged':
      return { ...base, state, into: into ?? 'TZ-20261123-0009', mergedAt: from + MINUTE };
    default:
      return state satisfies never;
  }
};
