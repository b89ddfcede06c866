import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aTicket } from '../testing/arbitrary.js';
import { POLICY } from '../testing/house.js';
import { STATES, ticketIn } from '../testing/tickets.js';
import { at } from '../testing/time.js';
import { clockOfKind, clocksOf, isOpen, nextDue } from './sla.js';
import { HOUR } from './time.js';

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
