/** Tickets, messages and needs for tests, each with what a test wants to say about it. */
import type { ChatRef, Inbound, Outbound, Press } from '../../../bot/gateway.js';
import type { Facts, In, Instant, Ticket, TicketEvent, TicketState, Timer } from '../../model.js';
import type { Need, Outcome, Said } from '../../ports.js';

export const GROUP: ChatRef = { channel: 'playground', kind: 'group', id: 'g1' };
export const LANE = 'playground:g1';
const AT: Instant = Date.UTC(2026, 10, 23, 1);

type Base = Omit<In<'unassigned'>, 'state' | 'why'>;

export const base = (change: Partial<Base> = {}): Base => ({
  id: 'TICKET00000000000000000001',
  no: 'TZ-20261123-0001',
  home: GROUP,
  reporter: { key: 'playground:li', name: '李老师', chat: GROUP, user: 'li' },
  caller: null,
  members: [],
  unit: '北京市通州区张家湾中学',
  room: null,
  place: '教学楼三层',
  fault: '整层断网',
  level: 2,
  reason: { words: '三楼整层', meaning: '影响一层楼' },
  category: 'campus',
  scope: 'floor',
  phone: '13800138000',
  contact: '李老师',
  began: null,
  reportedAt: AT,
  clockFrom: AT,
  breaks: [],
  asked: null,
  round: 1,
  passed: [],
  lapsed: [],
  reachedAt: null,
  told: [],
  heardAt: AT,
  wordAt: null,
  urged: 0,
  reopened: 0,
  incident: null,
  ...change,
});

const held = { assignee: 'zhaogaobin', offeredAt: AT } as const;
const working = { ...held, acceptedAt: AT + 60_000 } as const;
const finished = { ...working, arrivedAt: null, resolvedAt: AT + 600_000, resolution: '换了光模块' } as const;

/** A ticket in each state. */
export const inState = (state: TicketState, change: Partial<Base> = {}): Ticket => {
  const common = base(change);
  switch (state) {
    case 'unassigned':
      return { ...common, state, why: '无人当班' };
    case 'offered':
      return { ...common, state, ...held };
    case 'accepted':
      return { ...common, state, ...working };
    case 'arrived':
      return { ...common, state, ...working, arrivedAt: AT + 120_000 };
    case 'suspended':
      return { ...common, state, ...working, arrivedAt: null, why: '等学校开门' };
    case 'resolved':
      return { ...common, state, ...finished };
    case 'closed':
      return { ...common, state, ...finished, closedAt: AT + 900_000, rating: { score: 5, words: '很耐心' } };
    case 'cancelled':
      return { ...common, state, cancelledAt: AT + 60_000, why: '误报' };
    case 'merged':
      return { ...common, state, into: 'TICKET00000000000000000009', mergedAt: AT + 60_000 };
    default:
      return state satisfies never;
  }
};

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

export const inbound = (change: Partial<Inbound> = {}): Inbound => ({
  chat: GROUP,
  messageId: 'm1',
  from: { id: 'li', name: '李老师' },
  text: '张家湾中学三楼整层断网，电话 13800138000',
  addressed: true,
  mentions: [],
  quote: null,
  attachments: [],
  arrivedAt: AT,
  ...change,
});

export const press = (change: Partial<Press> = {}): Press => ({
  chat: GROUP,
  pressId: 'p1',
  from: { id: 'zhaogaobin', name: null },
  button: 'accept:1',
  messageId: null,
  arrivedAt: AT,
  ...change,
});

export const need = (change: Partial<Need> = {}): Need => ({
  locks: [],
  unit: null,
  person: null,
  staff: null,
  tickets: [],
  quoted: null,
  waiting: false,
  allOpen: false,
  span: null,
  talk: null,
  numbers: false,
  storm: null,
  ...change,
});

export const outbound = (change: Partial<Outbound> = {}): Outbound => ({
  chat: GROUP,
  spans: ['【派单】张家湾中学 三楼整层断网'],
  buttons: [{ id: 'accept:1', label: '接单' }],
  replyTo: null,
  ticket: 'TZ-20261123-0001',
  ...change,
});

export const said = (change: Partial<Said> = {}): Said => ({
  outbound: outbound(),
  lane: LANE,
  class: 'receipt',
  kind: 'receipt',
  ticket: null,
  wanted: null,
  repeat: 'never',
  notBefore: null,
  fold: null,
  ...change,
});

export const outcome = (change: Partial<Outcome> = {}): Outcome => ({
  changes: [],
  says: [],
  talk: null,
  learnt: null,
  rota: [],
  guarantees: [],
  incidents: [],
  note: 'test',
  ...change,
});

export const changed = (
  after: Ticket,
  events: readonly TicketEvent[] = [],
  timers: readonly Timer[] = [],
): Outcome['changes'][number] => ({ after, events, timers });

export const reported = (ticket: Ticket, text = '三楼整层断网'): TicketEvent => ({
  kind: 'reported',
  at: ticket.reportedAt,
  by: { key: ticket.reporter.key, name: ticket.reporter.name, role: 'reporter' },
  ticket,
  text,
});

export const facts = (change: Partial<Facts> = {}): Facts => ({
  intent: 'report',
  command: null,
  faults: [],
  symptoms: [],
  amends: false,
  unit: null,
  units: [],
  room: null,
  location: null,
  phone: null,
  contact: null,
  began: null,
  tickets: [],
  choice: null,
  rating: null,
  relapse: false,
  bare: null,
  introduction: null,
  correction: null,
  target: null,
  words: '',
  confidence: 0.9,
  evidence: [],
  ...change,
});
