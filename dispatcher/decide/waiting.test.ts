import { describe, expect, it } from 'vitest';
import type { Ticket } from '../model.js';
import { HOUSE, KUOXIAN, houseOf } from '../testing/house.js';
import { leaveOf } from '../testing/rota.js';
import { STATES, ticketIn } from '../testing/tickets.js';
import { NOW } from '../testing/time.js';
import { houseAt } from './attendance.js';
import { handsOf } from './hands.js';
import { HOUR } from './time.js';
import { freedBy, isQueued, offerWaiting } from './waiting.js';

const waiting = (no: string, change: Parameters<typeof ticketIn>[1] = {}): Ticket =>
  ticketIn('unassigned', { no: `TZ-20261123-${no}`, why: 'all busy', round: 0, ...change });

const offered = (tickets: readonly Ticket[], who: readonly string[], house = HOUSE, had: readonly Ticket[] = []) =>
  offerWaiting(tickets, { now: NOW, house, loads: handsOf(had, 0), guarantees: [], who }).changes.map(({ after }) => [
    after.no.slice(-4),
    'assignee' in after ? after.assignee : null,
  ]);

describe('what waits', () => {
  it('is what nobody could take; not what waits for its unit or its incident', () => {
    expect(isQueued(waiting('0001'))).toBe(true);
    expect(isQueued(waiting('0001', { why: 'unit' }))).toBe(false);
    const member = { id: 'SJ-20261123-01', part: 'member', since: NOW } as const;
    expect(isQueued(waiting('0001', { why: 'incident', incident: member }))).toBe(false);
    expect(isQueued(ticketIn('offered'))).toBe(false);
  });

  it('goes out in the contract’s order, as far as the free one may have more', () => {
    const queue = [waiting('0001', { level: 3 }), waiting('0002'), waiting('0003', { level: 3, unit: KUOXIAN })];
    const two = houseOf({ assign: { most: 2, stay: HOUR } });
    expect(offered(queue, ['zhaogaobin'], two)).toEqual([
      ['0002', 'zhaogaobin'],
      ['0001', 'zhaogaobin'],
    ]);
    expect(offered(queue, ['zhaogaobin'], two, [ticketIn('accepted')])).toEqual([['0002', 'zhaogaobin']]);
  });

  it('goes to nobody whose work it is not, who is away or who was asked already', () => {
    expect(offered([waiting('0001')], ['cuijianchao'])).toEqual([]);
    expect(offered([waiting('0001', { passed: ['zhaogaobin'] })], ['zhaogaobin'])).toEqual([]);
    const away = houseAt(HOUSE, [leaveOf({ staff: 'zhaogaobin', from: NOW })], NOW);
    expect(offered([waiting('0001')], ['zhaogaobin'], away)).toEqual([]);
    expect(offered([waiting('0001')], [])).toEqual([]);
  });
});

describe('a hand is free', () => {
  const before = ticketIn('accepted');
  it.each(STATES)('after a job at work is %s', (state) => {
    const free = ['unassigned', 'suspended', 'resolved', 'closed', 'cancelled', 'merged'].includes(state);
    expect(freedBy(before, ticketIn(state))).toBe(free ? 'zhaogaobin' : null);
  });

  it('after a colleague took it, not after a refusal or silence', () => {
    expect(freedBy(ticketIn('offered'), ticketIn('accepted', { assignee: 'dongyayang' }))).toBe('zhaogaobin');
    const passed = ['zhaogaobin'];
    expect(freedBy(ticketIn('offered'), ticketIn('offered', { assignee: 'dongyayang', passed }))).toBeNull();
  });

  it('not anew by what was free before', () => {
    expect(freedBy(ticketIn('suspended'), ticketIn('resolved'))).toBeNull();
    expect(freedBy(ticketIn('resolved'), ticketIn('closed'))).toBeNull();
  });
});
