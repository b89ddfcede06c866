import { describe, expect, it } from 'vitest';
import type { Ticket } from '../model.js';
import { HOUSE, KUOXIAN, ZHANGJIAWAN } from '../testing/house.js';
import { STATES, ticketIn } from '../testing/tickets.js';
import { NOW, at } from '../testing/time.js';
import { figuresOf } from './figures.js';
import { HOUR } from './time.js';

const evening = at('2026-11-23 18:00');
const figures = (...tickets: readonly Ticket[]) => figuresOf(tickets, HOUSE, evening);

describe('the day in figures', () => {
  it('counts what is new, closed and open by level', () => {
    const all = STATES.map((state, i) => ticketIn(state, { no: `TZ-20261123-000${i}`, level: i % 2 === 0 ? 2 : 1 }));
    expect(figures(...all)).toMatchObject({
      day: '2026-11-23',
      fresh: 7,
      closed: 2,
      openByLevel: { 1: 2, 2: 3, 3: 0 },
    });
  });

  it('counts a withdrawn or merged one as neither new nor closed', () => {
    expect(figures(ticketIn('cancelled'), ticketIn('merged'))).toMatchObject({ fresh: 0, closed: 0, units: [] });
  });

  it('counts new on the day of the report and closed on the day of the repair', () => {
    const yesterday = at('2026-11-22 23:00');
    const done = ticketIn('closed', { reportedAt: yesterday, resolvedAt: at('2026-11-23 00:00') });
    expect(figures(done)).toMatchObject({ fresh: 0, closed: 1 });
    const earlier = ticketIn('closed', { reportedAt: yesterday, resolvedAt: at('2026-11-22 23:59') });
    expect(figures(earlier)).toMatchObject({ fresh: 0, closed: 0 });
  });

  it('names what is overdue and what falls due within two hours', () => {
    const overdue = ticketIn('accepted', { no: 'TZ-20261123-0001', reportedAt: at('2026-11-23 15:59') });
    const near = ticketIn('accepted', { no: 'TZ-20261123-0002', reportedAt: at('2026-11-23 16:30') });
    const far = ticketIn('arrived', { no: 'TZ-20261123-0003', reportedAt: at('2026-11-23 17:00') });
    const paused = ticketIn('suspended', { no: 'TZ-20261123-0004', reportedAt: at('2026-11-20 10:00') });
    const day = figures(overdue, near, far, paused);
    expect(day.overdue.map((t) => t.no.slice(-4))).toEqual(['0001']);
    expect(day.near.map((t) => t.no.slice(-4))).toEqual(['0002']);
  });

  it('counts per engineer, and leaves out those with nothing', () => {
    const day = figures(ticketIn('accepted'), ticketIn('suspended'), ticketIn('closed', { assignee: 'dongyayang' }));
    expect(day.perStaff).toEqual([
      { staff: 'zhaogaobin', open: 2, done: 0 },
      { staff: 'dongyayang', open: 0, done: 1 },
    ]);
  });

  it('orders the units by their faults', () => {
    const day = figures(ticketIn('offered', { unit: KUOXIAN }), ticketIn('offered'), ticketIn('accepted'));
    expect(day.units).toEqual([
      { unit: ZHANGJIAWAN, count: 2 },
      { unit: KUOXIAN, count: 1 },
    ]);
  });

  it('gives the mean of the day’s ratings, and none without one', () => {
    const rated = (score: 2 | 5) => ticketIn('closed', { rating: { score, words: '' } });
    expect(figures(rated(5), rated(2), ticketIn('closed')).ratings).toEqual({ count: 2, mean: 3.5 });
    expect(figures(ticketIn('closed')).ratings).toEqual({ count: 0, mean: null });
  });

  it('is the day so far, not the day to come', () => {
    expect(figuresOf([ticketIn('offered', { reportedAt: NOW + HOUR })], HOUSE, NOW).fresh).toBe(0);
  });
});
