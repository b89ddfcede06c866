import { describe, expect, it } from 'vitest';
import type { Reserve, RotaEntry, Ticket } from '../model.js';
import { HOUSE } from '../testing/house.js';
import { BY_ROLE } from '../testing/people.js';
import { leaveOf, reserveOf } from '../testing/rota.js';
import { loadedOf } from '../testing/scenes.js';
import { GROUP, ticketIn } from '../testing/tickets.js';
import { NOW } from '../testing/time.js';
import type { ReserveOrder } from '../understand/reserve.js';
import { decideReserve } from './reserve.js';
import type { RotaDecision } from './rota-decision.js';
import type { RotaScene } from './rota-scene.js';

type Setting = {
  readonly role?: 'manager' | 'lead' | 'desk' | 'engineer' | 'client';
  readonly rota?: readonly RotaEntry[];
  readonly tickets?: readonly Ticket[];
  readonly mentions?: readonly string[];
};

const sceneOf = ({ role = 'manager', rota = [], tickets = [], mentions = [] }: Setting): RotaScene => ({
  now: NOW,
  house: HOUSE,
  loaded: loadedOf(tickets, { rota }),
  sender: BY_ROLE[role],
  at: { chat: GROUP, replyTo: 'm1' },
  home: GROUP,
  mentions,
  id: 'NEW',
});
const decide = (order: ReserveOrder, setting: Setting = {}): RotaDecision => decideReserve(order, sceneOf(setting));
const faultOf = ({ changed, told }: RotaDecision): string | null => {
  const [effect] = told;
  return changed.length === 0 && effect?.kind === 'rota-fault' ? effect.fault.kind : null;
};
const names = (...all: readonly string[]): ReserveOrder => ({ kind: 'reserve', group: '城域', names: all });
const END: ReserveOrder = { kind: 'reserve-end', words: [] };

describe('the reserve is called', () => {
  it('by its group’s name or alias; each person for its work, from now on', () => {
    const { changed, told } = decide(names('李强', '王磊'));
    expect(changed).toMatchObject([
      { id: 'NEW-0', staff: '李强', group: '城域网', categories: ['metro', 'fibre'], from: NOW, to: null, ids: {} },
      { id: 'NEW-1', staff: '王磊' },
    ]);
    expect(told).toMatchObject([{ kind: 'reserve-made' }]);
  });

  it('with their accounts where they are mentioned', () => {
    const ids = (mentions: readonly string[]) =>
      decide(names('李强', '王磊'), { mentions }).changed.map((entry) => (entry as Reserve).ids);
    expect(ids(['lq', 'wl'])).toEqual([{ playground: 'lq' }, { playground: 'wl' }]);
    expect(ids(['lq'])).toEqual([{}, {}]);
  });

  it('is offered what waits at once', () => {
    const waiting = ticketIn('unassigned', { category: 'fibre', why: 'all busy', round: 0 });
    const { changes } = decide(names('李强'), { tickets: [waiting] });
    expect(changes).toMatchObject([{ after: { state: 'offered', assignee: '李强' } }]);
  });

  it('not twice, not from the roster, not more than the contract has, not an unknown group', () => {
    const rota = [reserveOf()];
    expect(faultOf(decide(names('刘洋'), { rota }))).toBe('reserve-known');
    expect(faultOf(decide(names('赵高斌')))).toBe('reserve-known');
    expect(faultOf(decide(names('甲乙', '丙丁', '戊己', '庚辛'), { rota }))).toBe('reserve-most');
    expect(faultOf(decide({ kind: 'reserve', group: '网络组', names: ['李强'] }))).toBe('reserve-no-group');
  });

  it('by the manager, or whoever stands in for him', () => {
    for (const role of ['lead', 'desk', 'engineer', 'client'] as const)
      expect([role, faultOf(decide(names('李强'), { role })), faultOf(decide(END, { role }))]).toEqual([
        role,
        'role',
        'role',
      ]);
    const rota = [leaveOf({ staff: 'wangxiubao', from: NOW })];
    expect(faultOf(decide(names('李强'), { role: 'lead', rota }))).toBeNull();
    expect(decide({ kind: 'reserve-list' }, { role: 'engineer' }).told).toMatchObject([{ kind: 'reserve-list' }]);
  });
});

describe('the reserve is ended', () => {
  const rota = [reserveOf(), reserveOf({ id: 'R2', staff: '王磊', name: '王磊' })];
  const staffOf = (order: ReserveOrder) => decide(order, { rota }).changed.map((one) => (one as Reserve).name);

  it('whole, by group, or by name', () => {
    expect(staffOf(END)).toEqual(['刘洋', '王磊']);
    expect(staffOf({ kind: 'reserve-end', words: ['城域'] })).toEqual(['刘洋', '王磊']);
    expect(staffOf({ kind: 'reserve-end', words: ['王磊'] })).toEqual(['王磊']);
    expect(decide(END, { rota }).changed).toMatchObject([{ to: NOW }, { to: NOW }]);
    expect(faultOf(decide({ kind: 'reserve-end', words: ['赵六'] }, { rota }))).toBe('no-reserve');
    expect(faultOf(decide(END))).toBe('no-reserve');
  });

  it('and hands on what it has; suspended jobs stay and are told', () => {
    const job = ticketIn('accepted', { no: 'TZ-20261123-0001', category: 'fibre', assignee: '王磊' });
    const stands = ticketIn('suspended', { no: 'TZ-20261123-0002', category: 'fibre', assignee: '王磊' });
    const { changes, told } = decide(END, { rota, tickets: [job, stands] });
    expect(changes).toMatchObject([{ after: { no: 'TZ-20261123-0001', state: 'offered', assignee: 'cuijianchao' } }]);
    expect(told).toMatchObject([{ kind: 'reserve-ended', handed: { moved: [{ to: 'cuijianchao' }], kept: [{}] } }]);
  });
});
