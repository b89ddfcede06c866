import { stories } from '../support/stories.js';

/** Issue 4, «Who goes»: the choice returns its reasons, shown on demand; and a ticket's history in one view. */
stories('asked why', (tell) => {
  tell('the choice is told with its reasons, and of the others why not', async (s) => {
    await s.lead.says('请假 曹云武 今天');
    s.expectGroup('已登记请假');
    await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
    s.expectGroup('0001', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '0001');
    await s.lead.says('为什么派给他');
    s.expectGroup([
      '0001 张家湾中学 教学楼三层',
      '10:42 派给 赵高斌',
      '理由：校园网主责，手上没有别的单',
      '董亚杨（条件相同，名单在后）',
      '曹云武（请假）',
    ]);
    await s.manager.direct('0001 为什么派给董亚杨');
    s.expectDirect('wangxiubao', '没有派给 董亚杨，现在是 赵高斌');
    await s.engineer('zhaogaobin').says('凭什么派给我');
    s.expectGroup('10:42 派给 赵高斌');
    await s.lead.says('0009 为什么派给他');
    s.expectGroup('0009');
  });

  tell('what was handed on is told, and the record sums up the deadlines', async (s) => {
    await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
    const call = s.expectGroup('0001', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '0001');
    await s.engineer('zhaogaobin').says('转派 我在漷县走不开');
    s.expectGroup(['派单', '0001'], { mentions: ['dongyayang'] });
    s.expectDirect('dongyayang', '0001');
    await s.engineer('dongyayang').says('接单');
    s.expectGroup('董亚杨 已接单');
    await s.engineer('dongyayang').says('挂起 等学校开门');
    s.expectGroup('挂起');
    await s.later('1 小时');
    await s.engineer('dongyayang').says('恢复处理');
    s.expectGroup('继续处理');
    await s.desk.says('TZ-20261123-0001 记录');
    s.expectGroup([
      'TZ-20261123-0001 · 二级故障 的记录',
      '派给 赵高斌（主责，手上 0 单）',
      '时限：今天 10:42 受理，2 小时，挂起 1 小时不计 → 今天 13:42 到场；8 小时，挂起 1 小时不计 → 今天 19:42 修复',
    ]);
    await s.lead.quotes(call, '为什么派给赵高斌');
    s.expectGroup(['派给 赵高斌，后来由 董亚杨 接手', '理由：校园网主责']);
  });
});
