/** Level and category of one fault by rules and weights together: "in doubt between two levels the higher one stands" (rubric 2). */
import { CATEGORIES } from '../model.js';
import type { Category, Evidence, Level, Scope } from '../model.js';
import type { Of, One } from './faults.js';
import { saysWhere } from './reading.js';
import type { Reading } from './reading.js';
import type { Weigh } from './weigh.js';
import { faultFeatures } from './weigh-fault.js';
import { wordsFor } from './weigh-why.js';

/**
 * From these likelihoods on the higher level stands. Chosen with each writer left out once (1,544 messages): level 1 from 0.3 on finds
 * 90 of 100 at a precision of 90, from 0.2 on 93 at 88. A level 1 that is missed costs more than one that is lowered by a person.
 */
const AT_ONE = 0.2;
/** Where the rules saw level 3, it must be likelier than not. */
const AT_ONE_FROM_THREE = 0.5;
const AT_TWO = 0.6;

const levelBy = (likely: Float64Array, ruled: Level): Level => {
  const one = likely[0] ?? 0;
  if (one >= (ruled === 3 ? AT_ONE_FROM_THREE : AT_ONE)) return 1;
  return one + (likely[1] ?? 0) >= AT_TWO ? 2 : 3;
};

/** The rubric's line and what it means to people, where the weights differ from the rule. */
const lineOf = (
  level: Level,
  scope: Scope,
  category: Category,
  { key }: Of,
  listed: boolean,
): readonly [string, string] => {
  switch (level) {
    case 1:
      if (key) return ['key unit', '重点单位'];
      if (listed) return ['unit under guarantee', '重大活动保障期间'];
      if (category === 'security') return ['a security event that spreads or shows', '安全事件可能扩散'];
      if (category === 'room') return ['a machine room is down', '影响机房下联学校'];
      return scope === 'region'
        ? ['more than one school', '影响多所学校']
        : ['a whole school has lost the network', '影响全校'];
    case 2:
      if (scope === 'unit' || scope === 'unit-partly') return ['a whole school that still works, badly', '影响全校'];
      return ['smaller reach or some effect', '影响面较小'];
    case 3:
      return scope === 'room' ? ['one room', '影响一间'] : ['one terminal or user', '影响一处'];
    default:
      return never(level);
  }
};

/** How far it is said to reach: a fault of level 3 is not told as one of a building. */
const reachAt = (level: Level, scope: Scope): Scope =>
  level === 3 && (scope === 'building' || scope === 'floor' || scope === 'rooms') ? 'room' : scope;

const never = (value: never): readonly [string, string] => [value, ''];

const ruleOf = (evidence: readonly Evidence[], field: string): string =>
  evidence.find((one) => one.field === field)?.rule ?? '';

/** What is made of the rules' answer to each fault of a reading. */
export const jointFault =
  (reading: Reading, affected: Of, weigh: Weigh | null): ((one: One) => One) =>
  (one) => {
    // Staff who do not say where mostly talk of their work (堵车还得二十分钟).
    if (weigh === null || (reading.context.role !== 'reporter' && !saysWhere(reading))) return one;
    const { fault, evidence, frames, sure, signs } = one;
    const ruled = {
      fault,
      frames,
      severityRule: ruleOf(evidence, 'severity'),
      categoryRule: ruleOf(evidence, 'category'),
      sure,
      signs,
      key: affected.key,
    };
    const features = faultFeatures(reading, ruled, affected.unit);
    const levels = weigh.level(features);
    const kinds = weigh.category(features);
    if (levels === null || kinds === null) return one;
    const severity = levelBy(levels, fault.severity);
    let best = CATEGORIES.indexOf(fault.category);
    const before = best;
    CATEGORIES.forEach((_, at) => {
      if ((kinds[at] ?? 0) > (kinds[best] ?? 0)) best = at;
    });
    const category = CATEGORIES[best] ?? fault.category;
    let lines = evidence;
    let reason = fault.reason;
    if (severity !== fault.severity) {
      const words = wordsFor(reading, features, weigh.why('level', features, severity - 1, fault.severity - 1));
      const { event } = reading.context;
      const listed =
        event !== null && event.phase !== 'next-week' && affected.unit !== null && event.units.includes(affected.unit);
      const [line, meaning] = lineOf(severity, fault.scope, category, affected, listed);
      lines = replaced(lines, { field: 'severity', words, rule: `rubric 2: ${line} → level ${severity}, weighed` });
      reason = { words, meaning };
    }
    if (best !== before) {
      const words = wordsFor(reading, features, weigh.why('category', features, best, before));
      lines = replaced(lines, { field: 'category', words, rule: `rubric 3: ${category}, weighed` });
    }
    const likely = Math.min(
      severity === 1 ? 1 : severity === 2 ? (levels[0] ?? 0) + (levels[1] ?? 0) : (levels[2] ?? 0),
      kinds[best] ?? 0,
    );
    const agrees = severity === fault.severity && category === fault.category;
    return {
      ...one,
      fault: { ...fault, severity, category, reason, summary: one.summary(category, reachAt(severity, fault.scope)) },
      evidence: lines,
      sure: agrees ? sure : Math.min(sure, likely),
    };
  };

const replaced = (evidence: readonly Evidence[], by: Evidence): readonly Evidence[] =>
  evidence.map((one) => (one.field === by.field ? by : one));
