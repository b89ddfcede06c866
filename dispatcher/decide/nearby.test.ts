import { describe, expect, it } from 'vitest';
import type { Effect } from '../decision.js';
import type { Ticket, Unit } from '../model.js';
import { HOUSE, KUOXIAN, UNITS, ZHANGJIAWAN } from '../testing/house.js';
import { member } from '../testing/people.js';
import { loadedOf } from '../testing/scenes.js';
import { ticketIn } from '../testing/tickets.js';
import { NOW } from '../testing/time.js';
import { actorOf, change, type House } from './scene.js';
import { nearbyTold } from './nearby.js';

const inTown = (unit: Unit): Unit => ({ ...unit, town: '张家湾' });
const house: House = { ...HOUSE, units: new Map(UNITS.map((unit) => [unit.name, inTown(unit)])) };
const mine = ticketIn('offered', { no: 'TZ-20261123-0001' });
const other = (state: 'offered' | 'unassigned' | 'accepted', more: Parameters<typeof ticketIn>[1] = {}): Ticket =>
  ticketIn(state, { no: 'TZ-20261123-0002', unit: KUOXIAN, assignee: 'dongyayang', why: 'all busy', ...more });

/** What 赵高斌 hears when he takes the first of these. */
const told = (tickets: readonly Ticket[], there = house) => {
  const [first = mine] = tickets;
  const accepted = { kind: 'accepted', at: NOW, by: actorOf(member('zhaogaobin')) } as const;
  const effects: readonly Effect[] = [];
  const done = { changes: [change(first, [accepted], there.policy)], effects };
  return nearbyTold(done, { now: NOW, house: there, loaded: loadedOf(tickets) });
};
const heard = (tickets: readonly Ticket[], there = house): readonly string[] =>
  told(tickets, there).effects.flatMap((effect) =>
    effect.kind === 'nearby' ? effect.tickets.map(({ no }) => no.slice(-4)) : [],
  );

describe('open jobs near by', () => {
  it('are told to whoever takes one in the same town or unit, and it is marked', () => {
    const done = told([mine, other('offered')]);
    expect(done.effects).toMatchObject([{ kind: 'nearby', to: 'zhaogaobin', tickets: [{ no: 'TZ-20261123-0002' }] }]);
    expect(done.changes[0]?.after).toMatchObject({ state: 'accepted', told: ['nearby:zhaogaobin'] });
    expect(heard([mine, other('unassigned')])).toEqual(['0002']);
    expect(heard([mine, other('offered', { unit: ZHANGJIAWAN })], HOUSE)).toEqual(['0002']);
  });

  it('are not those elsewhere, accepted, of others’ work, or that he cannot take', () => {
    expect(heard([mine, other('offered')], HOUSE)).toEqual([]);
    expect(heard([mine, other('accepted')])).toEqual([]);
    expect(heard([mine, other('offered', { category: 'fibre' })])).toEqual([]);
    expect(heard([mine, other('offered', { passed: ['zhaogaobin'] })])).toEqual([]);
    expect(heard([mine, other('unassigned', { why: 'unit' })])).toEqual([]);
  });

  it('are told once a trip', () => {
    const before = ticketIn('accepted', { no: 'TZ-20261123-0003', told: ['nearby:zhaogaobin'] });
    expect(heard([mine, other('offered'), before])).toEqual([]);
  });
});
