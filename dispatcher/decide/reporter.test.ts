import { describe, expect, it } from 'vitest';
import type { Facts, Sender, Ticket } from '../model.js';
import { factsOf } from '../testing/facts.js';
import { KUOXIAN } from '../testing/house.js';
import { member, reporter } from '../testing/people.js';
import { acceptedOf, effectsOf, onlyAfter, refusalOf, sceneOf } from '../testing/scenes.js';
import { STATES, ticketIn } from '../testing/tickets.js';
import { decideMessage } from './message.js';

const named = (intent: Facts['intent'], change: Partial<Facts> = {}): Facts =>
  factsOf(intent, { tickets: ['0017'], ...change });
const decide = (sender: Sender, facts: Facts, ticket: Ticket) => decideMessage(sceneOf(sender, facts, [ticket]));

describe('催单', () => {
  it.each(['offered', 'accepted', 'arrived', 'suspended'] as const)('is counted and passed on when %s', (state) => {
    const decision = decide(reporter(), factsOf('urge'), ticketIn(state));
    expect(onlyAfter(decision)).toMatchObject({ state, urged: 1 });
    expect(acceptedOf(decision).effects).toMatchObject([
      { kind: 'status', urged: true },
      { kind: 'passed-on', what: 'urge', to: 'zhaogaobin' },
    ]);
  });

  it('has nobody to be passed to while nobody has it', () => {
    expect(effectsOf(decide(reporter(), factsOf('urge'), ticketIn('unassigned')))).toEqual(['status']);
  });

  it('may come from the lead about anybody’s ticket, and is not sent to the one who urges', () => {
    expect(effectsOf(decide(member('zhangbingbing'), named('urge'), ticketIn('accepted')))).toEqual([
      'status',
      'passed-on',
    ]);
    expect(effectsOf(decide(member('zhaogaobin'), named('urge'), ticketIn('accepted')))).toEqual(['status']);
  });

  it.each(['resolved', 'closed', 'cancelled', 'merged'] as const)('only tells the state when %s', (state) => {
    const decision = acceptedOf(decide(reporter(), named('urge'), ticketIn(state)));
    expect(decision.changes).toEqual([]);
    expect(decision.effects).toMatchObject([{ kind: 'status', urged: false }]);
  });
});

describe('已恢复', () => {
  it.each(['accepted', 'arrived', 'suspended'] as const)('is the repair confirmed when %s', (state) => {
    const decision = decide(reporter(), factsOf('recovered'), ticketIn(state));
    expect(onlyAfter(decision)).toMatchObject({ state: 'resolved', asked: 'rating', resolution: '报修人告知已恢复' });
    expect(acceptedOf(decision).effects).toMatchObject([
      { kind: 'closure', ask: true },
      { kind: 'passed-on', what: 'recovered', to: 'zhaogaobin' },
    ]);
  });

  it.each(['unassigned', 'offered'] as const)('withdraws what nobody has taken yet: %s', (state) => {
    const decision = decide(reporter(), factsOf('recovered'), ticketIn(state));
    expect(onlyAfter(decision)).toMatchObject({ state: 'cancelled', why: '已自行恢复' });
    expect(effectsOf(decision)).toEqual(state === 'offered' ? ['cancelled', 'passed-on'] : ['cancelled']);
  });

  it('confirms a repair already told, once it is finished too', () => {
    const resolved = decide(reporter(), factsOf('recovered'), ticketIn('resolved'));
    expect(onlyAfter(resolved).state).toBe('resolved');
    expect(effectsOf(resolved)).toEqual(['confirmed']);
    const closed = acceptedOf(decide(reporter(), named('recovered'), ticketIn('closed')));
    expect(closed).toMatchObject({ changes: [], effects: [{ kind: 'confirmed' }] });
  });

  it.each(['cancelled', 'merged'] as const)('makes no sense when %s', (state) => {
    expect(refusalOf(decide(reporter(), named('recovered'), ticketIn(state)))).toMatchObject({ kind: 'not-in-state' });
  });

  it('is not for another school to say', () => {
    for (const state of STATES)
      expect(refusalOf(decide(reporter('li', { unit: KUOXIAN }), named('recovered'), ticketIn(state))).kind).toBe(
        'not-yours',
      );
  });

  it('may be said by those who joined, and by the desk', () => {
    const joined = ticketIn('accepted', { members: [{ key: 'playground:li', name: '李老师' }] });
    expect(onlyAfter(decide(reporter('li'), factsOf('recovered'), joined)).state).toBe('resolved');
    expect(onlyAfter(decide(member('suzhe'), named('recovered'), ticketIn('accepted'))).state).toBe('resolved');
  });

  it('asks no engineer to rate what he reported and repaired himself', () => {
    const own = ticketIn('accepted', { reporter: { ...ticketIn('offered').reporter, key: 'staff:zhaogaobin' } });
    const decision = decide(member('zhaogaobin'), named('recovered'), own);
    expect(onlyAfter(decision).asked).toBeNull();
    expect(acceptedOf(decision).effects).toMatchObject([{ kind: 'closure', ask: false }]);
  });
});

describe('撤单', () => {
  it.each(['unassigned', 'offered', 'accepted', 'arrived', 'suspended'] as const)('withdraws when %s', (state) => {
    const decision = decide(reporter(), factsOf('cancel', { words: '是我们自己跳闸' }), ticketIn(state));
    expect(onlyAfter(decision)).toMatchObject({ state: 'cancelled', why: '是我们自己跳闸' });
    expect(effectsOf(decision)).toEqual(state === 'unassigned' ? ['cancelled'] : ['cancelled', 'passed-on']);
  });

  it.each(['resolved', 'closed', 'cancelled', 'merged'] as const)('is refused when %s', (state) => {
    expect(refusalOf(decide(reporter(), named('cancel'), ticketIn(state)))).toMatchObject({
      kind: 'not-in-state',
      act: 'cancel',
    });
  });

  it.each([
    ['reporter', reporter('li', { unit: KUOXIAN }), false],
    ['colleague', reporter('li'), true],
    ['engineer', member('dongyayang'), false],
    ['client', member('jiafang'), false],
    ['desk', member('suzhe'), true],
    ['lead', member('zhangbingbing'), true],
    ['manager', member('wangxiubao'), true],
  ])('of another’s ticket by a %s: %s', (_, sender, may) => {
    const decision = decide(sender, named('cancel'), ticketIn('accepted'));
    if (may) expect(onlyAfter(decision).state).toBe('cancelled');
    else expect(refusalOf(decision).kind).toBe('not-yours');
  });
});

describe('评价', () => {
  it('closes the ticket with the score and the words', () => {
    const decision = decide(reporter(), factsOf('feedback', { rating: 5, words: '很耐心' }), ticketIn('resolved'));
    expect(onlyAfter(decision)).toMatchObject({ state: 'closed', rating: { score: 5, words: '很耐心' } });
    expect(effectsOf(decision)).toEqual(['rated']);
  });

  it.each([1, 2])('of %i is told to the lead', (rating) => {
    const decision = decide(reporter(), factsOf('feedback', { rating }), ticketIn('resolved'));
    expect(acceptedOf(decision).effects).toMatchObject([
      { kind: 'rated' },
      { kind: 'alarm', to: 'zhangbingbing', why: { kind: 'unhappy' } },
    ]);
  });

  it.each([3, 4, 5])('of %i is not', (rating) => {
    expect(effectsOf(decide(reporter(), factsOf('feedback', { rating }), ticketIn('resolved')))).toEqual(['rated']);
  });

  it('never counts from the one who repaired it', () => {
    expect(refusalOf(decide(member('zhaogaobin'), named('feedback', { rating: 5 }), ticketIn('resolved'))).kind).toBe(
      'own-rating',
    );
  });

  it('never counts from somebody who did not report it', () => {
    for (const sender of [reporter('li'), member('dongyayang'), member('jiafang')])
      expect(refusalOf(decide(sender, named('feedback', { rating: 5 }), ticketIn('closed'))).kind).toBe('not-yours');
  });

  it('can be corrected afterwards', () => {
    const rated = ticketIn('closed', { rating: { score: 5, words: '' } });
    expect(onlyAfter(decide(reporter(), named('feedback', { rating: 2 }), rated))).toMatchObject({
      rating: { score: 2 },
    });
  });

  it.each([null, 0, 6, 4.5])('without a score from 1 to 5 (%s) changes nothing, and disturbs no talk', (rating) => {
    const scene = sceneOf(reporter(), factsOf('feedback', { rating }), [ticketIn('resolved')]);
    expect(acceptedOf(decideMessage(scene))).toMatchObject({ changes: [], effects: [{ kind: 'unplaced' }] });
    expect(effectsOf(decideMessage({ ...scene, addressed: false }))).toEqual([]);
  });

  it.each(['unassigned', 'offered', 'accepted', 'arrived', 'suspended', 'cancelled', 'merged'] as const)(
    'is refused when %s',
    (state) => {
      expect(refusalOf(decide(reporter(), named('feedback', { rating: 5 }), ticketIn(state))).kind).toBe(
        'not-in-state',
      );
    },
  );
});
