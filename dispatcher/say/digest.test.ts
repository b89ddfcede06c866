import { describe, expect, it } from 'vitest';
import { figuresOf } from '../decide/figures.js';
import type { Effect } from '../decision.js';
import { HOUSE, KUOXIAN } from '../testing/house.js';
import { spoken, stageOf } from '../testing/spoken.js';
import { STATES, ticketIn } from '../testing/tickets.js';
import { at } from '../testing/time.js';
import { say } from './say.js';

const six = at('2026-11-23 18:00');
const tickets = [
  ...STATES.map((state, i) => ticketIn(state, { no: `TZ-20261123-000${i + 1}` })),
  ticketIn('closed', {
    no: 'TZ-20261123-0010',
    unit: KUOXIAN,
    assignee: 'dongyayang',
    rating: { score: 4, words: '' },
  }),
];
const digest: Effect = { kind: 'digest', day: figuresOf(tickets, HOUSE, six), to: 'wangxiubao' };

describe('the day’s digest', () => {
  it('is read on a phone from top to bottom', () => {
    expect(spoken([digest], stageOf(six))[0]?.split(' / ')).toEqual([
      'direct:wangxiubao: 11-23 汇总（截至 18:00）',
      '新增 8 · 办结 3 · 未完 5（一级 0 · 二级 5 · 三级 0）',
      '已超时 3',
      '· 0001 张家湾中学 教学楼三层：整层断网（待派，应 12:47 前到场）',
      '· 0002 张家湾中学 教学楼三层：整层断网（赵高斌，应 11:02 前接单）',
      '· 0003 张家湾中学 教学楼三层：整层断网（赵高斌，应 12:47 前到场）',
      '两小时内到时限 1',
      '· 0004 张家湾中学 教学楼三层：整层断网（赵高斌，应 18:47 前修复）',
      '人员：赵高斌 办结 2、在手 4；董亚杨 办结 1、在手 0',
      '报修单位：张家湾中学 7、漷县中学 1',
      '评价 1 次，平均 4.0 分',
    ]);
  });

  it('goes to every channel that runs and knows the manager', () => {
    const says = say([digest], stageOf(six), ['wecom', 'telegram', 'playground']);
    expect(says.map((s) => [s.outbound.chat.channel, s.outbound.chat.id])).toEqual([
      ['wecom', 'wangxiubao'],
      ['playground', 'wangxiubao'],
    ]);
  });
});
