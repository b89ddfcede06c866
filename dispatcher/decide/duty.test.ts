import { describe, expect, it } from 'vitest';
import type { Role, RotaEntry } from '../model.js';
import { HOUSE, POLICY } from '../testing/house.js';
import { BY_ROLE, member } from '../testing/people.js';
import { dutyOf, leaveOf } from '../testing/rota.js';
import { loadedOf } from '../testing/scenes.js';
import { GROUP } from '../testing/tickets.js';
import { NOW, at } from '../testing/time.js';
import type { DutyOrder } from '../understand/duty.js';
import { decideDuty, mannedFrom } from './duty.js';
import type { RotaScene } from './rota-scene.js';
import { dutyOfDay, isWorkingTime, onDutyAt, shiftAt, turnOn } from './shifts.js';

const turning = {
  ...POLICY,
  rota: { ...POLICY.rota, rotation: { start: '2026-11-23', days: 7, turns: [['dongyayang'], ['caoyunwu']] } },
};
const on = (time: string, ...rota: readonly RotaEntry[]) => onDutyAt(rota, turning, at(time));

describe('shifts', () => {
  it('run out of hours: at night every day, by day on days off', () => {
    const name = (time: string) => shiftAt(at(time), POLICY)?.name ?? null;
    expect(['2026-11-27 17:59', '2026-11-27 18:00', '2026-11-28 07:59'].map(name)).toEqual([null, '夜班', '夜班']);
    expect(['2026-11-28 08:00', '2026-11-28 18:00', '2026-11-30 08:00'].map(name)).toEqual(['日班', '夜班', null]);
  });

  it('follow the state calendar both ways', () => {
    expect(shiftAt(at('2026-10-10 10:00'), POLICY)).toBeNull();
    expect(shiftAt(at('2026-10-07 10:00'), POLICY)?.name).toBe('日班');
    expect(isWorkingTime(at('2026-10-10 10:00'), POLICY)).toBe(true);
    expect(isWorkingTime(at('2026-11-23 12:30'), POLICY)).toBe(false);
  });

  it('make a day of duty from the first to the end of the last', () => {
    expect(dutyOfDay(at('2026-11-27 10:00'), POLICY)).toEqual({
      from: at('2026-11-27 18:00'),
      to: at('2026-11-28 08:00'),
    });
    expect(dutyOfDay(at('2026-11-28 10:00'), POLICY)).toEqual({
      from: at('2026-11-28 08:00'),
      to: at('2026-11-29 08:00'),
    });
    const none = { ...POLICY, rota: { ...POLICY.rota, shifts: [] } };
    expect(dutyOfDay(at('2026-11-28 10:00'), none)).toEqual({
      from: at('2026-11-28 00:00'),
      to: at('2026-11-29 00:00'),
    });
  });
});

describe('who has duty', () => {
  it('is whose turn it is, the night with the day it began on', () => {
    expect(turnOn(at('2026-11-22 10:00'), turning)).toEqual([]);
    expect(on('2026-11-29 23:00')).toEqual(['dongyayang']);
    expect(on('2026-11-30 07:00')).toEqual(['dongyayang']);
    expect(on('2026-11-30 18:00')).toEqual(['caoyunwu']);
    expect(on('2026-12-07 18:00')).toEqual(['dongyayang']);
  });

  it('is nobody in particular within working hours, whatever was ordered', () => {
    const all = dutyOf({ from: at('2026-11-23 00:00'), to: at('2026-11-25 00:00') });
    expect(on('2026-11-24 10:00', all)).toEqual([]);
    expect(on('2026-11-24 12:30', all)).toEqual(['zhaogaobin']);
  });

  it('is whom somebody named, the newest word before older ones, and the turn again after it', () => {
    const [old, fresh] = [dutyOf(), dutyOf({ id: 'D2', people: ['hanqikun'], madeAt: NOW + 1 })];
    expect(on('2026-11-28 19:00', fresh, old)).toEqual(['hanqikun']);
    expect(on('2026-11-28 19:00', { ...fresh, cancelled: true }, old)).toEqual(['zhaogaobin']);
    expect(on('2026-11-29 08:00', fresh, old)).toEqual(['dongyayang']);
  });

  it('is shown by shift, without who is on leave when it begins', () => {
    const leave = leaveOf({ staff: 'dongyayang', from: at('2026-11-28 12:00'), to: at('2026-11-28 20:00') });
    const shown = mannedFrom(at('2026-11-28 09:00'), 2, [leave], turning);
    expect(shown.map(({ shift, people }) => [shift.name, ...people])).toEqual([
      ['日班', 'dongyayang'],
      ['夜班'],
      ['日班', 'dongyayang'],
      ['夜班', 'dongyayang'],
    ]);
  });
});

describe('an order', () => {
  const scene = (rota: readonly RotaEntry[] = [], id = 'wangxiubao'): RotaScene => ({
    now: NOW,
    house: { ...HOUSE, policy: turning },
    loaded: loadedOf([], { rota }),
    sender: member(id),
    at: { chat: GROUP, replyTo: 'm1' },
    home: GROUP,
    mentions: [],
    id: 'D9',
  });
  const saturday = { from: at('2026-11-28 00:00'), to: at('2026-11-29 00:00') };
  const order: DutyOrder = { kind: 'duty', people: ['zhaogaobin'], ...saturday };
  const faultOf = (decision: ReturnType<typeof decideDuty>) =>
    decision.told[0]?.kind === 'rota-fault' ? decision.told[0].fault : null;

  it.each(Object.keys(BY_ROLE) as readonly Role[])('by %s', (role) => {
    const decided = decideDuty(order, { ...scene(), sender: BY_ROLE[role] });
    expect(decided.changed).toHaveLength(role === 'lead' || role === 'manager' ? 1 : 0);
  });

  it('of whole days means their shifts, of a time that time', () => {
    const shifts = { from: at('2026-11-28 08:00'), to: at('2026-11-29 08:00') };
    expect(decideDuty(order, scene()).changed).toMatchObject([{ people: ['zhaogaobin'], ...shifts }]);
    const noon = { from: at('2026-11-24 12:00'), to: at('2026-11-24 13:00') };
    expect(decideDuty({ ...order, ...noon }, scene()).changed).toMatchObject([noon]);
  });

  it('for somebody on leave then, or whose post has none, is refused', () => {
    const leave = leaveOf({ staff: 'zhaogaobin', from: at('2026-11-28 20:00'), to: at('2026-11-30 00:00') });
    expect(faultOf(decideDuty(order, scene([leave])))).toMatchObject({ kind: 'duty-away' });
    expect(faultOf(decideDuty({ ...order, people: ['jiafang'] }, scene()))).toEqual({
      kind: 'duty-role',
      who: 'jiafang',
    });
  });

  it('exchanges the one who has it, whichever is named first', () => {
    const swap = (...pair: [string, string]) => decideDuty({ kind: 'duty-swap', pair, ...saturday }, scene());
    for (const pair of [swap('dongyayang', 'hanqikun'), swap('hanqikun', 'dongyayang')])
      expect(pair.changed).toMatchObject([{ people: ['hanqikun'] }]);
    expect(faultOf(swap('zhaogaobin', 'hanqikun'))).toMatchObject({ kind: 'swap-none', people: ['dongyayang'] });
  });

  it('is taken back; what runs ends now', () => {
    const end = (...rota: readonly RotaEntry[]) => decideDuty({ kind: 'duty-end', ...saturday }, scene(rota));
    expect(end(dutyOf()).changed).toMatchObject([{ id: 'D1', cancelled: true }]);
    expect(end(dutyOf({ from: NOW - 1 })).changed).toMatchObject([{ id: 'D1', cancelled: false, to: NOW }]);
    expect(faultOf(end(dutyOf({ from: at('2026-12-01 18:00'), to: at('2026-12-02 08:00') })))).toMatchObject({
      kind: 'no-duty',
    });
  });
});
