import { describe, expect, it } from 'vitest';
import type { Alarm, Effect } from '../decision.js';
import type { Ticket } from '../model.js';
import { HOUSE, STAFF, houseOf } from '../testing/house.js';
import { mentionsIn } from '../testing/plain.js';
import { IN_GROUP, WITH_REPORTER, saidOf, spoken, stageOf } from '../testing/spoken.js';
import { INLINE } from '../testing/story.js';
import { ticketIn } from '../testing/tickets.js';
import { NOW, at } from '../testing/time.js';
import { MINUTE } from '../decide/time.js';

const two = ticketIn('offered');
const one = ticketIn('offered', {
  level: 1,
  scope: 'unit',
  place: null,
  fault: '全校断网',
  reason: { words: '全校断网', meaning: '影响全校' },
});
const three = ticketIn('offered', {
  level: 3,
  scope: 'terminal',
  place: '办公楼 201',
  fault: '打印机连不上',
  reason: { words: '', meaning: '影响一台' },
});
const receipt = (ticket: Ticket, question: 'phone' | 'unit' | null = null): Effect => ({
  kind: 'receipt',
  ticket,
  at: IN_GROUP,
  question,
});
const offer = (ticket: Ticket, step: Extract<Effect, { kind: 'offer' }>['step'], reason?: string): Effect => ({
  kind: 'offer',
  ticket,
  step,
  from: reason === undefined ? null : { name: '董亚杨', reason },
});

describe('in a vacation', () => {
  it('the engineer is told to call a school before he goes', () => {
    const now = at('2027-01-25 10:00');
    const says = spoken([offer(ticketIn('offered', { reportedAt: now }), 'first')], stageOf(now));
    expect(says[1]).toContain('13800138001 / 寒假中（到 02-21），去之前先打电话约人开门 / ');
    expect(spoken([offer(two, 'first')])[1]).not.toContain('寒假');
  });
});

describe('a report’s receipt and call', () => {
  it('where a mention needs its own robot: the receipt, the call, the brief', () => {
    expect(spoken([receipt(two, 'phone'), offer(two, 'first')])).toEqual([
      'group: 🟠 已受理 TZ-20261123-0017 · 二级故障 / 张家湾中学 教学楼三层：整层断网（“三楼整层”，影响一层楼） / 派给 赵高斌，11:02 前接单，12:47 前到场 / 方便留个现场联系电话吗？只给处理的工程师',
      'group: [@赵高斌] 派单 TZ-20261123-0017 · 二级故障 / 张家湾中学 教学楼三层：整层断网，11:02 前接单，12:47 前到场 / 回复“接单”，来不了回复“转派”加原因',
      'direct:zhaogaobin: TZ-20261123-0017 · 二级故障 · 校园网 / 张家湾中学 教学楼三层：整层断网（“三楼整层”，影响一层楼），10:47 报修 / 联系人 王老师 13800138001 / 11:02 前接单 · 12:47 前到场 · 18:47 前修复 / 回复“接单”，来不了回复“转派”加原因',
    ]);
  });

  it('where a mention notifies in any message: one message for both', () => {
    const says = spoken([receipt(two, 'phone'), offer(two, 'first')], stageOf(NOW, INLINE));
    expect(says).toHaveLength(2);
    expect(says[0]).toBe(
      'group: 🟠 已受理 TZ-20261123-0017 · 二级故障 / 张家湾中学 教学楼三层：整层断网（“三楼整层”，影响一层楼） / [@赵高斌] 11:02 前接单，12:47 前到场；回复“接单”，来不了回复“转派”加原因 / 方便留个现场联系电话吗？只给处理的工程师',
    );
  });

  it('of a direct report: the receipt there, the call in the group', () => {
    const direct: Effect = { kind: 'receipt', ticket: two, at: WITH_REPORTER, question: null };
    expect(spoken([direct, offer(two, 'first')], stageOf(NOW, INLINE)).map((s) => s.split(' ')[0])).toEqual([
      'direct:wang:',
      'group:',
      'direct:zhaogaobin:',
    ]);
  });

  it('of level 1 and of level 3', () => {
    expect(spoken([receipt(one)])).toEqual([
      'group: 🔴 已受理 TZ-20261123-0017 · 一级故障 / 张家湾中学：全校断网（“全校断网”，影响全校） / 派给 赵高斌，10:52 前接单，11:17 前到场',
    ]);
    expect(spoken([receipt(three)])).toEqual([
      'group: 🔵 已受理 TZ-20261123-0017 · 三级异常 / 张家湾中学 办公楼 201：打印机连不上（影响一台） / 派给 赵高斌，11:47 前接单，明天 10:47 前到场',
    ]);
  });

  it('of one that waits for its unit says just that', () => {
    expect(spoken([receipt(ticketIn('unassigned', { why: 'unit', unit: null }), 'unit')])).toEqual([
      'group: 收到，已登记 TZ-20261123-0017 · 二级故障 / 教学楼三层：整层断网 / 请问是哪所学校？',
    ]);
  });

  it('where nobody is found says who sees to it', () => {
    expect(spoken([receipt(ticketIn('unassigned', { why: 'everybody asked' }))])).toEqual([
      'group: 🟠 已受理 TZ-20261123-0017 · 二级故障 / 张家湾中学 教学楼三层：整层断网（“三楼整层”，影响一层楼） / 已请 张冰冰、王秀葆 安排人员，12:47 前到场',
    ]);
  });
});

describe('later calls', () => {
  it.each([
    ['next', '我在漷县走不开', '[@赵高斌] 派单 TZ-20261123-0017 · 二级故障（董亚杨 转：我在漷县走不开）'],
    ['next', '', '[@赵高斌] 派单 TZ-20261123-0017 · 二级故障（董亚杨 转：未说明原因）'],
    ['lapsed', '', '[@赵高斌] 派单 TZ-20261123-0017 · 二级故障（董亚杨 超时未接）'],
    ['reopened', '还是不行', '[@赵高斌] 没修好，重新打开 TZ-20261123-0017 · 二级故障'],
  ] as const)('%s (%s)', (step, reason, words) => {
    const [group, brief] = spoken([offer(two, step, reason)]);
    expect(group?.split(' / ')[0]).toBe(`group: ${words}`);
    expect(brief).toContain('联系人 王老师 13800138001');
  });

  it('tell the engineer since when it is so', () => {
    const brief = spoken([offer({ ...two, began: '从七点四十开始' }, 'first')])[1];
    expect(brief).toContain('10:47 报修，报修人说“从七点四十开始” / ');
  });

  it('again is short: the rest was told with the first call', () => {
    expect(spoken([offer(two, 'again')], stageOf(at('2026-11-23 11:02')))).toEqual([
      'group: ⏰ [@赵高斌] TZ-20261123-0017 · 二级故障 已过接单时限（11:02），请尽快接单 / 张家湾中学 教学楼三层：整层断网，12:47 前到场 / 回复“接单”，来不了回复“转派”加原因',
      'direct:zhaogaobin: ⏰ 0017 已过接单时限（11:02），请尽快接单 / 张家湾中学 教学楼三层：整层断网，12:47 前到场 / 回复“接单”，来不了回复“转派”加原因',
    ]);
  });

  it('a new round says which it is, and no time to accept that ends after the time to be there', () => {
    const offeredAt = at('2026-11-23 11:17');
    const again = { ...one, offeredAt, told: ['retry-assign:2.0'], round: 3 } as Ticket;
    const [group, brief] = spoken([offer(again, 'round')], stageOf(offeredAt));
    expect(group).toBe(
      'group: [@赵高斌] 第 2 轮派单 TZ-20261123-0017 · 一级故障 / 张家湾中学：全校断网，请马上接单，到场已超时（应 11:17） / 回复“接单”，来不了回复“转派”加原因',
    );
    expect(brief).toContain('请马上接单 · 到场已超时（应 11:17） · 14:47 前修复');
  });

  it('opened again says so, in whose words', () => {
    const [group, brief] = spoken([offer(two, 'reopened', '还是不行')]);
    expect(group).toContain('董亚杨：“还是不行”');
    expect(brief).toMatch(/^direct:zhaogaobin: 没修好，重新打开：TZ-20261123-0017 · 二级故障 · 校园网/);
  });

  it('name whoever can telephone where the engineer has no account here', () => {
    const staff = STAFF.map((s) => (s.id === 'zhaogaobin' ? { ...s, ids: {} } : s));
    const says = saidOf([offer(two, 'first')], stageOf(NOW, INLINE, houseOf({}, staff)));
    expect(spoken([offer(two, 'first')], stageOf(NOW, INLINE, houseOf({}, staff)))[0]).toMatch(
      /^group: @赵高斌（未登记本群账号，\[@张冰冰\] 请电话通知） 派单/,
    );
    expect(says).toHaveLength(1);
  });
});

describe('what those further up are told', () => {
  const accepted = ticketIn('accepted');
  it.each<[string, Ticket, Alarm, string]>([
    [
      'level 1',
      one,
      { kind: 'level-1' },
      '🔴 TZ-20261123-0017 · 一级故障 / 张家湾中学：全校断网（“全校断网”，影响全校），10:47 报修 / 已派 赵高斌，等待接单，10:52 前接单',
    ],
    [
      'nobody left',
      ticketIn('unassigned'),
      { kind: 'nobody', why: 'everybody asked', asked: ['zhaogaobin', 'dongyayang'] },
      '🟠 TZ-20261123-0017 · 二级故障 暂时派不出去：赵高斌、董亚杨 都问过了 / 张家湾中学 教学楼三层：整层断网，10:47 报修，12:47 前到场 / 请指派：回复“0017 转派 姓名”，或启用后备；不指派则 10:57 从头再派',
    ],
    [
      'nobody on that duty',
      ticketIn('unassigned'),
      { kind: 'nobody', why: 'nobody on this duty', asked: [] },
      '🟠 TZ-20261123-0017 · 二级故障 暂时派不出去：该岗位没有排人 / 张家湾中学 教学楼三层：整层断网，10:47 报修，12:47 前到场 / 请指派：回复“0017 转派 姓名”，或启用后备；不指派则 10:57 从头再派',
    ],
    [
      'nobody left, once more',
      ticketIn('unassigned', { told: ['retry-assign:2.0'], heardAt: at('2026-11-23 11:17') }),
      { kind: 'nobody', why: 'everybody asked', asked: ['zhaogaobin'] },
      '🟠 TZ-20261123-0017 · 二级故障 第 2 轮仍派不出去：赵高斌 都问过了 / 张家湾中学 教学楼三层：整层断网，10:47 报修，12:47 前到场 / 请指派：回复“0017 转派 姓名”，或启用后备；不指派则 11:37 从头再派',
    ],
    [
      'opened again',
      ticketIn('offered', { reopened: 1 }),
      { kind: 'reopened' },
      '🟠 TZ-20261123-0017 · 二级故障 没修好，已重新打开 / 张家湾中学 教学楼三层：整层断网，10:47 报修 / 已派 赵高斌，等待接单，11:02 前接单',
    ],
    [
      'somebody comes after all',
      ticketIn('accepted'),
      { kind: 'accepted' },
      'TZ-20261123-0017 · 二级故障 已有人接单 / 张家湾中学 教学楼三层：整层断网；赵高斌 10:52 已接单，12:47 前到场',
    ],
    [
      'silence',
      ticketIn('offered', { assignee: 'dongyayang' }),
      { kind: 'no-accept', by: 'zhaogaobin' },
      '🟠 TZ-20261123-0017 · 二级故障：赵高斌 超时未接单，已改派 董亚杨 / 张家湾中学 教学楼三层：整层断网，10:47 报修 / 已派 董亚杨，等待接单，11:02 前接单',
    ],
    [
      'suspended for long',
      ticketIn('suspended'),
      { kind: 'suspended-long' },
      'TZ-20261123-0017 · 二级故障 挂起时间较长，请过问 / 张家湾中学 教学楼三层：整层断网，10:47 报修 / 赵高斌 已挂起：等学校开门',
    ],
    [
      'a bad rating',
      ticketIn('closed', { rating: { score: 2, words: '来得太慢' } }),
      { kind: 'unhappy' },
      'TZ-20261123-0017 · 二级故障 评价偏低，请跟进 / 张家湾中学 教学楼三层：整层断网，10:47 报修 / 2 分：来得太慢，处理人 赵高斌',
    ],
  ])('%s', (_, ticket, why, words) => {
    expect(spoken([{ kind: 'alarm', ticket, to: 'wangxiubao', why }])).toEqual([`direct:wangxiubao: ${words}`]);
  });

  it('lateness, with how late', () => {
    const late = { kind: 'alarm', ticket: accepted, to: 'wangxiubao', why: { kind: 'late', clock: 'arrive' } } as const;
    expect(spoken([late], stageOf(at('2026-11-23 13:17')))).toEqual([
      'direct:wangxiubao: 🟠 TZ-20261123-0017 · 二级故障 已超过到场时限，请协调 / 张家湾中学 教学楼三层：整层断网，10:47 报修 / 赵高斌 10:52 已接单，到场已超时（应 12:47）',
    ]);
  });

  it('in the group, by a live mention, where they cannot be reached directly', () => {
    const house = { ...HOUSE, staff: STAFF.map((s) => (s.id === 'wangxiubao' ? { ...s, ids: {} } : s)) };
    const [alarm] = spoken(
      [{ kind: 'alarm', ticket: one, to: 'wangxiubao', why: { kind: 'level-1' } }],
      stageOf(NOW, INLINE, house),
    );
    expect(alarm).toMatch(/^group: @王秀葆 🔴/);
  });
});

describe('joining, raising, passing on', () => {
  it('a fault told again', () => {
    expect(spoken([{ kind: 'joined', ticket: ticketIn('accepted'), at: IN_GROUP, raised: false }])).toEqual([
      'group: 与 0017 是同一故障，已并入，不必再报 / 张家湾中学 教学楼三层：整层断网；赵高斌 10:52 已接单，12:47 前到场',
    ]);
  });

  it('a level that rose: the group and the engineer, for level 1 the lead and the manager', () => {
    const raised = ticketIn('accepted', { level: 1, reason: { words: '是全校', meaning: '影响全校' } });
    const says = saidOf([{ kind: 'raised', ticket: raised, from: 2 }]);
    expect(spoken([{ kind: 'raised', ticket: raised, from: 2 }])[0]).toBe(
      'group: 🔴 TZ-20261123-0017 升为一级故障（“是全校”，影响全校） / [@赵高斌] 张家湾中学 11:17 前到场，14:47 前修复',
    );
    expect(says.map((s) => s.outbound.chat.id)).toEqual(['g1', 'zhangbingbing', 'wangxiubao']);
    expect(saidOf([{ kind: 'raised', ticket: ticketIn('unassigned'), from: 3 }]).flatMap(mentionsIn)).toEqual([]);
  });

  const words = '电话 13800138009 怎么还没来人';
  it.each<[Extract<Effect, { kind: 'passed-on' }>['what'], Ticket, string, string]>([
    ['supplement', two, '在三楼东头', '0017 补充：在三楼东头（电话 13800138001）'],
    ['supplement', ticketIn('offered', { phone: '13800138009' }), words, '0017 补充：电话 13800138009 怎么还没来人'],
    [
      'urge',
      ticketIn('accepted'),
      words,
      '⏰ 0017 报修人在催：电话 138****8009 怎么还没来人；张家湾中学 教学楼三层：整层断网，赵高斌 10:52 已接单，12:47 前到场',
    ],
    ['cancelled', ticketIn('cancelled'), words, '0017 已撤单，不用去了：张家湾中学 教学楼三层：整层断网'],
    ['recovered', ticketIn('resolved'), words, '0017 报修人告知已恢复：张家湾中学 教学楼三层：整层断网'],
    [
      'reassigned',
      ticketIn('offered', { assignee: 'hanqikun' }),
      '张冰冰',
      '0017 已由 张冰冰 改派给 韩奇昆，您不用去了',
    ],
    ['taken', ticketIn('accepted', { assignee: 'hanqikun' }), '韩奇昆', '0017 韩奇昆 接了，您不用去了'],
    ['reassigned', ticketIn('unassigned'), '张冰冰', '0017 已由 张冰冰 收回重派，您不用去了'],
  ])('%s', (what, ticket, text, expected) => {
    expect(spoken([{ kind: 'passed-on', ticket, what, words: text, to: 'zhaogaobin' }])).toEqual([
      `direct:zhaogaobin: ${expected}`,
    ]);
  });
});

describe('how urgent, and until when', () => {
  it('a call is a ping, of level 1 before all others; a receipt waits behind', () => {
    expect(saidOf([receipt(two), offer(two, 'first')]).map((s) => s.class)).toEqual(['receipt', 'ping', 'ping']);
    expect(saidOf([receipt(one), offer(one, 'first')]).map((s) => s.class)).toEqual([
      'receipt',
      'urgent-ping',
      'urgent-ping',
    ]);
  });

  it('a call is wanted while this very offer stands, and said again when its answer was lost', () => {
    for (const said of saidOf([offer(ticketIn('offered', { round: 3 }), 'first')]))
      expect(said).toMatchObject({ wanted: { states: ['offered'], round: 3 }, repeat: 'again' });
  });

  it('names no time to accept that is over', () => {
    const joined: Effect = { kind: 'joined', ticket: two, at: IN_GROUP, raised: false };
    const late = spoken([joined], stageOf(NOW + 16 * MINUTE));
    expect(late[0]).toContain('已派 赵高斌，等待接单，12:47 前到场');
  });
});
