/** Every effect there is, on tickets with given words in them: for what must hold of everything that is said. */
import { figuresOf } from '../decide/figures.js';
import { isOpen } from '../decide/sla.js';
import type { Alarm, Effect, Place } from '../decision.js';
import type { Refusal, Ticket, TicketState } from '../model.js';
import { HOUSE } from './house.js';
import { IN_GROUP, WITH_ENGINEER } from './spoken.js';
import { STATES, ticketIn } from './tickets.js';
import { NOW } from './time.js';

/** Words as somebody typed them, put wherever a person's words can come to stand. */
const typed = (words: string, state: TicketState): Ticket => {
  const usual = ticketIn('offered');
  return ticketIn(state, {
    place: words,
    fault: words,
    reason: { words, meaning: '影响一层楼' },
    contact: words,
    reporter: { ...usual.reporter, name: words },
    why: words,
    resolution: words,
    rating: { score: 1, words },
    ...(state === 'suspended' ? { breaks: [{ from: NOW, to: null, reason: words }] } : {}),
  });
};

const alarms = (ticket: Ticket): readonly Effect[] => {
  const whys: readonly Alarm[] = [
    { kind: 'level-1' },
    { kind: 'nobody', why: 'everybody asked', asked: ['zhaogaobin'] },
    { kind: 'no-accept', by: 'zhaogaobin' },
    { kind: 'round' },
    { kind: 'reopened' },
    { kind: 'accepted' },
    { kind: 'late', clock: 'arrive' },
    { kind: 'unhappy' },
    { kind: 'suspended-long' },
  ];
  return whys.map((why) => ({ kind: 'alarm', ticket, to: 'zhangbingbing', why }));
};

const refusals = (ticket: Ticket, words: string): readonly Refusal[] => [
  { kind: 'no-such-ticket', ref: words },
  { kind: 'nothing-open' },
  { kind: 'nothing-waits' },
  { kind: 'not-yours', ticket },
  { kind: 'taken', ticket, by: 'zhaogaobin' },
  { kind: 'not-in-state', ticket, act: 'arrive' },
  { kind: 'role', act: 'accept' },
  { kind: 'own-rating', ticket },
  { kind: 'no-reason', ticket, act: 'suspend' },
  { kind: 'no-such-person', name: words },
  { kind: 'away', who: 'zhaogaobin', until: NOW },
  { kind: 'too-late', ticket },
];

const waits = (ticket: Ticket): boolean => ticket.state === 'unassigned' || ticket.state === 'offered';

type Step = Extract<Effect, { kind: 'moved' }>['step'];

/** The steps that lead to a state. */
const stepsTo = (state: TicketState): readonly Step[] => {
  if (state === 'accepted') return ['accepted', 'progressed', 'resumed'];
  if (state === 'arrived') return ['arrived', 'progressed', 'resumed'];
  return state === 'suspended' ? ['suspended', 'progressed'] : [];
};

const atOnePlace = (ticket: Ticket, words: string, at: Place): readonly Effect[] => [
  ...(waits(ticket) ? [{ kind: 'receipt', ticket, at, question: 'phone' } as const] : []),
  { kind: 'joined', ticket, at, raised: true },
  { kind: 'noted', ticket, at, question: 'location' },
  { kind: 'status', tickets: [ticket], at, urged: true },
  { kind: 'whether', ticket, at },
  { kind: 'status', tickets: [ticket, ticket], at, urged: false },
  ...stepsTo(ticket.state).map((step): Effect => ({ kind: 'moved', ticket, step, words, at })),
  { kind: 'closure', ticket, events: [], at, ask: true },
  { kind: 'accounted', ticket, at },
  { kind: 'rated', ticket, at },
  { kind: 'confirmed', ticket, at },
  { kind: 'cancelled', by: null, ticket, at },
  { kind: 'reopened', ticket, at },
  { kind: 'corrected', ticket, by: '苏喆', at },
  { kind: 'choice', options: [ticket, ticket], at },
  { kind: 'what', unit: ticket.unit, at },
  ...(['help', 'progress', 'mine', 'waiting', 'today', 'duty'] as const).map((command): Effect => ({
    kind: 'answer',
    command,
    tickets: [ticket],
    at,
    day: figuresOf([ticket], HOUSE, NOW),
  })),
  { kind: 'unplaced', at },
  ...refusals(ticket, words).map((refusal): Effect => ({ kind: 'refusal', refusal, at })),
];

const offers = (ticket: Ticket, words: string): readonly Effect[] =>
  ticket.state === 'offered'
    ? (['first', 'again', 'next', 'lapsed', 'round', 'reopened'] as const).map((step) => ({
        kind: 'offer',
        ticket,
        step,
        from: { name: '董亚杨', reason: words },
      }))
    : [];

const anywhere = (ticket: Ticket, words: string): readonly Effect[] => [
  ...offers(ticket, words),
  ...alarms(ticket),
  { kind: 'details', ticket, to: 'zhaogaobin' },
  ...(isOpen(ticket) ? [{ kind: 'raised', ticket, from: 3 } as const] : []),
  ...(['supplement', 'urge', 'cancelled', 'recovered', 'reassigned', 'taken'] as const).map((what): Effect => ({
    kind: 'passed-on',
    ticket,
    what,
    words,
    to: 'zhaogaobin',
  })),
  ...(['accept', 'arrive', 'resolve'] as const).map((clock): Effect => ({ kind: 'reminder', ticket, clock, due: NOW })),
  { kind: 'breach', ticket, clock: 'arrive', due: NOW, tell: 'zhangbingbing' },
  { kind: 'beat', ticket },
  { kind: 'suspend-check', ticket },
  { kind: 'digest', day: figuresOf([ticket], HOUSE, NOW), to: 'wangxiubao' },
];

/** Every kind of effect on a ticket in every state, said in the group and directly, with these words typed everywhere. */
export const everyEffect = (words: string): readonly Effect[] =>
  STATES.flatMap((state) => {
    const ticket = typed(words, state);
    return [IN_GROUP, WITH_ENGINEER].flatMap((at) => atOnePlace(ticket, words, at)).concat(anywhere(ticket, words));
  });
