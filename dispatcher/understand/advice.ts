/**
 * A second opinion put to a reading that is unsure. Pure. What the rules found with evidence is never lowered: advice may raise a
 * level, and what was read as a report is never made small talk of (issue 3).
 */
import type { Evidence, Facts, Fault, Intent } from '../model.js';
import type { Advice } from '../ports.js';

const RULE = 'advisor';
const MEANING = '综合描述判断';
/** Characters of a fault's summary where the words themselves have to do. */
const SUMMARY = 20;

const evidence = (field: string): Evidence => ({ field, words: '', rule: RULE });

/** The words that decided a level stand in the evidence: such a report is one. */
const isFound = (facts: Facts): boolean =>
  facts.evidence.some((line) => line.field === 'severity' && line.rule !== RULE && line.words !== '');

/** The intent after the advice. */
const intentOf = (facts: Facts, advice: Advice): Intent => {
  if (facts.intent === 'report' && (advice.intent === 'chatter' || isFound(facts))) return 'report';
  // A rating is a number that stands in the words; the advice brings none.
  return advice.intent === 'feedback' && facts.rating === null ? facts.intent : advice.intent;
};

const tells = (intent: Intent): boolean => intent === 'report' || intent === 'supplement';

const shortened = (words: string): string => {
  const letters = [...words.replace(/\s+/gu, ' ').trim()];
  return letters.length <= SUMMARY ? letters.join('') : `${letters.slice(0, SUMMARY - 1).join('')}…`;
};

/** The fault of a report in which the rules saw none. */
const faultFrom = (facts: Facts, fault: NonNullable<Advice['fault']>): Fault => ({
  ...fault,
  scope: 'unknown',
  location: facts.location,
  summary: shortened(facts.words) || '故障待确认',
  reason: { words: '', meaning: MEANING },
});

type Merged = { readonly fault: Fault; readonly evidence: readonly Evidence[] };

const merged = (fault: Fault, told: NonNullable<Advice['fault']>, sure: boolean): Merged => {
  const raised = told.severity < fault.severity;
  const moved = sure && told.category !== fault.category;
  return {
    fault: {
      ...fault,
      ...(raised ? { severity: told.severity, reason: { words: '', meaning: MEANING } } : {}),
      ...(moved ? { category: told.category } : {}),
    },
    evidence: [...(raised ? [evidence('severity')] : []), ...(moved ? [evidence('category')] : [])],
  };
};

/** The faults after the advice, which speaks of the gravest one (the first where tied). */
const faultsOf = (facts: Facts, intent: Intent, advice: Advice, sure: boolean): readonly Merged[] => {
  if (!tells(intent)) return [];
  const kept = facts.faults.map((fault): Merged => ({ fault, evidence: [] }));
  const told = advice.fault;
  if (told === null) return kept;
  const gravest = facts.faults.reduce<Fault | null>(
    (one, f) => (one === null || f.severity < one.severity ? f : one),
    null,
  );
  if (gravest !== null) return kept.map((one) => (one.fault === gravest ? merged(gravest, told, sure) : one));
  return intent === 'report'
    ? [{ fault: faultFrom(facts, told), evidence: [evidence('severity'), evidence('category')] }]
    : [];
};

/**
 * The facts of an unsure reading (the caller's threshold) with advice put to them. Intent and category change only where the advice is
 * not less sure of itself than the rules are; a level is raised in any case. The confidence stays the rules' own. Every change has an
 * evidence line {field, words: '', rule: 'advisor'}, behind those of the rules.
 */
export const withAdvice = (facts: Facts, advice: Advice): Facts => {
  const sure = advice.confidence === null || advice.confidence >= facts.confidence;
  const intent = sure ? intentOf(facts, advice) : facts.intent;
  const faults = faultsOf(facts, intent, advice, sure);
  // A report without a fault is nothing that anybody could be sent to.
  if (intent === 'report' && facts.intent !== 'report' && faults.length === 0) return facts;
  return {
    ...facts,
    intent,
    faults: faults.map((one) => one.fault),
    evidence: [
      ...facts.evidence,
      ...(intent === facts.intent ? [] : [evidence('intent')]),
      ...faults.flatMap((one) => one.evidence),
    ],
  };
};
