import type { GuaranteeLine } from '../model.js';

/** The first that fits stands: 成人高考 is no 高考, 体育中考 no 中考 (contract.md, annex 1, lines 10 to 14). */
const LINES: readonly (readonly [RegExp, GuaranteeLine])[] = [
  [/体育|质量监测|教师资格|教资/u, 13],
  [/自考|自学考试|成人|成考/u, 10],
  [/高考|高中|合格(?:性)?考|会考|高招/u, 11],
  [/中考|初中|初三|学考/u, 12],
  [/考试|考核|机考|统考|测评|监测|笔试|面试/u, 13],
];

/** The line of the service list on which an event of this name is booked; 14 (重大活动) for what is no examination. */
export const lineOf = (name: string): GuaranteeLine => LINES.find(([words]) => words.test(name))?.[1] ?? 14;
