/** Long random lives of a ticket: whatever people do in whatever order, nothing that makes no sense is ever stored. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, Decision } from '../decision.js';
import type { Correction, Facts, Intent, Sender, Ticket, TicketEvent } from '../model.js';
import { factsOf, faultOf, reportOf } from '../testing/facts.js';
import { HOUSE } from '../testing/house.js';
import { member, reporter } from '../testing/people.js';
import { loadedOf, sceneOf } from '../testing/scenes.js';
import { OWN_FIELDS, baseOf } from '../testing/tickets.js';
import { NOW } from '../testing/time.js';
import { evolve, evolveAll } from './evolve.js';
import { decideMessage } from './message.js';
import { isOpen } from './sla.js';
import { MINUTE } from './time.js';
import { decideTimer } from './timer.js';
import { timersOf } from './timers.js';

type Step =
  | { readonly kind: 'say'; readonly who: Sender; readonly facts: Facts; readonly after: number }
  | { readonly kind: 'ring'; readonly which: number };

const PEOPLE: readonly Sender[] = [
  reporter(),
  reporter('li'),
  ...['zhaogaobin', 'dongyayang', 'caoyunwu', 'suzhe', 'zhangbingbing', 'wangxiubao', 'jiafang'].map(member),
];

const INTENTS: readonly Intent[] = [
  'supplement',
  'urge',
  'query',
  'recovered',
  'cancel',
  'feedback',
  'accept',
  'decline',
  'arrive',
  'progress',
  'suspend',
  'resume',
  'resolve',
];

const WRONG: Correction = { level: 1, category: 'metro', unit: null, reason: '核实过' };

const aStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('say' as const),
      who: fc.constantFrom(...PEOPLE),
      facts: fc
        .record({
          intent: fc.constantFrom(...INTENTS),
          words: fc.constantFrom('', '等备件'),
          target: fc.constantFrom(null, null, 'dongyayang', 'caoyunwu', 'jiafang'),
          rating: fc.constantFrom(null, 1, 5),
          relapse: fc.constantFrom(false, false, true),
          location: fc.constantFrom(null, '四层'),
          correction: fc.constantFrom(null, null, null, null, WRONG),
          faults: fc.constantFrom([], [faultOf({ severity: 1, scope: 'unit' })], [faultOf({ severity: 3 })]),
        })
        .map(({ intent, ...rest }) => factsOf(intent, { ...rest, tickets: ['0017'] })),
      after: fc.integer({ min: 0, max: 600 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('ring' as const), which: fc.nat(20) }) },
);

const first = (): Change => {
  const [change] = (decideMessage(sceneOf(reporter(), reportOf())) as Extract<Decision, { kind: 'accepted' }>).changes;
  if (change === undefined) throw new Error('a report made no ticket');
  return change;
};

/** Lives the steps; `seen` is told of every decision with the ticket before it. */
const live = (steps: readonly Step[], seen: (before: Ticket, decision: Decision) => void): readonly TicketEvent[] => {
  const start = first();
  let ticket = start.after;
  let now = NOW;
  const log = [...start.events];
  for (const step of steps) {
    const timers = timersOf(ticket, HOUSE.policy);
    let decision: Decision;
    if (step.kind === 'say') {
      now += step.after * MINUTE;
      decision = decideMessage(sceneOf(step.who, step.facts, [ticket], { now }));
    } else {
      const timer = timers[step.which % Math.max(1, timers.length)];
      if (timer === undefined) continue;
      now = Math.max(now, timer.due);
      decision = decideTimer(loadedOf([ticket], { now, timer: { ...timer, ticket: ticket.id } }), HOUSE);
    }
    seen(ticket, decision);
    for (const change of decision.kind === 'accepted' ? decision.changes : []) {
      expect(change.after.id).toBe(ticket.id);
      log.push(...change.events);
      ticket = change.after;
    }
  }
  expect(log.reduce<Ticket>((t, event) => evolve(t, event), ticket)).toEqual(ticket);
  return log;
};

const lives = (seen: (before: Ticket, decision: Decision) => void): void => {
  fc.assert(
    fc.property(fc.array(aStep, { maxLength: 25 }), (steps) => void live(steps, seen)),
    { numRuns: 150 },
  );
};

describe('the life of a ticket', () => {
  it('has in every state just the fields of that state', () => {
    lives((_, decision) => {
      for (const { after } of decision.kind === 'accepted' ? decision.changes : []) {
        expect(Object.keys(after).sort()).toEqual(
          [...Object.keys(baseOf()), 'state', ...OWN_FIELDS[after.state]].sort(),
        );
      }
    });
  });

  it('never stores an event that means nothing in the state it met', () => {
    lives((before, decision) => {
      let ticket = before;
      for (const event of decision.kind === 'accepted' ? decision.changes.flatMap((c) => c.events) : []) {
        const after = evolve(ticket, event);
        if (event.kind !== 'recovered') expect(after, `${event.kind} when ${ticket.state}`).not.toBe(ticket);
        ticket = after;
      }
    });
  });

  it('is what its log says, event by event', () => {
    lives((before, decision) => {
      for (const { after, events, timers } of decision.kind === 'accepted' ? decision.changes : []) {
        expect(evolveAll(before, events)).toEqual(after);
        expect(timers).toEqual(timersOf(after, HOUSE.policy));
      }
    });
  });

  it('has one open pause while suspended and none otherwise', () => {
    lives((_, decision) => {
      for (const { after } of decision.kind === 'accepted' ? decision.changes : []) {
        expect(after.breaks.filter((b) => b.to === null)).toHaveLength(after.state === 'suspended' ? 1 : 0);
      }
    });
  });

  it('is never left alone while it is open: somebody is rung for it', () => {
    lives((_, decision) => {
      for (const { after, timers } of decision.kind === 'accepted' ? decision.changes : []) {
        if (isOpen(after)) expect(timers.length, `${after.state} ${after.told.join(' ')}`).toBeGreaterThan(0);
      }
    });
  });

  it('is offered only to those who may go out', () => {
    lives((_, decision) => {
      for (const event of decision.kind === 'accepted' ? decision.changes.flatMap((c) => c.events) : []) {
        if (event.kind !== 'offered') continue;
        const role = HOUSE.staff.find((s) => s.id === event.to)?.role;
        expect(['engineer', 'desk', 'lead']).toContain(role);
      }
    });
  });

  it('is changed by nobody who was refused', () => {
    lives((_, decision) => {
      if (decision.kind === 'refused') expect(decision).not.toHaveProperty('changes');
    });
  });
});
