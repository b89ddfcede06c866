import { describe, expect, it } from 'vitest';
import type { Decision } from '../decision.js';
import type { Ticket, Timer, TimerKind } from '../model.js';
import { HOUSE } from '../testing/house.js';
import { acceptedOf, effectsOf, loadedOf, onlyAfter } from '../testing/scenes.js';
import { ticketIn } from '../testing/tickets.js';
import { decideTimer } from './timer.js';
import { timersOf } from './timers.js';

/** Rings the ticket's timer of this kind when it falls due. */
const ring = (ticket: Ticket, kind: TimerKind): Decision => {
  const timer = timersOf(ticket, HOUSE.policy).find((t) => t.kind === kind);
  if (timer === undefined) throw new Error(`${ticket.state} wants no ${kind}`);
  return fire(ticket, timer);
};

const fire = (ticket: Ticket, timer: Timer): Decision =>
  decideTimer(loadedOf([ticket], { now: timer.due, timer: { ...timer, ticket: ticket.id } }), HOUSE);

const toldTo = (decision: Decision): readonly string[] =>
  acceptedOf(decision).effects.flatMap((e) => (e.kind === 'alarm' ? [`${e.to}: ${e.why.kind}`] : []));

describe('reminders and breaches', () => {
  it.each([
    ['offered', 'accept-warn', 'reminder', 'accept'],
    ['accepted', 'arrive-warn', 'reminder', 'arrive'],
    ['arrived', 'resolve-warn', 'reminder', 'resolve'],
    ['accepted', 'arrive-due', 'breach', 'arrive'],
    ['arrived', 'resolve-due', 'breach', 'resolve'],
    ['offered', 'arrive-due', 'breach', 'arrive'],
  ] as const)('%s: %s is a %s of %s', (state, kind, effect, clock) => {
    const decision = ring(ticketIn(state), kind);
    expect(acceptedOf(decision).effects).toMatchObject([{ kind: effect, clock }]);
    expect(onlyAfter(decision).told).toHaveLength(1);
  });

  it('names the deadline as it stands now, after a pause too', () => {
    const breaks = [{ from: 0, to: 1, reason: '' }];
    const ticket = ticketIn('accepted', { breaks });
    const due = timersOf(ticket, HOUSE.policy).find((t) => t.kind === 'arrive-due')?.due;
    expect(acceptedOf(ring(ticket, 'arrive-warn')).effects).toMatchObject([{ due }]);
  });

  it('tells the breach to the lead, half an hour later to the manager', () => {
    expect(acceptedOf(ring(ticketIn('accepted'), 'arrive-due')).effects).toMatchObject([{ tell: 'zhangbingbing' }]);
    expect(toldTo(ring(ticketIn('accepted'), 'arrive-late'))).toEqual(['wangxiubao: late']);
    expect(toldTo(ring(ticketIn('arrived'), 'resolve-late'))).toEqual(['wangxiubao: late']);
  });

  it.each(['arrive-warn', 'resolve-warn'] as const)(
    'is silent with %s while nobody has accepted: the ladder speaks',
    (kind) => {
      expect(effectsOf(ring(ticketIn('offered'), kind))).toEqual([]);
    },
  );
});

describe('the ladder when nobody accepts', () => {
  it('calls the same engineer again at the deadline', () => {
    const decision = ring(ticketIn('offered'), 'accept-due');
    expect(acceptedOf(decision).effects).toMatchObject([{ kind: 'offer', step: 'again' }]);
    expect(onlyAfter(decision)).toMatchObject({ state: 'offered', assignee: 'zhaogaobin', round: 1 });
  });

  it('goes to the next by duty, and tells the lead', () => {
    const decision = ring(ticketIn('offered'), 'accept-again');
    expect(onlyAfter(decision)).toMatchObject({ assignee: 'dongyayang', round: 2, passed: ['zhaogaobin'] });
    expect(acceptedOf(decision).effects[0]).toMatchObject({ kind: 'offer', step: 'lapsed', from: { name: '赵高斌' } });
    expect(toldTo(decision)).toEqual(['zhangbingbing: no-accept']);
  });

  it('goes on to the secondary duty, and tells the manager from the second silence on', () => {
    const ticket = ticketIn('offered', { assignee: 'dongyayang', round: 2, passed: ['zhaogaobin'] });
    const decision = ring(ticket, 'accept-again');
    expect(onlyAfter(decision)).toMatchObject({ assignee: 'caoyunwu', passed: ['zhaogaobin', 'dongyayang'] });
    expect(toldTo(decision)).toEqual(['zhangbingbing: no-accept', 'wangxiubao: no-accept']);
  });

  it('tells the manager of level 1 at the first silence', () => {
    expect(toldTo(ring(ticketIn('offered', { level: 1 }), 'accept-again'))).toEqual([
      'zhangbingbing: no-accept',
      'wangxiubao: no-accept',
    ]);
  });

  it('is stranded with everybody told when all were asked', () => {
    const ticket = ticketIn('offered', {
      assignee: 'hanqikun',
      round: 4,
      passed: ['zhaogaobin', 'dongyayang', 'caoyunwu'],
    });
    const decision = ring(ticket, 'accept-again');
    expect(onlyAfter(decision)).toMatchObject({ state: 'unassigned', passed: [] });
    expect(toldTo(decision)).toEqual(['zhangbingbing: nobody', 'wangxiubao: nobody']);
  });

  it('tries a stranded one again from the beginning', () => {
    const decision = ring(ticketIn('unassigned', { why: 'everybody asked' }), 'retry-assign');
    expect(onlyAfter(decision)).toMatchObject({ state: 'offered', assignee: 'zhaogaobin' });
  });

  it('sends out one whose unit was never told', () => {
    const decision = ring(ticketIn('unassigned', { why: 'unit', unit: null, round: 0 }), 'retry-assign');
    expect(effectsOf(decision)).toEqual(['offer']);
  });
});

describe('the rest', () => {
  it('asks for a word, and again a quarter of an hour later', () => {
    const ticket = ticketIn('arrived', { level: 1 });
    const first = ring(ticket, 'beat');
    expect(effectsOf(first)).toEqual(['beat']);
    const [before, next] = [ticket, onlyAfter(first)].map((t) =>
      timersOf(t, HOUSE.policy).find((x) => x.kind === 'beat'),
    );
    expect((next?.due ?? 0) - (before?.due ?? 0)).toBe(HOUSE.policy.sla[1].beatMs);
  });

  it('asks whether the reason of a pause still stands', () => {
    expect(effectsOf(ring(ticketIn('suspended'), 'suspend-check'))).toEqual(['suspend-check']);
  });

  it('closes what nobody spoke of any more, without a word', () => {
    const decision = ring(ticketIn('resolved'), 'close');
    expect(onlyAfter(decision)).toMatchObject({ state: 'closed', rating: null });
    expect(effectsOf(decision)).toEqual([]);
  });
});

describe('a timer whose reason is gone', () => {
  it.each([
    ['accept-again', 'accepted'],
    ['accept-warn', 'cancelled'],
    ['arrive-due', 'arrived'],
    ['arrive-due', 'suspended'],
    ['resolve-late', 'resolved'],
    ['retry-assign', 'offered'],
  ] as const)('%s says and changes nothing when %s', (kind, state) => {
    const late = { key: `${kind}:${kind.startsWith('accept') ? '1' : '2.0'}`, kind, due: 0 };
    expect(acceptedOf(fire(ticketIn(state), late))).toMatchObject({ changes: [], effects: [] });
  });

  it('does not close a ticket that was opened again', () => {
    const timer = { key: 'close:0', kind: 'close', due: 0 } as const;
    expect(acceptedOf(fire(ticketIn('accepted', { reopened: 1 }), timer)).changes).toEqual([]);
  });

  it('does not speak of an earlier round', () => {
    const timer = { key: 'accept-due:1', kind: 'accept-due', due: 0 } as const;
    expect(acceptedOf(fire(ticketIn('offered', { round: 2 }), timer)).effects).toEqual([]);
  });

  it('does not speak twice', () => {
    const timer = { key: 'accept-due:1', kind: 'accept-due', due: 0 } as const;
    expect(acceptedOf(fire(ticketIn('offered', { told: ['accept-due:1'] }), timer)).changes).toEqual([]);
  });

  it('says nothing without its ticket', () => {
    expect(acceptedOf(decideTimer(loadedOf([]), HOUSE)).effects).toEqual([]);
  });
});
