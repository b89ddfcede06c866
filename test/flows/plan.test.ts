import { stories } from '../support/stories.js';

/** Issue 4, «Planned work»: cuts and changes. */
stories('a planned cut', (tell) => {
  tell('is told before, holds reports while it lasts, and asks once after; another fault goes out', async (s) => {
    await s.lead.says('计划 停电 11-24 08:00-12:00 漷县中学、西集中学 变压器检修');
    s.expectGroup([
      '已登记计划：停电，11-24（周二）08:00-12:00，漷县中学、西集中学',
      '变压器检修',
      '前一天 18:30 和开始前 30 分钟',
    ]);
    await s.until('18:30');
    s.expectDirect('wangxiubao', '汇总');
    s.expectGroup(['📢 停电，11-24（周二）08:00-12:00', '期间断网、断电不必报修']);
    await s.until('明天 07:30');
    s.expectGroup('📢 停电');
    await s.until('08:20');
    await s.reporter('kx-liu').says('漷县中学全校断网了，电话 13800138001');
    s.expectGroup(['计划内的停电，到 12:00 结束；已登记 0001'], { without: ['派'] });
    await s.expectTicket('TZ-20261124-0001', 'unassigned');
    await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138002');
    s.expectGroup('0002', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '0002');
    await s.engineer('zhaogaobin').says('0002 接单');
    s.expectGroup('已接单');
    await s.engineer('zhaogaobin').says('0002 办结，换了光模块');
    s.expectGroup('已办结', { mentions: ['zjw-wang'] });
    await s.until('12:00');
    s.expectGroup(['计划已结束，0001', '恢复了吗', '12:15 前没有回复就派人去看'], { mentions: ['kx-liu'] });
    await s.reporter('kx-liu').says('0001 已恢复');
    s.expectGroup('0001');
    await s.later('1 小时');
  });

  tell('is listed, moved and ended; what nobody says works again is dispatched', async (s) => {
    await s.desk.says('计划 割接 今天 10:00-18:00 漷县中学');
    s.expectGroup('已登记计划：割接');
    await s.engineer('zhaogaobin').says('计划列表');
    s.expectGroup('计划由 苏喆、张冰冰、王秀葆 来做');
    await s.reporter('kx-liu').says('漷县中学全校断网了，电话 13800138001');
    s.expectGroup('计划内的割接，到 18:00 结束；已登记 0001');
    await s.desk.says('计划 割接 改为 今天 10:00-12:00');
    s.expectGroup('已改期：割接');
    await s.desk.says('计划列表');
    s.expectGroup(['计划 1 项', '10:00-12:00']);
    await s.desk.says('结束计划 割接');
    s.expectGroup('计划已结束：割接');
    s.expectGroup(['计划已结束，0001', '恢复了吗'], { mentions: ['kx-liu'] });
    await s.later('16 分钟');
    s.expectGroup('0001', { mentions: ['cuijianchao'] });
    s.expectDirect('cuijianchao', '0001');
    for (const who of ['zhangbingbing', 'wangxiubao']) s.expectDirect(who, '一级故障');
  });

  tell('a wrong form is answered with the right one', async (s) => {
    await s.lead.says('计划 停电 明天 漷县中学');
    s.expectGroup('请这样说：计划 停电 12-01 08:00-12:00');
    await s.lead.says('取消计划 停电');
    s.expectGroup('没有找到“停电”这项计划');
  });
});
