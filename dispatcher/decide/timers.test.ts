import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ticket, Timer } from '../model.js';
import { aTicket } from '../testing/arbitrary.js';
import { POLICY, houseOf } from '../testing/house.js';
import { ticketIn } from '../testing/tickets.js';
import { NOW } from '../testing/time.js';
import { isOpen } from './sla.js';
import { DAY, HOUR, MINUTE } from './time.js';
import { timersOf } from './timers.js';

/** Each timer with its minutes after the report. */
const after = (ticket: Ticket): Record<string, number> =>
  Object.fromEntries(timersOf(ticket, POLICY).map((t) => [t.key, (t.due - NOW) / MINUTE]));

describe('what each state wants', () => {
  it('unassigned: another try, and what is promised all the same', () => {
    expect(after(ticketIn('unassigned', { round: 0 }))).toEqual({
      'retry-assign:0.0': 10,
      'arrive-warn:2.0': 90,
      'arrive-due:2.0': 120,
      'arrive-late:2.0': 150,
      'resolve-warn:2.0': 420,
      'resolve-due:2.0': 480,
      'resolve-late:2.0': 510,
    });
  });

  it('offered: the ladder, and both other promises', () => {
    expect(after(ticketIn('offered'))).toEqual({
      'accept-warn:1': 12,
      'accept-due:1': 15,
      'accept-again:1': 20,
      'arrive-warn:2.0': 90,
      'arrive-due:2.0': 120,
      'arrive-late:2.0': 150,
      'resolve-warn:2.0': 420,
      'resolve-due:2.0': 480,
      'resolve-late:2.0': 510,
    });
  });

  it('accepted: the ladder is gone', () => {
    expect(Object.keys(after(ticketIn('accepted')))).toEqual([
      'arrive-warn:2.0',
      'arrive-due:2.0',
      'arrive-late:2.0',
      'arrive-ask:1',
      'arrive-expired:1',
      'resolve-warn:2.0',
      'resolve-due:2.0',
      'resolve-late:2.0',
    ]);
  });

  it('accepted: not a word by the time to be there is asked about, and expires', () => {
    const asked = (ticket: Ticket) => {
      const all = after(ticket);
      return [all['arrive-ask:1'], all['arrive-expired:1']];
    };
    expect(asked(ticketIn('accepted'))).toEqual([120, 125]);
    expect(asked(ticketIn('accepted', { wordAt: NOW + HOUR }))).toEqual([undefined, undefined]);
    expect(asked(ticketIn('accepted', { reachedAt: NOW + HOUR }))).toEqual([undefined, undefined]);
    const late = { ...ticketIn('accepted'), acceptedAt: NOW + 3 * HOUR } as Ticket;
    expect(asked(late)).toEqual([210, 215]);
  });

  it('arrived: the repair alone', () => {
    expect(Object.keys(after(ticketIn('arrived')))).toEqual([
      'resolve-warn:2.0',
      'resolve-due:2.0',
      'resolve-late:2.0',
    ]);
  });

  it('level 1 owes a word every 15 minutes from when the engineer was last heard', () => {
    const key = `beat:${NOW + HOUR}`;
    expect(after(ticketIn('arrived', { level: 1, heardAt: NOW + HOUR }))).toMatchObject({ [key]: 75 });
    expect(Object.keys(after(ticketIn('offered', { level: 1 })))).not.toContain(`beat:${NOW}`);
  });

  it('suspended: only the question whether the reason still stands', () => {
    const since = NOW + 70 * MINUTE;
    expect(after(ticketIn('suspended'))).toEqual({ [`suspend-check:${since}.0`]: 70 + 24 * 60 });
    expect(after(ticketIn('suspended', { told: [`suspend-check:${since}.0`] }))).toEqual({
      [`suspend-check:${since}.1`]: 70 + 48 * 60,
    });
  });

  it('resolved: it closes after two days without a word', () => {
    expect(after(ticketIn('resolved'))).toEqual({ 'close:0': 90 + 48 * 60 });
  });

  it.each(['closed', 'cancelled', 'merged'] as const)('%s: nothing', (state) => {
    expect(timersOf(ticketIn(state), POLICY)).toEqual([]);
  });
});

describe('when a warning comes', () => {
  const warn = (timers: readonly Timer[], kind: string): number | undefined => timers.find((t) => t.kind === kind)?.due;

  it('a quarter of a short span ahead, not the whole warning', () => {
    const level1 = timersOf(ticketIn('offered', { level: 1 }), POLICY);
    expect(warn(level1, 'accept-warn')).toBe(NOW + 5 * MINUTE - 75_000);
    expect(warn(level1, 'arrive-warn')).toBe(NOW + 22.5 * MINUTE);
  });

  it('always before its deadline, and the lateness after it', () => {
    fc.assert(
      fc.property(aTicket, (ticket) => {
        const timers = timersOf(ticket, POLICY);
        for (const clock of ['accept', 'arrive', 'resolve']) {
          const due = warn(timers, `${clock}-due`);
          if (due === undefined) continue;
          expect(warn(timers, `${clock}-warn`)).toBeLessThan(due);
          expect(warn(timers, clock === 'accept' ? 'accept-again' : `${clock}-late`)).toBeGreaterThan(due);
        }
      }),
    );
  });
});

describe('what has spoken', () => {
  it('is not wanted again', () => {
    const ticket = ticketIn('offered', { told: ['accept-warn:1', 'accept-due:1'] });
    expect(timersOf(ticket, POLICY).map((t) => t.key)).not.toContain('accept-due:1');
    expect(timersOf(ticket, POLICY).map((t) => t.key)).toContain('accept-again:1');
  });

  it('is wanted anew in the next round, at another level, and after the ticket was opened again', () => {
    const told = ['accept-due:1', 'arrive-due:2.0'];
    expect(timersOf(ticketIn('offered', { told, round: 2 }), POLICY).map((t) => t.key)).toContain('accept-due:2');
    expect(timersOf(ticketIn('accepted', { told, level: 1 }), POLICY).map((t) => t.key)).toContain('arrive-due:1.0');
    const again = timersOf(ticketIn('accepted', { told, reopened: 1 }), POLICY);
    expect(again.map((t) => t.key)).toContain('arrive-due:2.1');
  });

  it('tries to find somebody again after ten minutes, then after twice as long each time', () => {
    const told = ['retry-assign:0.0', 'retry-assign:2.1'];
    const ticket = ticketIn('unassigned', { told, round: 2, heardAt: NOW + HOUR });
    expect(after(ticket)).toMatchObject({ 'retry-assign:2.2': 100 });
  });

  it('tells of an overdue repair once a day', () => {
    const told = ['resolve-warn:2.0', 'resolve-due:2.0', 'resolve-late:2.0'];
    expect(after(ticketIn('arrived', { told }))).toEqual({ 'resolve-late:2.0+1': 510 + DAY / MINUTE });
    expect(after(ticketIn('arrived', { told: [...told, 'resolve-late:2.0+1'] }))).toEqual({
      'resolve-late:2.0+2': 510 + (2 * DAY) / MINUTE,
    });
  });
});

describe('what holds for every ticket', () => {
  it('has a timer while it is open, whatever has spoken', () => {
    fc.assert(
      fc.property(aTicket, fc.nat(12), (ticket, spoken) => {
        let now = ticket;
        for (let i = 0; i < spoken; i += 1) {
          const [next] = [...timersOf(now, POLICY)].sort((a, b) => a.due - b.due);
          // Speaking of these moves the ticket on; the others leave it where it is.
          if (next === undefined || ['accept-again', 'retry-assign', 'close'].includes(next.kind)) break;
          now = { ...now, told: [...now.told, next.key], heardAt: next.kind === 'beat' ? next.due : now.heardAt };
        }
        if (isOpen(now)) expect(timersOf(now, POLICY).length).toBeGreaterThan(0);
      }),
    );
  });

  it('has each key once', () => {
    fc.assert(
      fc.property(aTicket, (ticket) => {
        const keys = timersOf(ticket, POLICY).map((t) => t.key);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('asks for no word where the policy sets none', () => {
    const sla = { ...POLICY.sla, 1: { ...POLICY.sla[1], beatMs: null } };
    const timers = timersOf(ticketIn('arrived', { level: 1 }), houseOf({ sla }).policy);
    expect(timers.some((t) => t.kind === 'beat')).toBe(false);
  });
});
