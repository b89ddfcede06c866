import { describe, expect, it } from 'vitest';
import type { Leave, Role, Ticket } from '../model.js';
import { HOUSE } from '../testing/house.js';
import { BY_ROLE, member } from '../testing/people.js';
import { leaveOf } from '../testing/rota.js';
import { loadedOf } from '../testing/scenes.js';
import { GROUP, ticketIn } from '../testing/tickets.js';
import { NOW, at } from '../testing/time.js';
import type { LeaveOrder } from '../understand/leave.js';
import { decideLeave } from './leave.js';
import type { RotaScene } from './rota-scene.js';
import { decideRotaTurn } from './rota-turn.js';

const HERE = { chat: GROUP, replyTo: 'm1' } as const;
const ALONE = { chat: { channel: 'playground', kind: 'direct', id: 'zhaogaobin' }, replyTo: null } as const;

const sceneOf = (tickets: readonly Ticket[] = [], rota: readonly Leave[] = []): RotaScene => ({
  now: NOW,
  house: HOUSE,
  loaded: loadedOf(tickets, { rota }),
  sender: member('wangxiubao'),
  at: HERE,
  home: GROUP,
  mentions: [],
  id: 'L9',
});

const away = (who: string | null, from = '2026-11-24 00:00', to = '2026-11-26 00:00'): LeaveOrder => ({
  kind: 'leave',
  who,
  from: at(from),
  to: at(to),
  why: '',
});
const today = (who: string) => away(who, '2026-11-23 00:00', '2026-11-24 00:00');

describe('who may tell leave', () => {
  it.each(Object.keys(BY_ROLE) as readonly Role[])('%s', (role) => {
    const scene = { ...sceneOf(), sender: BY_ROLE[role] };
    const others = decideLeave(away('caoyunwu'), scene).changed.length;
    const own = decideLeave(away(null), scene).changed.length;
    expect([others, own]).toEqual([role === 'lead' || role === 'manager' ? 1 : 0, role === 'reporter' ? 0 : 1]);
  });
});

describe('a leave', () => {
  it('is made with who told it, and read back where it was told', () => {
    const { changed, told } = decideLeave(away('caoyunwu'), sceneOf());
    expect(changed).toEqual([
      leaveOf({ id: 'L9', to: at('2026-11-26 00:00'), madeBy: { key: 'staff:wangxiubao', name: '王秀葆' } }),
    ]);
    expect(told).toMatchObject([{ kind: 'leave-made', held: [], cover: [], tell: null }]);
  });

  it('is told to the lead where somebody says it for themselves and alone', () => {
    const told = (id: string) => {
      const [first] = decideLeave(away(null), { ...sceneOf(), sender: member(id), at: ALONE }).told;
      return first?.kind === 'leave-made' ? first.tell : first;
    };
    expect([told('zhaogaobin'), told('wangxiubao'), told('zhangbingbing')]).toEqual(['zhangbingbing', null, null]);
  });

  it('says whose duties nobody has first while it lasts', () => {
    const [first] = decideLeave(away('cuijianchao'), sceneOf()).told;
    expect(first).toMatchObject({
      cover: [
        { category: 'fibre', deputies: [] },
        { category: 'metro', deputies: ['guozhenxin'] },
      ],
    });
    const both = decideLeave(away('dongyayang'), sceneOf([], [leaveOf({ staff: 'zhaogaobin' })]));
    expect(both.told[0]).toMatchObject({ cover: [{ category: 'campus', deputies: ['caoyunwu', 'hanqikun'] }, {}] });
  });

  it('that has begun hands on what runs and keeps what is suspended', () => {
    const tickets = [
      ticketIn('offered', { id: 'a', no: 'TZ-20261123-0001' }),
      ticketIn('arrived', { id: 'b', no: 'TZ-20261123-0002' }),
      ticketIn('suspended', { id: 'c', no: 'TZ-20261123-0003' }),
      ticketIn('resolved', { id: 'd', no: 'TZ-20261123-0004' }),
    ];
    const decided = decideLeave(today('zhaogaobin'), sceneOf(tickets));
    expect(decided.changes.map(({ after }) => [after.id, after.state, 'assignee' in after && after.assignee])).toEqual([
      ['a', 'offered', 'dongyayang'],
      ['b', 'offered', 'dongyayang'],
    ]);
    expect(decided.changes[0]?.events[0]).toMatchObject({ kind: 'declined', who: 'zhaogaobin', reason: '请假' });
    expect(decided.told[0]).toMatchObject({ held: [], handed: { kept: [{ id: 'c' }] } });
    const later = decideLeave(away('zhaogaobin'), sceneOf(tickets));
    expect(later.changes).toEqual([]);
    expect(later.told[0]).toMatchObject({ held: [{ id: 'a' }, { id: 'b' }, { id: 'c' }], handed: { moved: [] } });
  });

  it('of somebody who has one then already is refused', () => {
    const rota = [leaveOf()];
    const fault = (order: LeaveOrder) => decideLeave(order, sceneOf([], rota)).told[0];
    expect(fault(away('caoyunwu'))).toMatchObject({ fault: { kind: 'leave-exists' } });
    expect(fault(away('caoyunwu', '2026-11-27 00:00', '2026-11-28 00:00'))).toMatchObject({ kind: 'leave-made' });
  });
});

describe('its end', () => {
  const end = (rota: readonly Leave[], on: string | null = null) =>
    decideLeave({ kind: 'leave-end', who: 'caoyunwu', on: on === null ? null : at(on) }, sceneOf([], rota));
  const on = leaveOf({ from: at('2026-11-23 00:00') });
  const next = leaveOf({ id: 'L2', from: at('2026-12-01 00:00'), to: at('2026-12-02 00:00') });

  it('is now while it lasts; one that has not begun is taken back', () => {
    expect(end([on]).changed).toEqual([{ ...on, to: NOW }]);
    expect(end([next]).changed).toEqual([{ ...next, cancelled: true }]);
    expect(end([on, next], '2026-12-01 00:00').changed).toMatchObject([{ id: 'L2', cancelled: true }]);
  });

  it('is of none, or of which', () => {
    expect(end([]).told).toMatchObject([{ fault: { kind: 'no-leave', who: 'caoyunwu' } }]);
    expect(end([on, next]).told).toMatchObject([{ fault: { kind: 'which-leave', options: [{}, {}] } }]);
    expect(end([on], '2026-12-05 00:00').told).toMatchObject([{ fault: { kind: 'no-leave' } }]);
  });
});

describe('the moment it begins', () => {
  const leave = leaveOf({ staff: 'zhaogaobin' });
  const begin = (now: number, rota: readonly Leave[], ...tickets: readonly Ticket[]) =>
    decideRotaTurn('rota-away:L1', loadedOf(tickets, { now, rota }), HOUSE);

  it('hands on, by the clock, and tells the lead of what stays', () => {
    const decided = begin(leave.from, [leave], ticketIn('accepted'), ticketIn('suspended', { id: 'c' }));
    expect(decided.changes.map(({ after }) => after.state)).toEqual(['offered']);
    expect(decided.changes[0]?.events[0]).toMatchObject({ by: 'clock' });
    expect(decided.told).toMatchObject([{ kind: 'left-behind', to: 'zhangbingbing', kept: [{ id: 'c' }] }]);
  });

  it('is none before it, after it, when it was taken back, or when it was told too late', () => {
    const nothing = (now: number, one: Leave) => begin(now, [one], ticketIn('accepted')).changes;
    expect(nothing(leave.from - 1, leave)).toEqual([]);
    expect(nothing(leave.to, leave)).toEqual([]);
    expect(nothing(leave.from, { ...leave, cancelled: true })).toEqual([]);
    expect(nothing(leave.from, { ...leave, madeAt: leave.from })).toEqual([]);
  });
});
