import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ticket } from '../model.js';
import { aSpan, aTicket, anInstant } from '../testing/arbitrary.js';
import { POLICY } from '../testing/house.js';
import { STATES, ticketIn } from '../testing/tickets.js';
import { at } from '../testing/time.js';
import { isWorkday } from './calendar.js';
import { evolve } from './evolve.js';
import { clockOfKind, clocksOf, isOpen, nextDue } from './sla.js';
import { HOUR, minuteOfDay } from './time.js';
import { timersOf } from './timers.js';

const dues = (ticket: Parameters<typeof clocksOf>[0]): Record<string, string> =>
  Object.fromEntries(
    clocksOf(ticket, POLICY).map((c) => [c.kind, new Date(c.due + 8 * HOUR).toISOString().slice(5, 16)]),
  );

describe('the promises of each level (design.md 4)', () => {
  it('level 1 round the clock: 5 minutes, 30 minutes, 4 hours', () => {
    expect(dues(ticketIn('offered', { level: 1, reportedAt: at('2026-11-21 23:50') }))).toEqual({
      accept: '11-21T23:55',
      arrive: '11-22T00:20',
      resolve: '11-22T03:50',
    });
  });

  it('level 2 round the clock: 15 minutes, 2 hours, 8 hours', () => {
    expect(dues(ticketIn('offered', { reportedAt: at('2026-11-23 11:50') }))).toEqual({
      accept: '11-23T12:05',
      arrive: '11-23T13:50',
      resolve: '11-23T19:50',
    });
  });

  it('level 3 in working hours: an hour, one working day, two', () => {
    expect(dues(ticketIn('offered', { level: 3, reportedAt: at('2026-11-20 17:30') }))).toEqual({
      accept: '11-23T08:30',
      arrive: '11-23T17:30',
      resolve: '11-24T17:30',
    });
  });

  it('counts accept from the offer, arrive and resolve from the report', () => {
    const ticket = ticketIn('offered');
    const later = { ...ticket, offeredAt: ticket.reportedAt + HOUR } as typeof ticket;
    expect(clockOfKind(later, POLICY, 'accept')?.from).toBe(ticket.reportedAt + HOUR);
    expect(clockOfKind(later, POLICY, 'arrive')?.from).toBe(ticket.reportedAt);
  });

  it('counts from the reopening where a repair did not hold', () => {
    const ticket = ticketIn('offered', { clockFrom: at('2026-11-24 09:00'), reopened: 1 });
    expect(clockOfKind(ticket, POLICY, 'resolve')?.due).toBe(at('2026-11-24 17:00'));
  });

  it('has no accept promise while nobody is asked', () => {
    expect(clockOfKind(ticketIn('unassigned'), POLICY, 'accept')).toBeNull();
  });

  it('moves arrive and resolve on by the pause, and not the accept that was kept', () => {
    const pause = { from: at('2026-11-23 11:00'), to: at('2026-11-23 12:30'), reason: '' };
    const [before, after] = [ticketIn('accepted'), ticketIn('accepted', { breaks: [pause] })];
    const moved = (kind: 'accept' | 'arrive' | 'resolve'): number =>
      (clockOfKind(after, POLICY, kind)?.due ?? 0) - (clockOfKind(before, POLICY, kind)?.due ?? 0);
    expect([moved('accept'), moved('arrive'), moved('resolve')]).toEqual([0, 1.5 * HOUR, 1.5 * HOUR]);
  });

  it('knows what was kept and when; who never said 到场 arrived at the latest with the repair', () => {
    const ticket = ticketIn('resolved', { arrivedAt: null });
    expect(clocksOf(ticket, POLICY).map((c) => c.doneAt)).toEqual([
      ticket.reportedAt + HOUR / 12,
      ticket.reportedAt + 1.5 * HOUR,
      ticket.reportedAt + 1.5 * HOUR,
    ]);
  });
});

describe('which tickets are open, and what falls due next', () => {
  it.each(STATES)('%s', (state) => {
    const open = ['unassigned', 'offered', 'accepted', 'arrived', 'suspended'].includes(state);
    expect(isOpen(ticketIn(state))).toBe(open);
    const next = { unassigned: 'arrive', offered: 'accept', accepted: 'arrive', arrived: 'resolve' } as const;
    expect(nextDue(ticketIn(state), POLICY)?.kind).toBe(state in next ? next[state as keyof typeof next] : undefined);
  });
});

/** What may happen to a ticket at work, in minutes after the one before. */
const aHistory = fc.record({
  level: fc.constantFrom(1 as const, 2 as const, 3 as const),
  reportedAt: anInstant,
  steps: fc.array(fc.record({ wait: aSpan(20 * HOUR), pause: aSpan(30 * HOUR) }), { maxLength: 4 }),
});
type History = typeof aHistory extends fc.Arbitrary<infer T> ? T : never;

const by = { key: 'staff:zhaogaobin', name: '赵高斌', role: 'engineer' } as const;

/** The ticket after working and pausing by turns; `keep` says which pauses were made. */
const lived = ({ level, reportedAt, steps }: History, keep: (step: number) => boolean): Ticket => {
  let at = reportedAt;
  let ticket = ticketIn('accepted', { level, reportedAt });
  steps.forEach(({ wait, pause }, step) => {
    at += wait;
    if (keep(step)) ticket = evolve(ticket, { kind: 'suspended', at, by, reason: '等开门' });
    at += pause;
    if (keep(step)) ticket = evolve(ticket, { kind: 'resumed', at, by });
  });
  return ticket;
};

const dueOf = (ticket: Ticket, kind: 'arrive' | 'resolve', policy = POLICY): number =>
  clockOfKind(ticket, policy, kind)?.due ?? 0;

describe('clocks rebuilt from a history', () => {
  it('never come nearer by a pause', () => {
    fc.assert(
      fc.property(aHistory, fc.nat(3), (history, left) => {
        for (const kind of ['arrive', 'resolve'] as const) {
          const fewer = lived(history, (step) => step !== left);
          expect(
            dueOf(
              lived(history, () => true),
              kind,
            ),
          ).toBeGreaterThanOrEqual(dueOf(fewer, kind));
        }
      }),
    );
  });

  it('take two pauses that touch for one', () => {
    fc.assert(
      fc.property(aHistory, aSpan(10 * HOUR), aSpan(10 * HOUR), ({ level, reportedAt }, a, b) => {
        const two = {
          level,
          reportedAt,
          steps: [
            { wait: HOUR, pause: a },
            { wait: 0, pause: b },
          ],
        };
        const one = { level, reportedAt, steps: [{ wait: HOUR, pause: a + b }] };
        for (const kind of ['arrive', 'resolve'] as const)
          expect(
            dueOf(
              lived(two, () => true),
              kind,
            ),
          ).toBe(
            dueOf(
              lived(one, () => true),
              kind,
            ),
          );
      }),
    );
  });

  it('end in working time where working time rules', () => {
    const { parts, days } = POLICY.workingHours;
    fc.assert(
      fc.property(aHistory, (history) => {
        const ticket = lived({ ...history, level: 3 }, () => true);
        for (const { due } of clocksOf(ticket, POLICY)) {
          const minute = minuteOfDay(due);
          expect(isWorkday(due, days) && parts.some((p) => minute >= p.from && minute <= p.to)).toBe(true);
        }
      }),
    );
  });

  it('follow a changed policy and a changed level: nothing of them is kept in the ticket', () => {
    const sla = { ...POLICY.sla, 2: { ...POLICY.sla[2], resolve: { unit: 'ms', ms: 12 * HOUR } } } as const;
    fc.assert(
      fc.property(aHistory, (history) => {
        const ticket = lived({ ...history, level: 2 }, () => true);
        const longer = { ...POLICY, sla };
        expect(dueOf(ticket, 'resolve', longer)).toBeGreaterThan(dueOf(ticket, 'resolve'));
        const raised = evolve(ticket, { kind: 'corrected', at: ticket.reportedAt, by, set: { level: 1 }, why: '' });
        expect(dueOf(raised, 'resolve')).toBe(
          dueOf(
            lived({ ...history, level: 1 }, () => true),
            'resolve',
          ),
        );
        const wanted = (policy: typeof POLICY) => timersOf(ticket, policy).find((t) => t.kind === 'resolve-due')?.due;
        expect(wanted(longer)).toBe(dueOf(ticket, 'resolve', longer));
      }),
    );
  });
});

it('never moves a deadline later by raising a level', () => {
  fc.assert(
    fc.property(aTicket, (ticket) => {
      for (const level of [1, 2] as const) {
        if (level >= ticket.level) continue;
        const raised = { ...ticket, level };
        for (const clock of clocksOf(ticket, POLICY))
          expect(clockOfKind(raised, POLICY, clock.kind)?.due).toBeLessThanOrEqual(clock.due);
      }
    }),
  );
});
