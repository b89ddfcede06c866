import { describe, expect, it } from 'vitest';
import { INTENTS, type Intent } from '../model.js';
import { factsOf, reportOf } from '../testing/facts.js';
import { BY_ROLE, member, reporter } from '../testing/people.js';
import { acceptedOf, effectsOf, refusalOf, sceneOf } from '../testing/scenes.js';
import { STATES, ticketIn } from '../testing/tickets.js';
import { decideMessage } from './message.js';

const WORK: readonly Intent[] = ['accept', 'decline', 'arrive', 'progress', 'suspend', 'resume', 'resolve'];

describe('talk', () => {
  it('between people is left alone', () => {
    expect(effectsOf(decideMessage(sceneOf(reporter(), factsOf('chatter'), [], { addressed: false })))).toEqual([]);
  });

  it('that is understood as such gets no answer, even to the bot', () => {
    expect(effectsOf(decideMessage(sceneOf(reporter(), factsOf('chatter'))))).toEqual([]);
  });

  it('to the bot that cannot be placed gets one line', () => {
    const unsure = factsOf('chatter', { confidence: 0.3 });
    expect(effectsOf(decideMessage(sceneOf(reporter(), unsure)))).toEqual(['unplaced']);
    expect(effectsOf(decideMessage(sceneOf(reporter(), unsure, [], { addressed: false })))).toEqual([]);
  });

  it('that sounds like work among colleagues is left alone, said to the bot it is answered', () => {
    for (const intent of WORK) {
      const scene = sceneOf(member('zhaogaobin'), factsOf(intent));
      if (intent !== 'accept') expect(effectsOf(decideMessage({ ...scene, addressed: false }))).toEqual([]);
      expect(refusalOf(decideMessage(scene))).toEqual({
        kind: intent === 'accept' ? 'nothing-waits' : 'nothing-open',
      });
    }
  });

  it.each(['urge', 'query', 'feedback', 'recovered', 'cancel'] as const)('%s without a ticket', (intent) => {
    const scene = sceneOf(reporter(), factsOf(intent));
    expect(refusalOf(decideMessage(scene))).toEqual({ kind: 'nothing-open' });
    expect(effectsOf(decideMessage({ ...scene, addressed: false }))).toEqual([]);
  });
});

describe('a number that nobody has', () => {
  it.each([...WORK, 'urge', 'query', 'cancel', 'recovered', 'supplement'] as const)(
    'is told to be so: %s',
    (intent) => {
      expect(refusalOf(decideMessage(sceneOf(member('zhaogaobin'), factsOf(intent, { tickets: ['0099'] }))))).toEqual({
        kind: 'no-such-ticket',
        ref: '0099',
      });
    },
  );
});

describe('a query', () => {
  it('is answered with the state, by whomever it is asked', () => {
    for (const sender of Object.values(BY_ROLE)) {
      const scene = sceneOf(sender, factsOf('query', { tickets: ['0017'] }), [ticketIn('accepted')]);
      expect(acceptedOf(decideMessage(scene)).effects).toMatchObject([{ kind: 'status', urged: false }]);
    }
  });
});

describe('every intent of every role on a ticket in every state', () => {
  for (const [role, sender] of Object.entries(BY_ROLE))
    it.each(STATES)(`${role}, %s: is accepted with words, or refused; never both changed and silent`, (state) => {
      for (const intent of INTENTS) {
        const facts =
          intent === 'report' ? reportOf() : factsOf(intent, { tickets: ['0017'], words: '等备件', rating: 3 });
        const decision = decideMessage(sceneOf(sender, facts, [ticketIn(state)]));
        if (decision.kind === 'refused' || intent === 'chatter') continue;
        expect(decision.effects.length, intent).toBeGreaterThan(0);
      }
    });

  it('lets 甲方 change no ticket but their own', () => {
    for (const state of STATES)
      for (const intent of INTENTS) {
        if (intent === 'report' || intent === 'urge' || intent === 'supplement') continue;
        const facts = factsOf(intent, { tickets: ['0017'], words: '等备件', rating: 3, target: 'hanqikun' });
        const decision = decideMessage(sceneOf(member('jiafang'), facts, [ticketIn(state)]));
        if (decision.kind === 'accepted') expect(decision.changes, `${intent} ${state}`).toEqual([]);
      }
  });
});
