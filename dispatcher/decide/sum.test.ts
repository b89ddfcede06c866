import { describe, expect, it } from 'vitest';
import type { Ticket } from '../model.js';
import { POLICY } from '../testing/house.js';
import { ticketIn } from '../testing/tickets.js';
import { at } from '../testing/time.js';
import { isObvious, sumOf, type Sum } from './sum.js';
import { HOUR } from './time.js';

const three = (reported: string, more: Partial<Ticket> = {}): Ticket =>
  ticketIn('offered', { level: 3, reportedAt: at(reported), ...more });
const sum = (ticket: Ticket, kind: Sum['kind'] = 'arrive', policy = POLICY): Sum => {
  const found = sumOf(ticket, policy, kind);
  if (found === null) throw new Error('no such promise');
  return found;
};

describe('the sum of a deadline', () => {
  it('counts stretches of working time, and names the days that are not worked', () => {
    expect(sum(three('2026-11-20 17:30'))).toEqual({
      kind: 'arrive',
      from: at('2026-11-20 17:30'),
      span: 9 * HOUR,
      due: at('2026-11-23 17:30'),
      working: true,
      counted: [
        { from: at('2026-11-20 17:30'), to: at('2026-11-20 18:00') },
        { from: at('2026-11-23 08:00'), to: at('2026-11-23 12:00') },
        { from: at('2026-11-23 13:00'), to: at('2026-11-23 17:30') },
      ],
      days: [
        { day: at('2026-11-21 00:00'), what: 'weekend' },
        { day: at('2026-11-22 00:00'), what: 'weekend' },
      ],
      paused: 0,
    });
  });

  it('names a worked weekend, holidays and the district’s own days off', () => {
    expect(sum(three('2026-02-27 17:30')).days).toEqual([{ day: at('2026-02-28 00:00'), what: 'made-up' }]);
    const days = sum(three('2026-09-30 17:30')).days;
    expect(days).toHaveLength(7);
    expect(days[0]).toEqual({ day: at('2026-10-01 00:00'), what: 'holiday', name: '国庆节' });
    const hours = { ...POLICY.workingHours, days: { off: ['2026-11-24'], on: [], known: [] } };
    expect(sum(three('2026-11-23 17:30'), 'arrive', { ...POLICY, workingHours: hours }).days).toEqual([
      { day: at('2026-11-24 00:00'), what: 'off' },
    ]);
  });

  it('takes out what was paused, except of the time to accept', () => {
    const breaks = [{ from: at('2026-11-23 11:00'), to: at('2026-11-23 12:30'), reason: '' }];
    const ticket = ticketIn('accepted', { breaks });
    expect([sum(ticket).paused, sum(ticket, 'accept').paused]).toEqual([1.5 * HOUR, 0]);
    expect(isObvious(sum(ticket))).toBe(false);
  });

  it('is obvious within a day, and round the clock', () => {
    const obvious = (ticket: Ticket, kind: Sum['kind']): boolean => isObvious(sum(ticket, kind));
    expect(obvious(ticketIn('offered', { level: 2, reportedAt: at('2026-11-20 22:00') }), 'resolve')).toBe(true);
    expect(obvious(three('2026-11-23 09:00'), 'accept')).toBe(true);
    expect(obvious(three('2026-11-23 17:30'), 'accept')).toBe(false);
  });

  it('is missing where the promise does not run', () => {
    expect(sumOf(ticketIn('unassigned'), POLICY, 'accept')).toBeNull();
  });
});
