import { describe, expect, it } from 'vitest';
import type { Decision } from '../decision.js';
import type { Ticket, Timer, TimerKind } from '../model.js';
import { HOUSE } from '../testing/house.js';
import { acceptedOf, effectsOf, loadedOf, onlyAfter } from '../testing/scenes.js';
import { ticketIn } from '../testing/tickets.js';
import { NOW } from '../testing/time.js';
import { HOUR, MINUTE } from './time.js';
import { decideTimer } from './timer.js';
import { timersOf } from './timers.js';

/** Rings the ticket's timer of this kind when it falls due; those before it have spoken. */
const ring = (ticket: Ticket, kind: TimerKind): Decision => {
  const timers = timersOf(ticket, HOUSE.policy);
  const timer = timers.find((t) => t.kind === kind);
  if (timer === undefined) throw new Error(`${ticket.state} wants no ${kind}`);
  const before = timers.filter((t) => t.due < timer.due - 5_000).map((t) => t.key);
  return fire({ ...ticket, told: [...ticket.told, ...before] }, timer);
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
    expect(acceptedOf(decision).effects[0]).toMatchObject({ kind: effect, clock });
    expect(onlyAfter(decision).told.join()).toContain(kind);
  });

  it('names the deadline as it stands now, after a pause too', () => {
    const breaks = [{ from: 0, to: 1, reason: '' }];
    const ticket = ticketIn('accepted', { breaks });
    const due = timersOf(ticket, HOUSE.policy).find((t) => t.kind === 'arrive-due')?.due;
    expect(acceptedOf(ring(ticket, 'arrive-warn')).effects).toMatchObject([{ due }]);
  });

  it('tells the breach to the lead, half an hour later to the manager', () => {
    expect(acceptedOf(ring(ticketIn('accepted'), 'arrive-due')).effects[0]).toMatchObject({ tell: 'zhangbingbing' });
    expect(toldTo(ring(ticketIn('accepted'), 'arrive-late'))).toEqual(['wangxiubao: late']);
    expect(toldTo(ring(ticketIn('arrived'), 'resolve-late'))).toEqual(['wangxiubao: late']);
  });

  it('leaves the manager alone with what each round of level 1 tells him', () => {
    const waiting = ticketIn('unassigned', { level: 1, why: 'everybody asked', heardAt: NOW + 55 * MINUTE });
    expect(effectsOf(ring(waiting, 'arrive-late'))).toEqual([]);
    expect(toldTo(ring(ticketIn('unassigned', { heardAt: NOW + 2.4 * HOUR }), 'arrive-late'))).toEqual([
      'wangxiubao: late',
    ]);
  });

  it.each(['arrive-warn', 'resolve-warn'] as const)(
    'is silent with %s while nobody has accepted: the ladder speaks',
    (kind) => {
      expect(effectsOf(ring(ticketIn('offered'), kind))).toEqual([]);
    },
  );
});

describe('an acceptance without a word', () => {
  it('is asked about when the time to be there is over, beside the word to the lead', () => {
    expect(effectsOf(ring(ticketIn('accepted'), 'arrive-due'))).toEqual(['breach', 'arrive-ask']);
    expect(effectsOf(ring(ticketIn('accepted', { wordAt: NOW + HOUR }), 'arrive-due'))).toEqual(['breach']);
  });

  it('expires: the next by duty is asked, he and the lead are told', () => {
    const decision = ring(ticketIn('accepted'), 'arrive-expired');
    expect(onlyAfter(decision)).toMatchObject({ state: 'offered', assignee: 'dongyayang', lapsed: ['zhaogaobin'] });
    expect(acceptedOf(decision).effects).toMatchObject([
      { kind: 'offer', step: 'silent', from: { name: '赵高斌' } },
      { kind: 'passed-on', what: 'expired', to: 'zhaogaobin' },
      { kind: 'alarm', to: 'zhangbingbing', why: { kind: 'silent', by: 'zhaogaobin' } },
    ]);
  });

  it('stays with him where nobody else can go, and the lead is told', () => {
    const passed = ['dongyayang', 'caoyunwu', 'hanqikun'];
    const decision = ring(ticketIn('accepted', { passed }), 'arrive-expired');
    expect(onlyAfter(decision)).toMatchObject({ state: 'accepted', assignee: 'zhaogaobin' });
    expect(toldTo(decision)).toEqual(['zhangbingbing: silent']);
  });

  it('tells the manager of level 1 too', () => {
    expect(toldTo(ring(ticketIn('accepted', { level: 1 }), 'arrive-expired'))).toEqual([
      'zhangbingbing: silent',
      'wangxiubao: silent',
    ]);
  });
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

  it('names those who were asked in vain', () => {
    const ticket = ticketIn('offered', {
      assignee: 'hanqikun',
      round: 4,
      passed: ['zhaogaobin', 'dongyayang', 'caoyunwu'],
    });
    const [alarm] = acceptedOf(ring(ticket, 'accept-again')).effects;
    expect(alarm).toMatchObject({ why: { asked: ['zhaogaobin', 'dongyayang', 'caoyunwu', 'hanqikun'] } });
  });

  it('tries a stranded one again from the beginning, as a new round', () => {
    const decision = ring(ticketIn('unassigned', { why: 'everybody asked' }), 'retry-assign');
    expect(onlyAfter(decision)).toMatchObject({ state: 'offered', assignee: 'zhaogaobin' });
    expect(acceptedOf(decision).effects).toMatchObject([{ kind: 'offer', step: 'round' }]);
  });

  it('tells lead and manager of level 1 that a new round begins, and the manager not of each silence in it', () => {
    const second = onlyAfter(ring(ticketIn('unassigned', { level: 1, why: 'everybody asked' }), 'retry-assign'));
    expect(toldTo(ring(ticketIn('unassigned', { level: 1, why: 'everybody asked' }), 'retry-assign'))).toEqual([
      'zhangbingbing: round',
      'wangxiubao: round',
    ]);
    expect(toldTo(ring({ ...second, told: [...second.told, 'arrive-due:1.0'] }, 'accept-again'))).toEqual([
      'zhangbingbing: no-accept',
    ]);
  });

  it('sends out one whose unit was never told', () => {
    const decision = ring(ticketIn('unassigned', { why: 'unit', unit: null, round: 0 }), 'retry-assign');
    expect(effectsOf(decision)).toEqual(['offer']);
  });
});

describe('what falls due at one moment', () => {
  // Stranded 20 minutes after the report, a moment late as clocks are: the new round and the time to be there come together.
  const stranded = ticketIn('unassigned', { level: 1, why: 'everybody asked', heardAt: NOW + 20 * MINUTE + 300 });
  const due = { key: 'arrive-due:1.0', kind: 'arrive-due', due: NOW + 30 * MINUTE } as const;

  it('is decided as one, whichever rings first', () => {
    const decision = fire({ ...stranded, told: ['arrive-warn:1.0'] }, due);
    expect(onlyAfter(decision)).toMatchObject({ state: 'offered', assignee: 'zhaogaobin' });
    expect(onlyAfter(decision).told).toEqual(['arrive-warn:1.0', 'arrive-due:1.0', 'retry-assign:1.0']);
    expect(effectsOf(decision)).toEqual(['breach', 'offer', 'alarm', 'alarm']);
  });

  it('is said of the ticket as it stands then', () => {
    const [breach] = acceptedOf(fire(stranded, due)).effects;
    expect(breach).toMatchObject({ kind: 'breach', ticket: { state: 'offered' } });
  });

  it('leaves out what the first of them made needless', () => {
    const timer = { key: 'accept-again:1', kind: 'accept-again', due: NOW + 20 * MINUTE } as const;
    const late = decideTimer(
      loadedOf([ticketIn('offered')], { now: NOW + 3 * HOUR, timer: { ...timer, ticket: 'TZ-20261123-0017' } }),
      HOUSE,
    );
    expect(onlyAfter(late)).toMatchObject({ assignee: 'dongyayang', round: 2 });
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
