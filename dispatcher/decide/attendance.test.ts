import { describe, expect, it } from 'vitest';
import type { Instant } from '../model.js';
import { HOUSE } from '../testing/house.js';
import { leaveOf, reserveOf } from '../testing/rota.js';
import { at } from '../testing/time.js';
import { houseAt, leaders } from './attendance.js';

const NOON = at('2026-11-23 12:00');
const away = (now: Instant, ...rota: Parameters<typeof houseAt>[1]) => [...houseAt(HOUSE, rota, now).attendance.away];

describe('who is away', () => {
  const leave = leaveOf({ staff: 'caoyunwu', from: at('2026-11-23 00:00'), to: at('2026-11-26 00:00') });

  it('is who has leave, from its first instant to its last', () => {
    expect(away(leave.from - 1, leave)).toEqual([]);
    expect(away(leave.from, leave)).toEqual([['caoyunwu', leave.to]]);
    expect(away(leave.to - 1, leave)).toHaveLength(1);
    expect(away(leave.to, leave)).toEqual([]);
    expect(away(NOON, { ...leave, cancelled: true })).toEqual([]);
  });

  it('is away until the last of several leaves in a row', () => {
    const next = leaveOf({ id: 'L2', staff: 'caoyunwu', from: leave.to, to: at('2026-11-28 00:00') });
    const later = leaveOf({ id: 'L3', staff: 'caoyunwu', from: at('2026-11-29 00:00'), to: at('2026-11-30 00:00') });
    expect(away(NOON, leave, next, later)).toEqual([['caoyunwu', next.to]]);
  });
});

describe('who is told in the place of whom', () => {
  const of = (staff: string) => leaveOf({ id: staff, staff, from: NOON, to: at('2026-11-26 00:00') });
  const told = (...rota: Parameters<typeof houseAt>[1]) => leaders(houseAt(HOUSE, rota, NOON));

  it('is the other one while lead or manager is away, and both where both are', () => {
    expect(told()).toEqual(['zhangbingbing', 'wangxiubao']);
    expect(told(of('zhangbingbing'))).toEqual(['wangxiubao']);
    expect(told(of('wangxiubao'))).toEqual(['zhangbingbing']);
    expect(told(of('zhangbingbing'), of('wangxiubao'))).toEqual(['zhangbingbing', 'wangxiubao']);
  });
});

describe('the reserve', () => {
  it('is on the staff while it is called, with the duties of its group', () => {
    const called = reserveOf();
    const house = houseAt(HOUSE, [called], NOON);
    expect(house.staff.at(-1)).toMatchObject({ id: called.staff, name: '刘洋', secondary: ['metro', 'fibre'] });
    expect([...house.attendance.reserve]).toEqual([called.staff]);
    expect(houseAt(HOUSE, [{ ...called, to: NOON }], NOON).staff).toEqual(HOUSE.staff);
    expect(houseAt(HOUSE, [called], called.from - 1).staff).toEqual(HOUSE.staff);
  });
});
