import { expect, it } from 'vitest';
import type { ClockKind } from '../decision.js';
import type { Policy } from '../policy.js';
import { houseOf, POLICY } from '../testing/house.js';
import { ticketIn } from '../testing/tickets.js';
import { at } from '../testing/time.js';
import { HOUR } from '../decide/time.js';
import { sumsOf } from './sum.js';

const words = (reported: string, kinds: readonly ClockKind[], change: Partial<Policy> = {}): string | null =>
  sumsOf(ticketIn('offered', { level: 3, reportedAt: at(reported) }), houseOf(change), at(reported), ...kinds);

const sla = { ...POLICY.sla, 3: { ...POLICY.sla[3], arrive: { unit: 'ms', ms: 4 * HOUR } } } as const;

it.each<readonly [string, readonly ClockKind[], Partial<Policy>, string | null]>([
  ['2026-02-27 16:30', ['arrive'], { sla }, '今天 16:30 受理，4 个工作小时，周六补班 → 周六 10:30 到场'],
  ['2026-11-20 17:30', ['arrive'], {}, '今天 17:30 受理，1 个工作日，周六、周日不计 → 周一 17:30 到场'],
  [
    '2026-11-19 17:30',
    ['arrive', 'resolve'],
    {},
    '今天 17:30 受理，1 个工作日 → 周五 17:30 到场；2 个工作日，周六、周日不计 → 周一 17:30 修复',
  ],
  ['2026-11-20 17:30', ['accept'], {}, '今天 17:30 派单，1 个工作小时，周六、周日不计 → 周一 08:30 接单'],
  ['2026-09-30 17:30', ['arrive'], {}, '今天 17:30 受理，1 个工作日，10-01 至 10-07 国庆节不计 → 10-08 17:30 到场'],
  ['2026-11-23 09:00', ['accept'], {}, null],
])('%s %s', (reported, kinds, change, expected) => {
  expect(words(reported, kinds, change)).toBe(expected);
});

it('says what was paused, and that it was opened again', () => {
  const breaks = [{ from: at('2026-11-23 11:00'), to: at('2026-11-23 12:30'), reason: '' }];
  const ticket = ticketIn('accepted', { breaks, reopened: 1 });
  expect(sumsOf(ticket, houseOf(), at('2026-11-24 09:00'), 'arrive')).toBe(
    '周一 10:47 重新受理，2 小时，挂起 1 小时 30 分不计 → 周一 14:17 到场',
  );
});
