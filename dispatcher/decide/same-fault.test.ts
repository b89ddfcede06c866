import { describe, expect, it } from 'vitest';
import type { Fault, Sender, Ticket } from '../model.js';
import { faultOf } from '../testing/facts.js';
import { KUOXIAN, ZHANGJIAWAN } from '../testing/house.js';
import { reporter } from '../testing/people.js';
import { STATES, ticketIn } from '../testing/tickets.js';
import { sameFault, tellsSame } from './same-fault.js';

const other = reporter('li');
const same = (fault: Fault, sender: Sender, ticket: Ticket, unit: string | null = ZHANGJIAWAN): boolean =>
  sameFault(fault, unit, sender, [ticket]) !== null;

describe('a fault told by somebody else of the unit', () => {
  it.each<[string, Partial<Fault>, boolean]>([
    ['the same floor', {}, true],
    ['the same floor in other words', { location: '教学楼三楼' }, true],
    ['a room on that floor', { location: '教学楼三层 302', scope: 'room' }, true],
    ['another floor', { location: '教学楼四层' }, false],
    ['another building', { location: '实验楼' }, false],
    ['the whole school', { location: null, scope: 'unit', severity: 1 }, true],
    ['no place, no scope', { location: null, scope: 'unknown' }, true],
    ['no place, one room', { location: null, scope: 'room' }, false],
    ['the Wi-Fi there', { category: 'wireless' }, true],
    ['a camera there', { category: 'surveillance' }, false],
  ])('%s', (_, fault, expected) => {
    expect(same(faultOf(fault), other, ticketIn('accepted'))).toBe(expected);
  });

  it('is not the same at another unit, or where no unit is known', () => {
    expect(same(faultOf(), other, ticketIn('accepted'), KUOXIAN)).toBe(false);
    expect(same(faultOf(), other, ticketIn('accepted', { unit: null }), null)).toBe(false);
  });

  it.each(STATES)('joins only what is open: %s', (state) => {
    const open = ['unassigned', 'offered', 'accepted', 'arrived', 'suspended'].includes(state);
    expect(same(faultOf(), other, ticketIn(state))).toBe(open);
  });
});

describe('a fault told by the same person', () => {
  it('is never glued to the first, however near', () => {
    for (const change of [
      { location: '教学楼四层' },
      { summary: '打印机连不上' },
      { location: null, scope: 'unit' as const },
    ])
      expect(same(faultOf(change), reporter(), ticketIn('accepted'))).toBe(false);
  });

  it('is a repetition only where it says the same thing of the same place', () => {
    expect(same(faultOf(), reporter(), ticketIn('accepted'))).toBe(true);
  });

  it('counts those who joined as that person too', () => {
    const joined = ticketIn('accepted', { members: [{ key: other.key, name: other.name }] });
    expect(same(faultOf({ location: '教学楼三层东侧' }), other, joined)).toBe(false);
  });
});

describe('does a later fault tell what a finished ticket told', () => {
  it('by unit, kind and place', () => {
    expect(tellsSame(ticketIn('closed'), faultOf(), ZHANGJIAWAN)).toBe(true);
    expect(tellsSame(ticketIn('closed'), faultOf(), null)).toBe(true);
    expect(tellsSame(ticketIn('closed'), faultOf(), KUOXIAN)).toBe(false);
    expect(tellsSame(ticketIn('closed'), faultOf({ location: '实验楼' }), null)).toBe(false);
    expect(tellsSame(ticketIn('closed'), faultOf({ category: 'video' }), null)).toBe(false);
  });
});
