import { expect } from 'vitest';
import type { Story } from '../support/story.js';
import { stories } from '../support/stories.js';

/** Issue 2, «Deadlines»: a warning before each, a breach notice after, the ladder; a reminder stops the moment its reason is gone. */
const level2 = async (s: Story): Promise<void> => {
  await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
  s.expectGroup('二级故障', { mentions: ['zhaogaobin'] });
  s.expectDirect('zhaogaobin', '联系人');
};
const accepted = async (s: Story): Promise<void> => {
  await level2(s);
  await s.engineer('zhaogaobin').says('接单');
  s.expectGroup('赵高斌 已接单');
};

stories('when nobody accepts', (tell) => {
  tell('the engineer is reminded, called again, and then the next by duty is asked and the lead is told', async (s) => {
    await level2(s);
    await s.later('11 分钟');
    s.nothingMore();
    await s.later('1 分钟');
    s.expectGroup(['⏰', 'TZ-20261123-0001', '还有 3 分钟到接单时限（10:57）'], { mentions: ['zhaogaobin'] });
    await s.later('3 分钟');
    s.expectGroup(['⏰', '已过接单时限（10:57）'], { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '请尽快接单');
    await s.later('5 分钟');
    s.expectGroup(['派单', '赵高斌 超时未接'], { mentions: ['dongyayang'] });
    s.expectDirect('dongyayang', ['0001', '11:17 前接单']);
    s.expectDirect('zhangbingbing', ['赵高斌 超时未接单', '已改派']);
    await s.expectTicket('0001', 'offered', 'dongyayang');
  });

  tell('a second silence goes to the manager too', async (s) => {
    await level2(s);
    await s.later('20 分钟');
    s.expectGroup('还有 3 分钟', { mentions: ['zhaogaobin'] });
    s.expectGroup('已过接单时限', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '请尽快接单');
    s.expectGroup('派单', { mentions: ['dongyayang'] });
    s.expectDirect('dongyayang', '0001');
    s.expectDirect('zhangbingbing', '已改派');
    await s.later('20 分钟');
    s.expectGroup('还有 3 分钟', { mentions: ['dongyayang'] });
    s.expectGroup('已过接单时限', { mentions: ['dongyayang'] });
    s.expectDirect('dongyayang', '请尽快接单');
    s.expectGroup('派单', { mentions: ['caoyunwu'] });
    s.expectDirect('caoyunwu', '0001');
    s.expectDirect('zhangbingbing', '董亚杨 超时未接单');
    s.expectDirect('wangxiubao', '董亚杨 超时未接单');
  });

  tell('an acceptance after the reminder ends the ladder', async (s) => {
    await level2(s);
    await s.later('12 分钟');
    s.expectGroup('还有 3 分钟', { mentions: ['zhaogaobin'] });
    await s.engineer('zhaogaobin').says('接单');
    s.expectGroup('赵高斌 已接单');
    await s.later('1 小时');
  });
});

stories('when nobody accepts a level-1 fault', (tell) => {
  const BOSSES = ['zhangbingbing', 'wangxiubao'] as const;
  /** One engineer is called, reminded, called again, and left. */
  const inVain = async (s: Story, who: string, warned = true): Promise<void> => {
    await s.later('10 分钟');
    if (warned) s.expectGroup('还有 1 分钟到接单时限', { mentions: [who] });
    s.expectGroup(warned ? '已过接单时限' : '还没接单，请马上接单', { mentions: [who] });
    s.expectDirect(who, warned ? '请尽快接单' : '请马上接单');
  };

  tell('each round says what is new, once to a person, and no promise is made that is over', async (s) => {
    await s.reporter('hx-li').says('漷县中学全校断网，电话 13800138002');
    s.expectGroup('一级故障', { mentions: ['cuijianchao'] });
    s.expectDirect('cuijianchao', '10:47 前接单');
    for (const who of BOSSES) s.expectDirect(who, '已派 崔建超，等待接单，10:47 前接单');
    await inVain(s, 'cuijianchao');
    s.expectGroup('崔建超 超时未接', { mentions: ['guozhenxin'] });
    s.expectDirect('guozhenxin', '10:57 前接单');
    for (const who of BOSSES) s.expectDirect(who, '崔建超 超时未接单，已改派 郭镇鑫');
    await inVain(s, 'guozhenxin');
    for (const who of BOSSES) s.expectDirect(who, ['崔建超、郭镇鑫 都问过了', '不指派则 11:12 从头再派']);
    await s.later('10 分钟');
    // The second round and the missed arrival come at one moment: one message to each.
    s.expectGroup(['第 2 轮派单', '请马上接单，到场已超时（应 11:12）'], { mentions: ['cuijianchao'] });
    s.expectDirect('cuijianchao', '到场已超时（应 11:12）');
    for (const who of BOSSES) s.expectDirect(who, ['30 分钟无人接单，第 2 轮派 崔建超', '到场已超时（应 11:12）']);
    await inVain(s, 'cuijianchao', false);
    s.expectGroup('崔建超 超时未接', { mentions: ['guozhenxin'], without: '前接单' });
    s.expectDirect('guozhenxin', '请马上接单');
    s.expectDirect('zhangbingbing', '崔建超 超时未接单，已改派 郭镇鑫');
    await inVain(s, 'guozhenxin', false);
    for (const who of BOSSES) s.expectDirect(who, '第 2 轮仍派不出去：崔建超、郭镇鑫 都问过了');
    await s.later('15 分钟');
    s.nothingMore();
    await s.later('5 分钟');
    s.expectGroup('第 3 轮派单', { mentions: ['cuijianchao'] });
    s.expectDirect('cuijianchao', '0001');
    for (const who of BOSSES) s.expectDirect(who, '1 小时 10 分无人接单，第 3 轮派 崔建超');
    await s.engineer('cuijianchao').says('接单');
    s.expectGroup('崔建超 已接单，到场已超时（应 11:12）');
    for (const who of BOSSES) s.expectDirect(who, '已有人接单');
  });
});

stories('when a promise is missed', (tell) => {
  tell('arrival: the engineer is warned, the lead told with the sum, then the manager', async (s) => {
    await accepted(s);
    await s.later('89 分钟');
    s.nothingMore();
    await s.later('1 分钟');
    s.expectDirect('zhaogaobin', ['⏰ 0001', '还有 30 分钟到到场时限（12:42）']);
    await s.later('30 分钟');
    s.expectGroup(['已过到场时限', '10:42 受理，应 12:42 前到场', '赵高斌'], { mentions: ['zhangbingbing'] });
    s.expectDirect('zhaogaobin', ['到场时限已过，您到了吗', '12:47 前没有回音就改派']);
    await s.engineer('zhaogaobin').direct('0001 堵在路上，13 点前到');
    s.expectGroup('堵在路上');
    s.expectDirect('zhaogaobin', '已记到 0001');
    await s.later('30 分钟');
    s.expectDirect('wangxiubao', ['已超过到场时限', '赵高斌']);
  });

  tell('an acceptance without a word expires: a question, then the next by duty', async (s) => {
    await accepted(s);
    await s.later('2 小时');
    s.expectDirect('zhaogaobin', '还有 30 分钟到到场时限');
    s.expectGroup('已过到场时限', { mentions: ['zhangbingbing'] });
    s.expectDirect('zhaogaobin', ['您到了吗', '12:47 前没有回音就改派']);
    await s.later('5 分钟');
    s.expectGroup(['派单', '0001', '赵高斌 过了到场时限没有回音', '到场已超时'], { mentions: ['dongyayang'] });
    s.expectDirect('dongyayang', '0001');
    s.expectDirect('zhaogaobin', '0001 一直没有您的回音，已改派 董亚杨；已经到了就回复“0001 到场”');
    s.expectDirect('zhangbingbing', ['赵高斌 接单后没有回音', '已改派 董亚杨']);
    await s.engineer('zhaogaobin').says('0001 到场');
    s.expectGroup('赵高斌 已到场');
    s.expectDirect('dongyayang', '不用去了');
    s.expectDirect('zhaogaobin', '由您处理');
  });

  tell('repair: the same, from the report on', async (s) => {
    await accepted(s);
    await s.engineer('zhaogaobin').says('已到场');
    s.expectGroup('已到场');
    await s.until('17:42');
    s.expectDirect('zhaogaobin', '还有 1 小时到修复时限（18:42）');
    await s.until('18:42');
    s.expectDirect('wangxiubao', '11-23 汇总');
    s.expectGroup(['已过修复时限', '应 18:42 前修复'], { mentions: ['zhangbingbing'] });
    await s.later('30 分钟');
    s.expectDirect('wangxiubao', '已超过修复时限');
    await s.engineer('zhaogaobin').says('处理完毕，换了 1 个光模块');
    s.expectGroup(['已办结', '用时 8 小时 30 分（时限 8 小时）', '超时 30 分钟'], { mentions: ['zjw-wang'] });
  });

  tell('an arrival in time stops what would have been said about it', async (s) => {
    await accepted(s);
    await s.engineer('zhaogaobin').says('已到场');
    s.expectGroup('已到场');
    await s.later('3 小时');
  });

  tell('level 1 owes a word at intervals, and a word given starts the interval anew', async (s) => {
    await s.reporter('hx-li').says('漷县中学全校断网，电话 13800138002');
    s.expectGroup('一级故障', { mentions: ['cuijianchao'] });
    s.expectDirect('cuijianchao', '一级故障');
    s.expectDirect('zhangbingbing', '一级故障');
    s.expectDirect('wangxiubao', '一级故障');
    await s.engineer('cuijianchao').says('接单');
    s.expectGroup('已接单');
    await s.engineer('cuijianchao').says('已到场');
    s.expectGroup('已到场');
    await s.later('10 分钟');
    await s.engineer('cuijianchao').direct('正在查主用链路，光功率正常');
    s.expectGroup('进展');
    s.expectDirect('cuijianchao', '已记到');
    await s.later('14 分钟');
    s.nothingMore();
    await s.later('1 分钟');
    s.expectDirect('cuijianchao', ['0001', '请说一句进展']);
  });
});

stories('a suspension', (tell) => {
  tell('stops every clock, and going on moves the deadlines by the pause', async (s) => {
    await accepted(s);
    await s.later('30 分钟');
    await s.engineer('zhaogaobin').says('挂起，等备件');
    s.expectGroup(['挂起', '等备件', '时限暂停']);
    await s.later('4 小时');
    s.nothingMore();
    await s.engineer('zhaogaobin').says('备件到了，继续处理');
    s.expectGroup(['继续处理', '16:42 前到场', '22:42 前修复']);
    await s.later('1 小时');
    s.expectDirect('zhaogaobin', '还有 30 分钟到到场时限（16:42）');
    await s.engineer('zhaogaobin').says('已到场');
    s.expectGroup('已到场');
    await s.later('10 分钟');
    await s.engineer('zhaogaobin').says('处理完毕，换了光模块');
    s.expectGroup(['用时 1 小时 40 分', '已扣除挂起 4 小时'], { mentions: ['zjw-wang'] });
    const ticket = await s.ticket('0001');
    expect(ticket.breaks).toHaveLength(1);
  });

  tell('that lasts is asked about after a day', async (s) => {
    await accepted(s);
    await s.engineer('zhaogaobin').says('挂起，等备件');
    s.expectGroup('时限暂停');
    await s.later('1 天');
    s.expectDirect('wangxiubao', '11-23 汇总');
    s.expectDirect('zhaogaobin', ['0001', '已挂起 1 天', '等备件']);
    s.expectDirect('zhangbingbing', ['挂起时间较长', '0001']);
  });
});
