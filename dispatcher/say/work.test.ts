import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../decide/time.js';
import type { Effect } from '../decision.js';
import type { Ticket } from '../model.js';
import { mentionsIn } from '../testing/plain.js';
import { IN_GROUP, WITH_ENGINEER, WITH_REPORTER, saidOf, spoken, stageOf } from '../testing/spoken.js';
import { ticketIn } from '../testing/tickets.js';
import { NOW, at } from '../testing/time.js';

type Step = Extract<Effect, { kind: 'moved' }>['step'];
const moved = (step: Step, ticket: Ticket, place = IN_GROUP, words = '等学校开门'): Effect => ({
  kind: 'moved',
  ticket,
  step,
  words,
  at: place,
});
const noon = stageOf(at('2026-11-23 12:17'));

describe('a step of the work', () => {
  it.each<[Step, Ticket, string, readonly string[]]>([
    ['accepted', ticketIn('accepted'), '0017 张家湾中学：赵高斌 已接单，等学校开门，12:47 前到场', ['到场', '转派']],
    ['arrived', ticketIn('arrived'), '0017 张家湾中学：赵高斌 已到场，18:47 前修复', ['办结']],
    [
      'suspended',
      ticketIn('suspended'),
      '0017 张家湾中学：赵高斌 挂起，等学校开门。时限暂停，能继续了回复“恢复”',
      ['恢复'],
    ],
    ['resumed', ticketIn('arrived'), '0017 张家湾中学：赵高斌 继续处理，18:47 前修复', ['办结']],
  ])('%s, told in the group, is told there once', (step, ticket, words, labels) => {
    const says = saidOf([moved(step, ticket)], noon);
    expect(spoken([moved(step, ticket)], noon)).toEqual([`group: ${words}`]);
    expect(says[0]?.outbound.buttons.map((b) => b.label)).toEqual(labels);
    expect(says[0]?.outbound.replyTo).toBe('m1');
  });

  it('told directly, is told to the group and confirmed to the engineer, who gets the buttons', () => {
    const says = saidOf([moved('arrived', ticketIn('arrived'), WITH_ENGINEER)]);
    expect(says.map((s) => [s.outbound.chat.id, s.outbound.replyTo, s.outbound.buttons.length])).toEqual([
      ['g1', null, 0],
      ['zhaogaobin', 'm1', 1],
    ]);
  });

  it('of a fault reported directly is told to its reporter too', () => {
    const reporter = { ...ticketIn('offered').reporter, chat: WITH_REPORTER.chat };
    const says = saidOf([moved('arrived', ticketIn('arrived', { reporter }))]);
    expect(says.map((s) => s.outbound.chat.id)).toEqual(['g1', 'wang']);
  });

  it('progress told in the group needs no echo; told directly it is passed on, but of level 3 only noted', () => {
    expect(spoken([moved('progressed', ticketIn('arrived'), IN_GROUP, '正在换')])).toEqual([]);
    expect(spoken([moved('progressed', ticketIn('arrived'), WITH_ENGINEER, '正在换')])).toEqual([
      'group: 0017 张家湾中学 进展：正在换',
      'direct:zhaogaobin: 已记到 0017',
    ]);
    expect(spoken([moved('progressed', ticketIn('arrived', { level: 3 }), WITH_ENGINEER, '正在换')])).toEqual([
      'direct:zhaogaobin: 已记到 0017',
    ]);
  });
});

const closure = (ticket: Ticket, place = IN_GROUP, ask = true): Effect => ({
  kind: 'closure',
  ticket,
  events: [],
  at: place,
  ask,
});
const done = ticketIn('resolved', { resolution: '接入交换机光模块损坏，已更换 1 个，用 LC 跳线 2 根' });
const SUMMARY =
  '✅ TZ-20261123-0017 已办结 · 张家湾中学 教学楼三层：整层断网（二级故障） / 处理：接入交换机光模块损坏，已更换 1 个，用 LC 跳线 2 根 / 10:47 受理 · 10:52 接单 · 11:47 到场 · 12:17 修复，用时 1 小时 30 分（时限 8 小时） / 处理人 赵高斌';

describe('the summary', () => {
  it('ends with one question to the reporter, by a live mention and buttons', () => {
    expect(spoken([closure(done)], noon)).toEqual([
      `group: ${SUMMARY} / [@王老师] 这次处理您还满意吗？回复 1-5 分，也可以说两句；没好就回复“还是不行”`,
    ]);
    const [said] = saidOf([closure(done)], noon);
    expect(said?.kind).toBe('rating');
    expect(said === undefined ? [] : mentionsIn(said)).toEqual(['wang']);
    expect(said?.outbound.buttons.map((b) => b.label)).toEqual(['5 分', '4 分', '3 分', '2 分', '1 分', '还是不行']);
  });

  it('asks nobody where the reporter repaired it himself', () => {
    expect(spoken([closure(done, IN_GROUP, false)], noon)).toEqual([`group: ${SUMMARY}`]);
  });

  it('asks a reporter who wrote directly there, by name', () => {
    const reporter = { ...done.reporter, chat: WITH_REPORTER.chat };
    const says = spoken([closure(ticketIn('resolved', { reporter }))], noon);
    expect(says.map((s) => s.includes('您还满意吗'))).toEqual([false, true]);
    expect(says[1]).toMatch(/^direct:wang: .* \/ 王老师，这次处理/);
  });

  it('goes to an engineer who spoke directly as well', () => {
    expect(spoken([closure(done, WITH_ENGINEER)], noon)[1]).toBe(`direct:zhaogaobin: ${SUMMARY}`);
  });

  it('without a word of what was done asks the engineer for it', () => {
    const bare = ticketIn('resolved', { resolution: '', arrivedAt: null });
    expect(spoken([closure(bare, WITH_ENGINEER)], noon)).toEqual([
      'group: ✅ TZ-20261123-0017 已办结 · 张家湾中学 教学楼三层：整层断网（二级故障） / 10:47 受理 · 10:52 接单 · 12:17 修复，用时 1 小时 30 分（时限 8 小时） / 处理人 赵高斌 / [@王老师] 这次处理您还满意吗？回复 1-5 分，也可以说两句；没好就回复“还是不行”',
      'direct:zhaogaobin: 0017 已办结。请补一句原因和用料，例如：光模块坏了，换 1 个，用 LC 跳线 2 根',
    ]);
  });

  it('tells what was paused, what was late, and that it was opened again', () => {
    const clockFrom = NOW + DAY;
    const late = ticketIn('resolved', {
      reopened: 1,
      clockFrom,
      resolvedAt: clockFrom + 12 * HOUR,
      breaks: [{ from: clockFrom + HOUR, to: clockFrom + 3.5 * HOUR, reason: '等开门' }],
    });
    expect(spoken([closure(late)], stageOf(clockFrom + 12 * HOUR))[0]).toContain(
      '昨天 10:47 受理 · 10:47 重新受理 · 10:52 接单 · 11:47 到场 · 22:47 修复，用时 9 小时 30 分（时限 8 小时，已扣除挂起 2 小时 30 分），超时 1 小时 30 分',
    );
  });

  it('of a promise in working days tells the time in working time', () => {
    const level3 = (resolvedAt: number, clockFrom = NOW): Ticket =>
      ticketIn('resolved', { level: 3, clockFrom, reportedAt: clockFrom, resolvedAt });
    const told = (ticket: Ticket): string =>
      /用时.*/u.exec(
        spoken([closure(ticket)], stageOf(NOW + 4 * DAY))[0]
          ?.split(' / ')
          .join(' | ') ?? '',
      )?.[0] ?? '';
    expect(told(level3(NOW + 90 * MINUTE))).toMatch(/^用时 1 小时 13 分（工作时间，时限 2 个工作日）/);
    // Over noon, the night and noon again: 10:47 to 14:17 of the next day.
    expect(told(level3(NOW + DAY + 3.5 * HOUR))).toMatch(/^用时 1 个工作日 2 小时 30 分（工作时间，时限 2 个工作日）/);
    expect(told(level3(NOW + 9 * HOUR, NOW + 8 * HOUR))).toMatch(/^用时 1 小时（非工作时间，时限 2 个工作日）/);
    expect(told(level3(NOW + 3 * DAY))).toMatch(/^用时 3 个工作日（工作时间，时限 2 个工作日），超时 1 个工作日/);
  });

  it('takes an account told later', () => {
    const accounted = (place = IN_GROUP): Effect => ({ kind: 'accounted', ticket: done, at: place });
    const words = 'TZ-20261123-0017 处理说明：接入交换机光模块损坏，已更换 1 个，用 LC 跳线 2 根';
    expect(spoken([accounted()])).toEqual([`group: ${words}`]);
    expect(spoken([accounted(WITH_ENGINEER)])).toEqual([`group: ${words}`, 'direct:zhaogaobin: 已记到 0017']);
  });
});

describe('a word to the reporter', () => {
  const rated = (score: 1 | 3): Ticket => ticketIn('closed', { rating: { score, words: '' } });
  it.each<[string, Effect, readonly string[]]>([
    ['a rating', { kind: 'rated', ticket: rated(3), at: IN_GROUP }, ['group: 谢谢，0017 评价已记下']],
    [
      'a bad one',
      { kind: 'rated', ticket: rated(1), at: IN_GROUP },
      ['group: 0017 评价已记下，没让您满意，张冰冰会跟进'],
    ],
    [
      'a repair confirmed',
      { kind: 'confirmed', ticket: done, at: IN_GROUP },
      ['group: 好的，0017 已确认恢复。方便的话回复 1-5 分评价一下'],
    ],
    ['a rated one confirmed', { kind: 'confirmed', ticket: rated(3), at: IN_GROUP }, ['group: 好的，0017 已确认恢复']],
    [
      'withdrawn in the group',
      { kind: 'cancelled', ticket: ticketIn('cancelled'), by: null, at: IN_GROUP },
      ['group: 0017 已撤单：张家湾中学 教学楼三层：整层断网'],
    ],
    [
      'withdrawn directly',
      { kind: 'cancelled', ticket: ticketIn('cancelled'), by: null, at: WITH_REPORTER },
      [
        'direct:wang: 0017 已撤单：张家湾中学 教学楼三层：整层断网',
        'group: TZ-20261123-0017 已撤单：张家湾中学 教学楼三层：整层断网',
      ],
    ],
    [
      'withdrawn by a colleague',
      { kind: 'cancelled', ticket: ticketIn('cancelled'), by: '李老师', at: IN_GROUP },
      ['group: 0017 已撤单：张家湾中学 教学楼三层：整层断网 / [@王老师] 是 李老师 撤的，故障还在请再报一次'],
    ],
    [
      'opened again',
      { kind: 'reopened', ticket: ticketIn('offered'), at: IN_GROUP },
      ['group: TZ-20261123-0017 · 二级故障 已重新打开，请 赵高斌 再去处理'],
    ],
    [
      'noted with a question',
      { kind: 'noted', ticket: ticketIn('offered'), at: IN_GROUP, question: 'phone' },
      ['group: 已记到 0017，会转给 赵高斌 / 方便留个现场联系电话吗？只给处理的工程师'],
    ],
    [
      'noted, nobody on it yet',
      { kind: 'noted', ticket: ticketIn('unassigned'), at: IN_GROUP, question: null },
      ['group: 已记到 0017'],
    ],
    [
      'put right by the desk',
      { kind: 'corrected', ticket: ticketIn('accepted', { level: 1 }), by: '苏喆', at: IN_GROUP },
      ['group: 0017 已由 苏喆 更正：一级故障 · 校园网 · 张家湾中学 教学楼三层：整层断网 / 11:17 前到场，14:47 前修复'],
    ],
  ])('%s', (_, effect, words) => {
    expect(spoken([effect])).toEqual(words);
  });
});
