import { describe, expect, it } from 'vitest';
import { INTENTS, type Facts, type Level } from '../model.js';
import type { Advice } from '../ports.js';
import { factsOf, faultOf, reportOf } from '../testing/facts.js';
import { withAdvice } from './advice.js';

const advice = (intent: Advice['intent'], fault: Advice['fault'] = null, confidence: number | null = null): Advice => ({
  intent,
  fault,
  confidence,
});
const found = { field: 'severity', words: '三楼整层', rule: 'rubric 2: a floor → level 2' };
const unsure = (facts: Facts): Facts => ({ ...facts, confidence: 0.5 });
const GRAVE = { severity: 1, category: 'metro' } as const;
const LIGHT = { severity: 3, category: 'support' } as const;

describe('the intent', () => {
  it.each([
    ['small talk may turn out to be an urge', factsOf('chatter'), advice('urge'), 'urge'],
    ['a supplement may turn out to be a question', factsOf('supplement'), advice('query'), 'query'],
    ['a report is never made small talk of', reportOf(), advice('chatter'), 'report'],
    ['a report without a fault is not either', reportOf([]), advice('chatter'), 'report'],
    ['a report whose level no words decided may turn out to be a question', reportOf(), advice('query'), 'query'],
    ['a report found with evidence stays one', reportOf([faultOf()], { evidence: [found] }), advice('query'), 'report'],
    ['a rating without a number is none', factsOf('recovered'), advice('feedback'), 'recovered'],
    ['a rating with one is', factsOf('recovered', { rating: 5 }), advice('feedback'), 'feedback'],
    [
      'advice less sure of itself than the rules changes nothing',
      factsOf('chatter'),
      advice('urge', null, 0.4),
      'chatter',
    ],
    ['advice just as sure does', factsOf('chatter'), advice('urge', null, 0.5), 'urge'],
    ['a report that names no fault is nothing', factsOf('chatter'), advice('report'), 'chatter'],
  ])('%s', (_, facts, told, intent) => {
    expect(withAdvice(unsure(facts), told).intent).toBe(intent);
  });

  it('what is no report carries no fault', () => {
    expect(withAdvice(unsure(reportOf()), advice('query')).faults).toEqual([]);
  });
});

describe('the level', () => {
  const LEVELS: readonly Level[] = [1, 2, 3];
  const pairs = LEVELS.flatMap((rules) => LEVELS.map((told) => [rules, told, Math.min(rules, told)] as const));

  it.each(pairs)('%i by the rules and %i by the advice is %i', (severity, told, level) => {
    const facts = unsure(reportOf([faultOf({ severity })], { evidence: [found] }));
    const after = withAdvice(facts, advice('report', { severity: told, category: 'campus' }));
    expect(after.faults[0]?.severity).toBe(level);
    expect(after.evidence.includes(found)).toBe(true);
    expect(after.evidence.slice(1)).toEqual(
      level < severity ? [{ field: 'severity', words: '', rule: 'advisor' }] : [],
    );
    expect(after.faults[0]?.reason.meaning).toBe(level < severity ? '综合描述判断' : '影响一层楼');
  });

  it('is raised also by advice that is less sure, and by one that sees another intent', () => {
    const facts = unsure(reportOf([faultOf({ category: 'campus' })], { evidence: [found] }));
    const raised = withAdvice(facts, advice('supplement', GRAVE, 0.1));
    expect(raised).toMatchObject({ intent: 'report', faults: [{ severity: 1, category: 'campus' }] });
  });

  it('of several faults is that of the gravest, the first where tied', () => {
    const three = [
      faultOf({ severity: 3 }),
      faultOf({ severity: 2, summary: 'a' }),
      faultOf({ severity: 2, summary: 'b' }),
    ];
    const after = withAdvice(unsure(reportOf(three)), advice('report', GRAVE));
    expect(after.faults.map((f) => f.severity)).toEqual([3, 1, 2]);
  });
});

it('the category follows advice, with its evidence', () => {
  const after = withAdvice(unsure(reportOf()), advice('report', LIGHT));
  expect(after.faults[0]).toMatchObject({ severity: 2, category: 'support' });
  expect(after.evidence).toEqual([{ field: 'category', words: '', rule: 'advisor' }]);
});

it('a report where the rules saw small talk brings a fault of the sender’s words', () => {
  const words = '老师们那个东西又那样了，麻烦来看一下吧，谢谢谢谢，真的很急';
  const after = withAdvice(unsure(factsOf('chatter', { words, location: '三楼' })), advice('report', LIGHT));
  expect(after).toMatchObject({ intent: 'report', confidence: 0.5 });
  expect(after.faults).toEqual([
    {
      severity: 3,
      category: 'support',
      scope: 'unknown',
      location: '三楼',
      summary: '老师们那个东西又那样了，麻烦来看一下吧…',
      reason: { words: '', meaning: '综合描述判断' },
    },
  ]);
  expect(after.evidence.map((line) => line.field)).toEqual(['intent', 'severity', 'category']);
});

it('whatever is advised, a report found with evidence stays, no lower and with all its faults', () => {
  const facts = unsure(reportOf([faultOf({ severity: 2 }), faultOf({ severity: 3 })], { evidence: [found] }));
  for (const intent of INTENTS) {
    for (const fault of [null, GRAVE, LIGHT]) {
      const after = withAdvice(facts, advice(intent, fault, 1));
      expect(after.intent).toBe('report');
      expect(after.faults.map((f, i) => f.severity <= (facts.faults[i]?.severity ?? 0))).toEqual([true, true]);
    }
  }
});
