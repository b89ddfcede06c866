import { describe, expect, it } from 'vitest';
import { factsOf, faultOf, reportOf } from '../testing/facts.js';
import { KUOXIAN, ZHANGJIAWAN } from '../testing/house.js';
import { member } from '../testing/people.js';
import { onlyAfter, sceneOf } from '../testing/scenes.js';
import { GROUP, ticketIn } from '../testing/tickets.js';
import { NOW } from '../testing/time.js';
import { callAt, callerOf, decideCall, knownCaller } from './call.js';
import { decideMessage } from './message.js';
import { HOUR, MINUTE, startOfDay } from './time.js';
import type { Person } from './who.js';

const desk = member('suzhe');
const WANG: Person = { key: 'playground:wang', name: '王老师', unit: ZHANGJIAWAN, phone: '13800138001' };
const told = reportOf([faultOf()], { unit: ZHANGJIAWAN, units: [ZHANGJIAWAN], phone: '13800138001' });
const sceneFor = (facts = told, known: Person | null = null, at: number | null = null) => ({
  ...sceneOf(callerOf('王老师', facts, known, desk, 'm1'), facts),
  call: { at, known },
});

describe('a call', () => {
  it('is the report of its caller, entered by the desk', () => {
    const decision = decideCall(sceneFor());
    expect(decision === null ? null : onlyAfter(decision)).toMatchObject({
      reporter: { key: `call:${ZHANGJIAWAN}:王老师`, name: '王老师', chat: GROUP },
      caller: { name: '王老师', by: { key: 'staff:suzhe', name: '苏喆', role: 'desk' } },
      contact: '王老师',
      phone: '13800138001',
      members: [],
    });
  });

  it('holds no telephone number in the key of its caller', () => {
    expect(callerOf(null, told, null, desk, 'm1').key).toBe(`call:${ZHANGJIAWAN}:m1`);
  });

  it('is also the known person’s own, who gives what the words leave out', () => {
    const bare = reportOf([faultOf()], {});
    const sender = callerOf(null, bare, WANG, desk, 'm1');
    expect(sender).toMatchObject({ name: '王老师', unit: ZHANGJIAWAN, phone: '13800138001' });
    const decision = decideCall(sceneFor(told, WANG));
    expect(decision === null ? null : onlyAfter(decision).members).toEqual([WANG]);
  });

  it('counts from when it came, where that is past and today', () => {
    const minutes = (at: number): number => (at - startOfDay(NOW)) / MINUTE;
    expect(callAt(minutes(NOW) - 70, NOW)).toBe(NOW - 70 * MINUTE);
    expect(callAt(minutes(NOW) + 70, NOW)).toBeNull();
    expect(callAt(0, startOfDay(NOW) + 13 * HOUR)).toBeNull();
    expect(callAt(null, NOW)).toBeNull();
    const decision = decideCall(sceneFor(told, null, NOW - 70 * MINUTE));
    const after = decision === null ? null : onlyAfter(decision);
    expect(after).toMatchObject({ reportedAt: NOW - 70 * MINUTE, clockFrom: NOW - 70 * MINUTE, offeredAt: NOW });
  });

  it('without a fault is none', () => {
    expect(decideCall(sceneFor(factsOf('chatter')))).toBeNull();
  });
});

describe('a known caller', () => {
  const people = [WANG, { ...WANG, key: 'playground:wang2', unit: KUOXIAN, phone: null }];
  it('is the only one with the number, else of this name and school', () => {
    expect(knownCaller('孙老师', KUOXIAN, '13800138001', people)).toEqual(WANG);
    expect(knownCaller('王老师', KUOXIAN, null, people)?.key).toBe('playground:wang2');
    expect(knownCaller('王老师', null, null, people)).toBeNull();
    expect(knownCaller(null, KUOXIAN, null, people)).toBeNull();
  });
});

describe('the rating of a call', () => {
  const by = { key: 'staff:suzhe', name: '苏喆', role: 'desk' } as const;
  const rated = factsOf('feedback', { rating: 5, tickets: ['0017'] });
  const call = (assignee = 'zhaogaobin') =>
    ticketIn('resolved', { caller: { name: '王老师', by }, assignee, asked: 'rating' });

  it('comes from whoever of the desk calls back, never from the one who repaired it', () => {
    expect(onlyAfter(decideMessage(sceneOf(member('zhangbingbing'), rated, [call()])))).toMatchObject({
      state: 'closed',
    });
    expect(decideMessage(sceneOf(desk, rated, [call('suzhe')]))).toMatchObject({ refusal: { kind: 'own-rating' } });
    expect(decideMessage(sceneOf(member('dongyayang'), rated, [call()]))).toMatchObject({
      refusal: { kind: 'not-yours' },
    });
  });

  it('cannot be given in the caller’s name by the one who repaired it', () => {
    const sender = { ...callerOf('王老师', told, null, desk, 'm1'), key: call().reporter.key };
    expect(decideMessage(sceneOf(sender, rated, [call('suzhe')]))).toMatchObject({ refusal: { kind: 'own-rating' } });
  });
});
