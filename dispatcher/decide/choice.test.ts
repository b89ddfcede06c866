import { describe, expect, it } from 'vitest';
import type { Facts, Talk } from '../model.js';
import { factsOf } from '../testing/facts.js';
import { POLICY } from '../testing/house.js';
import { member, reporter } from '../testing/people.js';
import { acceptedOf, effectsOf, onlyAfter, sceneOf } from '../testing/scenes.js';
import { ticketIn } from '../testing/tickets.js';
import { NOW } from '../testing/time.js';
import { decideMessage } from './message.js';
import { QUIET } from './scene.js';
import { MINUTE } from './time.js';

const older = ticketIn('accepted', { no: 'TZ-20261123-0017' });
const newer = ticketIn('accepted', { no: 'TZ-20261123-0018' });
const two = [newer, older];

const pending = (facts: Facts, at = NOW): Talk => ({
  draft: null,
  choice: { facts, options: [newer.id, older.id], at },
});
const answer = (facts: Facts, before: Facts, now = NOW + MINUTE, sender = member('zhaogaobin')) =>
  decideMessage(sceneOf(sender, facts, two, { now, loaded: { talk: pending(before) } }));

describe('when two could be meant', () => {
  it('the bot asks, changes nothing, and remembers what was meant', () => {
    const facts = factsOf('arrive', { words: '到场' });
    const decision = acceptedOf(decideMessage(sceneOf(member('zhaogaobin'), facts, two)));
    expect(decision.changes).toEqual([]);
    expect(decision.effects).toMatchObject([{ kind: 'choice', options: [{ no: newer.no }, { no: older.no }] }]);
    expect(decision.talk).toEqual({ draft: null, choice: { facts, options: [newer.id, older.id], at: NOW } });
  });

  it('a question of state needs no choice: both are told', () => {
    const decision = acceptedOf(decideMessage(sceneOf(reporter(), factsOf('query'), two)));
    expect(decision.effects).toMatchObject([{ kind: 'status', tickets: [{ no: newer.no }, { no: older.no }] }]);
  });
});

describe('the answer', () => {
  it.each([
    ['by its place', { choice: 2 }],
    ['by its last four digits', { tickets: ['0017'] }],
    ['by its whole number', { tickets: [older.no] }],
  ])('%s does what was meant to the one chosen', (_, how) => {
    const decision = answer(factsOf('supplement', how), factsOf('arrive'));
    expect(onlyAfter(decision)).toMatchObject({ no: older.no, state: 'arrived' });
    expect(acceptedOf(decision).talk).toEqual(QUIET);
  });

  it('keeps the words and the person that were named before', () => {
    const before = factsOf('decline', { words: '我在漷县走不开', target: 'dongyayang' });
    const decision = answer(factsOf('accept', { choice: 1 }), before);
    expect(onlyAfter(decision)).toMatchObject({ no: newer.no, assignee: 'dongyayang' });
    expect(acceptedOf(decision).effects[0]).toMatchObject({ kind: 'offer', from: { reason: '我在漷县走不开' } });
  });

  it('passes on what was said then, not the number that was typed now', () => {
    const decision = answer(
      factsOf('supplement', { choice: 1 }),
      factsOf('urge', { words: '怎么还没来' }),
      NOW,
      reporter(),
    );
    expect(acceptedOf(decision).effects).toMatchObject([
      { kind: 'status' },
      { kind: 'passed-on', words: '怎么还没来' },
    ]);
  });

  it('is a new word where it names an act of its own', () => {
    const decision = answer(factsOf('arrive', { tickets: ['0017'], words: '到场' }), factsOf('accept'));
    expect(onlyAfter(decision)).toMatchObject({ no: older.no, state: 'arrived' });
    const cancel = answer(factsOf('cancel', { tickets: ['0018'], words: '撤单' }), factsOf('urge'), NOW, reporter());
    expect(onlyAfter(cancel)).toMatchObject({ no: newer.no, state: 'cancelled' });
  });

  it('comes by a press as well', () => {
    const decision = answer(factsOf('query', { tickets: ['0018'], confidence: 1 }), factsOf('arrive'));
    expect(onlyAfter(decision)).toMatchObject({ no: newer.no, state: 'arrived' });
  });

  it('is waited for ten minutes', () => {
    const last = answer(factsOf('chatter', { choice: 1 }), factsOf('arrive'), NOW + POLICY.choiceMs);
    expect(onlyAfter(last)).toMatchObject({ state: 'arrived' });
    const late = answer(factsOf('chatter', { choice: 1 }), factsOf('arrive'), NOW + POLICY.choiceMs + 1);
    expect(acceptedOf(late).changes).toEqual([]);
  });

  it('is none where there is no such choice', () => {
    expect(effectsOf(answer(factsOf('chatter', { choice: 3, confidence: 0.3 }), factsOf('arrive')))).toEqual([
      'unplaced',
    ]);
  });

  it('that is refused leaves the question standing', () => {
    const decision = answer(factsOf('supplement', { choice: 1 }), factsOf('resume'));
    expect(decision.kind).toBe('refused');
  });
});
