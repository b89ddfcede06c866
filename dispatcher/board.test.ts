import { describe, expect, it } from 'vitest';
import { boardOf } from './board.js';
import { HOUSE, ZHANGJIAWAN } from './testing/house.js';
import { ticketIn } from './testing/tickets.js';
import { at } from './testing/time.js';

const now = at('2026-11-23 13:00');

describe('the board', () => {
  it('shows a ticket with its promises', () => {
    const [line] = boardOf([ticketIn('accepted')], HOUSE, now);
    expect(line).toMatchObject({
      no: 'TZ-20261123-0017',
      unit: ZHANGJIAWAN,
      place: '教学楼三层',
      level: 2,
      state: 'accepted',
      stateName: '已接单',
      assignee: 'zhaogaobin',
      assigneeName: '赵高斌',
      dueAt: at('2026-11-23 12:47'),
      clocks: [
        { kind: 'accept', due: at('2026-11-23 11:02'), done: true, late: false },
        { kind: 'arrive', due: at('2026-11-23 12:47'), done: false, late: true },
        { kind: 'resolve', due: at('2026-11-23 18:47'), done: false, late: false },
      ],
    });
  });

  it('shows the machine room where there is no unit, and nobody where nobody has it', () => {
    const [line] = boardOf([ticketIn('unassigned', { unit: null, room: '研修中心' })], HOUSE, now);
    expect(line).toMatchObject({ unit: '研修中心', assignee: null, assigneeName: null });
  });

  it('has no next deadline while the clock stands', () => {
    expect(boardOf([ticketIn('suspended')], HOUSE, now)[0]?.dueAt).toBeNull();
  });

  it('stands in the contract’s order', () => {
    const lines = boardOf(
      [ticketIn('accepted'), ticketIn('accepted', { no: 'TZ-20261123-0030', level: 1 })],
      HOUSE,
      now,
    );
    expect(lines.map((l) => l.level)).toEqual([1, 2]);
  });
});
