import { describe, expect, it } from 'vitest';
import type { Effect } from '../decision.js';
import type { Ticket } from '../model.js';
import { STAFF, houseOf } from '../testing/house.js';
import { mentionsIn } from '../testing/plain.js';
import { SEPARATE, saidOf, spoken, stageOf } from '../testing/spoken.js';
import { ticketIn } from '../testing/tickets.js';
import { NOW, at } from '../testing/time.js';

const reminder = (ticket: Ticket, clock: 'accept' | 'arrive' | 'resolve', due: number): Effect => ({
  kind: 'reminder',
  ticket,
  clock,
  due,
});
const unreachable = houseOf(
  {},
  STAFF.map((s) => ({ ...s, ids: {} })),
);

describe('before a deadline', () => {
  it.each<[string, Effect, string, string]>([
    [
      'acceptance, in the group: others may take it',
      reminder(ticketIn('offered'), 'accept', at('2026-11-23 11:02')),
      '2026-11-23 10:59',
      'group: ⏰ [@赵高斌] TZ-20261123-0017 还有 3 分钟到接单时限（11:02）',
    ],
    [
      'arrival, to the engineer alone',
      reminder(ticketIn('accepted'), 'arrive', at('2026-11-23 12:47')),
      '2026-11-23 12:17',
      'direct:zhaogaobin: ⏰ 0017 张家湾中学 教学楼三层：整层断网，还有 30 分钟到到场时限（12:47）',
    ],
    [
      'repair, over an hour ahead',
      reminder(ticketIn('arrived', { level: 3 }), 'resolve', at('2026-11-24 09:00')),
      '2026-11-23 17:30',
      'direct:zhaogaobin: ⏰ 0017 张家湾中学 教学楼三层：整层断网，还有 15 小时 30 分到修复时限（明天 09:00）',
    ],
  ])('%s', (_, effect, now, words) => {
    expect(spoken([effect], stageOf(at(now)))).toEqual([words]);
  });

  it('goes to the group where the engineer cannot be reached directly', () => {
    const says = spoken([reminder(ticketIn('accepted'), 'arrive', NOW)], stageOf(NOW, SEPARATE, unreachable));
    expect(says[0]).toMatch(/^group: ⏰ @赵高斌 /);
  });

  it('is said to nobody where nobody holds the ticket', () => {
    expect(spoken([reminder(ticketIn('unassigned'), 'resolve', NOW)])).toEqual([]);
  });

  it.each([
    ['accept', ['offered'], 1],
    ['arrive', ['accepted'], null],
    ['resolve', ['accepted', 'arrived'], null],
  ] as const)('of %s is wanted only while it can still be kept', (clock, states, round) => {
    const [said] = saidOf([reminder(ticketIn(clock === 'accept' ? 'offered' : 'accepted'), clock, NOW)]);
    expect(said?.wanted).toEqual({ ticket: 'TZ-20261123-0017', states, round });
  });
});

describe('after a deadline', () => {
  const breach = (ticket: Ticket, clock: 'arrive' | 'resolve', due: number): Effect => ({
    kind: 'breach',
    ticket,
    clock,
    due,
    tell: 'zhangbingbing',
  });

  it('the lead is called in the group, with the sum that shows it', () => {
    const effect = breach(ticketIn('accepted'), 'arrive', at('2026-11-23 12:47'));
    expect(spoken([effect], stageOf(at('2026-11-23 13:07')))).toEqual([
      'group: 🟠 TZ-20261123-0017 已过到场时限 20 分钟（10:47 受理，应 12:47 前到场） / 张家湾中学 教学楼三层：整层断网；赵高斌 10:52 已接单 / [@张冰冰] 请协调',
    ]);
    expect(saidOf([effect]).flatMap(mentionsIn)).toEqual(['zhangbingbing']);
  });

  it('is said at the very minute without a length', () => {
    const effect = breach(ticketIn('arrived', { level: 1 }), 'resolve', at('2026-11-23 14:47'));
    expect(spoken([effect], stageOf(at('2026-11-23 14:47')))[0]).toMatch(
      /^group: 🔴 TZ-20261123-0017 已过修复时限（10:47 受理，应 14:47 前修复） /,
    );
    expect(saidOf([effect])[0]?.class).toBe('urgent-ping');
  });

  it('is wanted only while it is still missed', () => {
    const [arrive] = saidOf([breach(ticketIn('accepted'), 'arrive', NOW)]);
    expect(arrive?.wanted?.states).not.toContain('arrived');
    const [resolve] = saidOf([breach(ticketIn('arrived'), 'resolve', NOW)]);
    expect(resolve?.wanted?.states).toContain('arrived');
    expect(resolve?.wanted?.states).not.toContain('suspended');
  });
});

describe('questions of the clock', () => {
  it('a word of progress is asked of the engineer directly', () => {
    expect(spoken([{ kind: 'beat', ticket: ticketIn('arrived', { level: 1 }) }])).toEqual([
      'direct:zhaogaobin: 0017 张家湾中学 教学楼三层：整层断网，请说一句进展（直接回复，会报到群里）',
    ]);
    expect(spoken([{ kind: 'beat', ticket: ticketIn('unassigned') }])).toEqual([]);
    const group = spoken([{ kind: 'beat', ticket: ticketIn('arrived') }], stageOf(NOW, SEPARATE, unreachable));
    expect(group[0]).toMatch(/^group: @赵高斌 0017 /);
  });

  it('a long pause is asked about, and told to the lead', () => {
    const effect: Effect = {
      kind: 'suspend-check',
      ticket: ticketIn('suspended', { why: '等备件，电话 13800138002' }),
    };
    expect(spoken([effect], stageOf(at('2026-11-24 11:57')))).toEqual([
      'direct:zhaogaobin: 0017 张家湾中学 教学楼三层：整层断网 已挂起 1 天（等备件，电话 138****8002）。能继续了回复“恢复”，还要等就说一句情况',
      'direct:zhangbingbing: TZ-20261123-0017 · 二级故障 挂起时间较长，请过问 / 张家湾中学 教学楼三层：整层断网，昨天 10:47 报修 / 赵高斌 已挂起：等备件，电话 138****8002',
    ]);
    expect(spoken([{ kind: 'suspend-check', ticket: ticketIn('arrived') }])).toEqual([]);
  });
});
