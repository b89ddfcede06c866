import { describe, expect, it } from 'vitest';
import { figuresOf } from '../decide/figures.js';
import type { Effect } from '../decision.js';
import type { Command, Ticket, TicketState } from '../model.js';
import { HOUSE, STAFF, houseOf } from '../testing/house.js';
import { IN_GROUP, SEPARATE, saidOf, spoken, stageOf } from '../testing/spoken.js';
import { ticketIn } from '../testing/tickets.js';
import { NOW, at } from '../testing/time.js';

const SUBJECT = '0017 张家湾中学 教学楼三层：整层断网';
const later = stageOf(at('2026-11-23 13:00'));

describe('the state of a ticket', () => {
  const status = (ticket: Ticket, urged: boolean): Effect => ({
    kind: 'status',
    tickets: [ticket],
    at: IN_GROUP,
    urged,
  });

  it.each<[TicketState, string]>([
    ['unassigned', '正在协调人员'],
    ['offered', '已派 赵高斌，等待接单，到场已超时（应 12:47）'],
    ['accepted', '赵高斌 10:52 已接单，到场已超时（应 12:47）'],
    ['arrived', '赵高斌 11:47 已到场，18:47 前修复'],
    ['suspended', '赵高斌 已挂起：等学校开门'],
    ['resolved', '赵高斌 12:17 已办结'],
    ['closed', '赵高斌 12:17 已办结'],
    ['cancelled', '已撤单'],
    ['merged', '已并入 0009'],
  ])('%s: %s', (state, words) => {
    expect(spoken([status(ticketIn(state), false)], later)).toEqual([`group: ${SUBJECT}；${words}`]);
  });

  it('waiting for its unit says so', () => {
    const held = ticketIn('unassigned', { why: 'unit', unit: null });
    expect(spoken([status(held, false)])).toEqual(['group: 0017 教学楼三层：整层断网；待确认学校']);
  });

  it('urged says that the engineer was told again, where there is one who can be told', () => {
    expect(spoken([status(ticketIn('arrived'), true)])[0]).toMatch(/，已再提醒 赵高斌$/);
    const unreachable = houseOf(
      {},
      STAFF.map((s) => ({ ...s, ids: {} })),
    );
    const silent = [
      spoken([status(ticketIn('unassigned'), true)]),
      spoken([status(ticketIn('closed'), true)]),
      spoken([status(ticketIn('arrived'), true)], stageOf(NOW, SEPARATE, unreachable)),
    ];
    for (const [words] of silent) expect(words).not.toContain('已再提醒');
  });

  it('of several is a list', () => {
    const two = [ticketIn('arrived'), ticketIn('cancelled', { level: 3 })];
    expect(spoken([{ kind: 'status', tickets: two, at: IN_GROUP, urged: false }])).toEqual([
      `group: 在办 2 张 / 二级 ${SUBJECT}；赵高斌 11:47 已到场，18:47 前修复 / 三级 ${SUBJECT}；已撤单`,
    ]);
  });
});

describe('a question', () => {
  it('which one is meant, with a number and a button each', () => {
    const options = [
      ticketIn('accepted'),
      ticketIn('offered', { no: 'TZ-20261123-0021', place: null, fault: '监控黑屏' }),
    ];
    const effect: Effect = { kind: 'choice', options, at: IN_GROUP };
    expect(spoken([effect])).toEqual([
      `group: 有 2 张单对得上，您说的是哪张？回复序号 / ① ${SUBJECT} / ② 0021 张家湾中学：监控黑屏`,
    ]);
    expect(saidOf([effect])[0]?.outbound.buttons).toEqual([
      { id: 'pick:TZ-20261123-0017', label: '0017' },
      { id: 'pick:TZ-20261123-0021', label: '0021' },
    ]);
  });

  it('offers at most nine, with six buttons', () => {
    const options = Array.from({ length: 12 }, () => ticketIn('accepted'));
    const [said] = saidOf([{ kind: 'choice', options, at: IN_GROUP }]);
    expect(said?.outbound.spans.filter((s) => s !== '\n')).toHaveLength(10);
    expect(said?.outbound.buttons).toHaveLength(6);
  });

  it('what is broken, where only the unit or less was told', () => {
    const what = (unit: string | null): readonly string[] => spoken([{ kind: 'what', unit, at: IN_GROUP }]);
    expect(what('北京市通州区张家湾中学')).toEqual(['group: 收到，张家湾中学。请问是什么现象、在哪个位置？']);
    expect(what(null)).toEqual(['group: 收到。请问是哪所学校、什么现象？']);
  });
});

describe('a command’s answer', () => {
  const answer = (command: Command, tickets: readonly Ticket[] = []): readonly string[] =>
    spoken([
      {
        kind: 'answer',
        command,
        tickets,
        at: IN_GROUP,
        day: command === 'today' ? figuresOf(tickets, HOUSE, NOW) : null,
      },
    ]);

  it.each<[Command, string]>([
    ['progress', '在办 1 张'],
    ['mine', '您的工单 1 张'],
    ['waiting', '待接单 1 张，按处理次序'],
  ])('%s', (command, head) => {
    expect(answer(command, [ticketIn('arrived')])).toEqual([
      `group: ${head} / 二级 ${SUBJECT}；赵高斌 11:47 已到场，18:47 前修复`,
    ]);
  });

  it.each<[Command, string]>([
    ['progress', '没有未完的工单'],
    ['mine', '您名下没有未完的工单'],
    ['waiting', '没有等待接单的工单'],
    ['today', '11-23 汇总（截至 10:47） / 新增 0 · 办结 0 · 未完 0（一级 0 · 二级 0 · 三级 0）'],
  ])('%s with nothing to show', (command, words) => {
    expect(answer(command)).toEqual([`group: ${words}`]);
  });

  it('shows ten and counts the rest', () => {
    const many = Array.from({ length: 13 }, () => ticketIn('arrived'));
    expect(answer('progress', many)[0]).toMatch(/^group: 在办 13 张 .* \/ 还有 3 张，带单号可查$/);
  });

  it('help tells every word that works', () => {
    const lines = answer('help')[0]?.replace('group: ', '').split(' / ');
    expect(lines).toEqual(
      expect.arrayContaining([
        '报修：直接说学校、位置、现象，例如“张家湾中学教学楼三层上不了网”',
        '跟进：进度 · 催单 · 已恢复 · 撤单 · 我的工单',
        '工程师：接单 · 转派 姓名 原因 · 到场 · 挂起 原因 · 恢复 · 办结 原因和用料',
        expect.stringMatching(/^值守：待接单 · 今日汇总 · 值班/),
        '有好几张单时带上后四位，例如“0017 到场”',
      ]),
    );
  });

  it('duty names every kind of work with who is first and second', () => {
    const lines = answer('duty')[0]?.split(' / ') ?? [];
    expect(lines).toHaveLength(14);
    expect(lines[1]).toBe('校园网：赵高斌、董亚杨（备 曹云武、韩奇昆）');
    expect(lines).toContain('活动保障：张冰冰（备 无）');
  });

  it('to what cannot be placed is one helpful line', () => {
    expect(spoken([{ kind: 'unplaced', at: IN_GROUP }])).toEqual([
      'group: 这句没看明白。报修请说学校、位置、现象；查单说“进度”，更多说“帮助”',
    ]);
  });
});
