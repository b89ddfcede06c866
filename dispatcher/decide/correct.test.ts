import { describe, expect, it } from 'vitest';
import type { Correction } from '../model.js';
import { factsOf } from '../testing/facts.js';
import { KUOXIAN } from '../testing/house.js';
import { BY_ROLE, member } from '../testing/people.js';
import { acceptedOf, effectsOf, onlyAfter, refusalOf, sceneOf } from '../testing/scenes.js';
import { ticketIn } from '../testing/tickets.js';
import { decideCorrection, mayCorrect } from './correct.js';
import { decideMessage } from './message.js';

const right = (change: Partial<Correction>): Correction => ({
  level: null,
  category: null,
  unit: null,
  reason: '核实过',
  ...change,
});
const desk = member('suzhe');
const correct = (ticket: Parameters<typeof decideCorrection>[1], change: Partial<Correction>) =>
  decideCorrection(sceneOf(desk, factsOf('supplement')), ticket, right(change));

describe('a reading put right', () => {
  it('changes the ticket, with who and why in its log', () => {
    const decision = correct(ticketIn('accepted'), { level: 3 });
    expect(onlyAfter(decision)).toMatchObject({
      level: 3,
      reason: { words: '', meaning: '苏喆改定：核实过' },
      state: 'accepted',
    });
    expect(acceptedOf(decision).changes[0]?.events).toMatchObject([
      { kind: 'corrected', why: '核实过', by: { key: 'staff:suzhe' } },
    ]);
    expect(effectsOf(decision)).toEqual(['corrected']);
  });

  it('raises it as a wider tale would', () => {
    expect(effectsOf(correct(ticketIn('accepted'), { level: 1 }))).toEqual(['raised']);
  });

  it('of the kind of work sends a waiting job to the one whose duty it is', () => {
    const decision = correct(ticketIn('offered'), { category: 'metro' });
    expect(onlyAfter(decision)).toMatchObject({ category: 'metro', assignee: 'cuijianchao', round: 2 });
    expect(effectsOf(decision)).toEqual(['corrected', 'offer']);
  });

  it('leaves a job with the one who is at work on it', () => {
    const decision = correct(ticketIn('arrived'), { category: 'metro' });
    expect(onlyAfter(decision)).toMatchObject({ category: 'metro', assignee: 'zhaogaobin', state: 'arrived' });
  });

  it('tells the unit that was missing, and sends the ticket out', () => {
    const held = ticketIn('unassigned', { why: 'unit', unit: null, round: 0 });
    expect(onlyAfter(correct(held, { unit: KUOXIAN }))).toMatchObject({ unit: KUOXIAN, state: 'offered' });
  });

  it.each(['cancelled', 'merged'] as const)('makes no sense when %s', (state) => {
    expect(refusalOf(correct(ticketIn(state), { level: 1 })).kind).toBe('not-in-state');
  });

  it('is for the desk, the lead and the manager', () => {
    const may = Object.entries(BY_ROLE).filter(([role, sender]) => {
      expect(mayCorrect(sender.role), role).toBe(['desk', 'lead', 'manager'].includes(role));
      const decision = decideCorrection(
        sceneOf(sender, factsOf('supplement')),
        ticketIn('accepted'),
        right({ level: 3 }),
      );
      return decision.kind === 'accepted';
    });
    expect(may.map(([role]) => role)).toEqual(['desk', 'lead', 'manager']);
  });

  it('is meant by the number it names, and is no supplement', () => {
    const facts = factsOf('supplement', { tickets: ['0017'], correction: right({ level: 3 }) });
    expect(onlyAfter(decideMessage(sceneOf(desk, facts, [ticketIn('accepted')])))).toMatchObject({ level: 3 });
    const unknown = factsOf('supplement', { tickets: ['0099'], correction: right({ level: 3 }) });
    expect(refusalOf(decideMessage(sceneOf(desk, unknown, [ticketIn('accepted')])))).toEqual({
      kind: 'no-such-ticket',
      ref: '0099',
    });
  });
});
