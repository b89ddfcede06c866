/** Whether the holidays are known far enough ahead for deadlines in working time. */
import { knownUntil, runsOut } from '../../dispatcher/decide/calendar.js';
import { dateOf, DAY } from '../../dispatcher/decide/time.js';
import type { SpecialDays } from '../../dispatcher/policy.js';
import { note, ok, type Finding } from './finding.js';

/** The holidays beyond the library's table, at `now` (ms). A note, not a fault: until the state announces a year nobody can know it. */
export function checkHolidays(days: SpecialDays, now: number): Finding {
  const last = dateOf(knownUntil(now, days) - DAY);
  if (runsOut(now, days) === null) return ok(`the holidays are known until ${last}`);
  return note(
    `the holidays are known only until ${last}; deadlines beyond count Monday to Friday.`,
    'Write the next year into calendar.yaml (state: 已公布) as soon as the State Council has announced it.',
  );
}
