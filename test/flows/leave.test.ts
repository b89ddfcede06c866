import { stories } from '../support/stories.js';

/** Issue 4, «Who goes»: leave. */
stories('leave', (tell) => {
  tell('told by the manager: read back, nothing is offered meanwhile, over by itself', async (s) => {
    await s.manager.calls('请假 赵高斌 11-23 到 11-25');
    s.expectGroup('已登记请假：赵高斌 11-23（周一）至 11-25（周三）；期间不派单、不提醒');
    await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
    s.expectGroup(['0001 · 二级故障', '张家湾中学'], { mentions: ['dongyayang'] });
    s.expectDirect('dongyayang', '0001');
    await s.engineer('dongyayang').says('0001 接单');
    s.expectGroup('董亚杨 已接单');
    await s.reporter('mjq-zhao').says('马驹桥镇中心小学二层整层上不了网，电话 13800138003');
    s.expectGroup(['0002 · 二级故障'], { mentions: ['dongyayang'] });
    s.expectDirect('dongyayang', '0002');
    await s.engineer('caoyunwu').says('请假列表');
    s.expectGroup(['请假 1 条', '赵高斌 11-23（周一）至 11-25（周三），正在休假']);
  });

  tell('that begins at once hands on what is open; who goes is not called again', async (s) => {
    await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
    s.expectGroup('0001 · 二级故障', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '0001');
    await s.engineer('zhaogaobin').says('我今天请假，孩子生病');
    s.expectGroup(['派单', '0001', '赵高斌 转：请假'], { mentions: ['dongyayang'] });
    s.expectGroup(['已登记请假：赵高斌 11-23（周一），孩子生病', '手上的单已转派：0001 → 董亚杨']);
    s.expectDirect('dongyayang', '0001');
    await s.expectTicket('0001', 'offered', 'dongyayang');
  });

  tell('that is still to come hands on when it begins; a suspended job stays and is told', async (s) => {
    await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
    s.expectGroup('0001', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '0001');
    await s.engineer('zhaogaobin').says('接单');
    s.expectGroup('赵高斌 已接单');
    await s.engineer('zhaogaobin').says('挂起 等备件');
    s.expectGroup('赵高斌 挂起');
    await s.engineer('zhaogaobin').direct('请假 明天');
    const made = ['已登记请假：赵高斌 11-24（周二）', '手上还有 0001 张家湾中学，到时没办完的会自动转派'];
    s.expectDirect('zhaogaobin', made);
    s.expectDirect('zhangbingbing', made);
    await s.until('18:00');
    s.expectDirect('wangxiubao', '汇总');
    await s.until('明天 00:30');
    s.expectDirect('zhangbingbing', ['赵高斌 今天起休假，名下还有挂起的 0001 张家湾中学', '回复“0001 转派 姓名”']);
    await s.expectTicket('0001', 'suspended', 'zhaogaobin');
  });

  tell('is ended, and taken back; then he is called again', async (s) => {
    await s.lead.says('请假 赵高斌 今天');
    s.expectGroup('已登记请假：赵高斌');
    await s.engineer('zhaogaobin').says('销假');
    s.expectGroup('已销假：赵高斌，现在起恢复派单');
    await s.lead.says('请假 赵高斌 明天');
    s.expectGroup('已登记请假：赵高斌 11-24（周二）');
    await s.lead.says('取消请假 赵高斌');
    s.expectGroup('已取消请假：赵高斌 11-24（周二）');
    await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
    s.expectGroup('0001', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '0001');
  });

  tell('of the lead lets the manager be told in his place, and once', async (s) => {
    await s.manager.says('请假 张冰冰 今天');
    s.expectGroup(['已登记请假：张冰冰', '期间 活动保障 的主责不在，由 曹云武、韩奇昆 顶上']);
    await s.reporter('zjw-wang').says('张家湾中学全校断网，电话 13800138001');
    s.expectGroup('0001 · 一级故障', { mentions: ['cuijianchao'] });
    s.expectDirect('cuijianchao', '一级故障');
    s.expectDirect('wangxiubao', '一级故障');
  });

  tell('by whom it may be told, and the right form', async (s) => {
    await s.engineer('caoyunwu').says('请假 赵高斌 11-24');
    s.expectGroup('请假由本人说，或由 王秀葆、张冰冰 登记');
    await s.manager.says('请假 赵高斌');
    s.expectGroup('还缺哪天到哪天。请这样说：请假 曹云武 11-23 到 11-25');
    await s.manager.says('请假 王小明 明天');
    s.expectGroup('名单里没有“王小明”');
    await s.manager.says('请假 赵高斌 11-24');
    s.expectGroup('已登记请假');
    await s.manager.says('请假 赵高斌 11-24 到 11-25');
    s.expectGroup('已有请假：赵高斌 11-24（周二）。要改请先说“取消请假 赵高斌”');
    await s.manager.says('取消请假 董亚杨');
    s.expectGroup('董亚杨 没有登记的请假');
    await s.reporter('zjw-wang').says('请假 赵高斌 11-24');
  });
});
