/** Is a security event one that spreads or shows in public (rubric 2, level 1)? */
import { say } from './judged.js';
import type { Case, Judged } from './judged.js';
import { CONTAINED, SPREADS } from './threat.js';

/** Level 1, or null where it is judged like any other fault. */
export const securityLevel = (the: Case): Judged | null => {
  if (SPREADS.test(the.wider) && !CONTAINED.test(the.wider.replace(/勒索.*/s, '')))
    return say(1, 'a security event that spreads or shows', '安全事件可能扩散');
  if (
    /中毒|病毒|中招|感染|木马/.test(the.text) &&
    the.several &&
    the.scope !== 'terminal' &&
    !CONTAINED.test(the.wider)
  )
    return say(1, 'malware on several machines', '安全事件可能扩散');
  if (/勒索/.test(the.wider)) return say(1, 'ransomware from the first machine', '安全事件可能扩散');
  return null;
};
