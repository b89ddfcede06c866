import { describe, expect, it } from 'vitest';
import type { Facts } from '../model.js';
import { factsOf } from '../testing/facts.js';
import { member } from '../testing/people.js';
import { acceptedOf, effectsOf, onlyAfter, refusalOf, sceneOf } from '../testing/scenes.js';
import { ticketIn } from '../testing/tickets.js';
import { NOW } from '../testing/time.js';
import { decideMessage } from './message.js';
import { QUIET } from './scene.js';
import { HOUR } from './time.js';

const engineer = member('zhaogaobin');
const act = (intent: Facts['intent'], change: Partial<Facts> = {}): Facts => factsOf(intent, { words: '', ...change });

describe('a step of the work', () => {
  it.each([
    ['accept', 'offered', 'accepted'],
    ['arrive', 'accepted', 'arrived'],
    ['progress', 'arrived', 'progressed'],
    ['suspend', 'arrived', 'suspended'],
    ['resume', 'suspended', 'resumed'],
  ] as const)('%s when %s is told as %s', (intent, state, step) => {
    const decision = decideMessage(sceneOf(engineer, act(intent, { words: '等备件' }), [ticketIn(state)]));
    expect(acceptedOf(decision).effects).toMatchObject([
      { kind: 'moved', step, words: intent === 'accept' ? '' : '等备件' },
    ]);
    expect(acceptedOf(decision).talk).toEqual(QUIET);
  });

  it('takes 到场 without 接单 for both', () => {
    const decision = decideMessage(sceneOf(engineer, act('arrive'), [ticketIn('offered')]));
    expect(acceptedOf(decision).changes[0]?.events.map((e) => e.kind)).toEqual(['accepted', 'arrived']);
    expect(onlyAfter(decision)).toMatchObject({ state: 'arrived', acceptedAt: NOW, arrivedAt: NOW });
  });

  it('takes how it goes, told before 接单, for both', () => {
    const decision = decideMessage(
      sceneOf(engineer, act('progress', { words: '正在换光模块' }), [ticketIn('offered')]),
    );
    expect(acceptedOf(decision).changes[0]?.events).toMatchObject([
      { kind: 'accepted' },
      { kind: 'progressed', text: '正在换光模块' },
    ]);
    expect(acceptedOf(decision).effects).toMatchObject([{ kind: 'moved', step: 'accepted', words: '正在换光模块' }]);
  });

  it('takes a repair told before 接单 for both', () => {
    const decision = decideMessage(sceneOf(engineer, act('resolve', { words: '重启了' }), [ticketIn('offered')]));
    expect(acceptedOf(decision).changes[0]?.events.map((e) => e.kind)).toEqual(['accepted', 'resolved', 'asked']);
  });

  it('lets a colleague take what was offered to another, by its number: he is told all of it, the other that he need not go', () => {
    const decision = decideMessage(
      sceneOf(member('dongyayang'), act('accept', { tickets: ['0017'] }), [ticketIn('offered')]),
    );
    expect(onlyAfter(decision)).toMatchObject({ state: 'accepted', assignee: 'dongyayang' });
    expect(acceptedOf(decision).effects).toMatchObject([
      { kind: 'moved', step: 'accepted' },
      { kind: 'details', to: 'dongyayang' },
      { kind: 'passed-on', what: 'taken', words: '董亚杨', to: 'zhaogaobin' },
    ]);
  });

  it('lets one whose time ran out arrive and repair, as long as nobody has accepted', () => {
    const lapsed = ticketIn('offered', { assignee: 'dongyayang', passed: ['zhaogaobin'], lapsed: ['zhaogaobin'] });
    expect(onlyAfter(decideMessage(sceneOf(engineer, act('arrive'), [lapsed])))).toMatchObject({
      state: 'arrived',
      assignee: 'zhaogaobin',
      lapsed: [],
    });
    const taken = ticketIn('accepted', { assignee: 'dongyayang', passed: ['zhaogaobin'] });
    expect(refusalOf(decideMessage(sceneOf(engineer, act('arrive', { tickets: ['0017'] }), [taken])))).toMatchObject({
      kind: 'not-yours',
    });
  });

  it('tells those who were worried about level 1 that somebody comes', () => {
    const second = ticketIn('offered', { level: 1, round: 3, lapsed: ['dongyayang'] });
    const decision = decideMessage(sceneOf(engineer, act('accept'), [second]));
    expect(acceptedOf(decision).effects.slice(1)).toMatchObject([
      { kind: 'alarm', to: 'zhangbingbing', why: { kind: 'accepted' } },
      { kind: 'alarm', to: 'wangxiubao', why: { kind: 'accepted' } },
    ]);
  });

  it('tells the second of two who accept at once who has it, and changes nothing', () => {
    const first = onlyAfter(decideMessage(sceneOf(engineer, act('accept'), [ticketIn('offered')])));
    const second = decideMessage(sceneOf(member('dongyayang'), act('accept', { tickets: ['0017'] }), [first]));
    expect(refusalOf(second)).toMatchObject({ kind: 'taken', by: 'zhaogaobin' });
  });
});

describe('拒单 and 转派', () => {
  it('go to the next by duty, with the reason', () => {
    const decision = decideMessage(
      sceneOf(engineer, act('decline', { words: '我在漷县走不开' }), [ticketIn('offered')]),
    );
    expect(onlyAfter(decision)).toMatchObject({ state: 'offered', assignee: 'dongyayang', passed: ['zhaogaobin'] });
    expect(acceptedOf(decision).effects).toMatchObject([
      { kind: 'offer', step: 'next', from: { name: '赵高斌', reason: '我在漷县走不开' } },
    ]);
  });

  it('go to the one named, also from the middle of the work, and the clock of the pause stops', () => {
    for (const state of ['accepted', 'arrived', 'suspended'] as const) {
      const facts = act('decline', { target: 'hanqikun', tickets: ['0017'] });
      const now = NOW + 3 * HOUR;
      const after = onlyAfter(decideMessage(sceneOf(engineer, facts, [ticketIn(state)], { now })));
      expect(after).toMatchObject({ state: 'offered', assignee: 'hanqikun', round: 2 });
      expect(after.breaks.every((b) => b.to !== null)).toBe(true);
    }
  });

  it('by the lead tell the one who had it', () => {
    const facts = act('decline', { target: 'hanqikun', tickets: ['0017'] });
    const decision = decideMessage(sceneOf(member('zhangbingbing'), facts, [ticketIn('accepted')]));
    expect(acceptedOf(decision).effects).toMatchObject([
      { kind: 'offer', step: 'next' },
      { kind: 'passed-on', what: 'reassigned', words: '张冰冰', to: 'zhaogaobin' },
    ]);
  });

  it('by the lead give out what nobody has, and nobody has declined it', () => {
    const facts = act('decline', { target: 'hanqikun', tickets: ['0017'] });
    const decision = decideMessage(sceneOf(member('zhangbingbing'), facts, [ticketIn('unassigned')]));
    expect(onlyAfter(decision)).toMatchObject({ assignee: 'hanqikun', passed: [] });
    expect(effectsOf(decision)).toEqual(['offer']);
  });

  it('strand the ticket where nobody is left, and tell who can help', () => {
    const ticket = ticketIn('offered', { passed: ['dongyayang', 'caoyunwu', 'hanqikun'] });
    const decision = decideMessage(sceneOf(engineer, act('decline'), [ticket]));
    expect(onlyAfter(decision).state).toBe('unassigned');
    expect(effectsOf(decision)).toEqual(['alarm', 'alarm']);
  });

  it.each([
    ['nobody of that id', 'nobody', 'nobody'],
    ['the client', 'jiafang', '甲方代表'],
    ['the manager', 'wangxiubao', '王秀葆'],
  ])('are refused to %s', (_, target, name) => {
    const decision = decideMessage(sceneOf(engineer, act('decline', { target }), [ticketIn('accepted')]));
    expect(refusalOf(decision)).toEqual({ kind: 'no-such-person', name });
  });
});

describe('办结', () => {
  it('is summed up for all, and the reporter is asked for a rating', () => {
    const facts = act('resolve', { words: '换了光模块' });
    const decision = decideMessage(sceneOf(engineer, facts, [ticketIn('arrived', { asked: 'phone' })]));
    expect(onlyAfter(decision)).toMatchObject({ state: 'resolved', resolution: '换了光模块', asked: 'rating' });
    expect(acceptedOf(decision).effects).toMatchObject([{ kind: 'closure', ask: true }]);
  });

  it('asks no engineer to rate himself', () => {
    const own = ticketIn('arrived', { reporter: { ...ticketIn('offered').reporter, key: 'staff:zhaogaobin' } });
    const decision = decideMessage(sceneOf(engineer, act('resolve', { words: '换了' }), [own]));
    expect(acceptedOf(decision).effects).toMatchObject([{ kind: 'closure', ask: false }]);
    expect(onlyAfter(decision).asked).toBeNull();
  });

  it('without a word takes the next words for its account', () => {
    const bare = onlyAfter(decideMessage(sceneOf(engineer, act('resolve'), [ticketIn('arrived')])));
    expect(bare).toMatchObject({ state: 'resolved', resolution: '' });
    const decision = decideMessage(sceneOf(engineer, act('progress', { words: '光模块坏了' }), [bare]));
    expect(onlyAfter(decision)).toMatchObject({ state: 'resolved', resolution: '光模块坏了' });
    expect(effectsOf(decision)).toEqual(['accounted']);
  });
});
