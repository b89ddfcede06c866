import { stories } from '../support/stories.js';

/** One full story in the playground, from the sentence to the digest. */
stories('the playground', (tell) => {
  tell(
    'a whole story: report, question, joined, handed on, work, suspension, closure, reopening, rating, digest',
    async (s) => {
      const reporter = s.reporter('zjw-gao');
      const engineer = s.engineer('dongyayang');
      await reporter.says('张家湾中学教学楼三层整层上不了网');
      s.expectGroup(['已受理 TZ-20261123-0001 · 二级故障', '联系电话'], { mentions: ['zhaogaobin'] });
      s.expectDirect('zhaogaobin', '未留电话');
      await reporter.says('13800138001');
      s.expectGroup('已记到 0001');
      s.expectDirect('zhaogaobin', ['0001 补充', '13800138001']);
      await s.reporter('zjw-liu').says('张家湾中学教学楼三层上不了网');
      s.expectGroup('与 0001 是同一故障');
      await s.engineer('zhaogaobin').says('我在漷县走不开，转给董亚杨');
      s.expectGroup(['派单 TZ-20261123-0001', '赵高斌 转'], { mentions: ['dongyayang'] });
      s.expectDirect('dongyayang', ['走不开', '13800138001']);
      await engineer.presses('接单');
      s.expectGroup('董亚杨 已接单');
      s.expectDirect('dongyayang', '已接单');
      await s.later('40 分钟');
      await reporter.calls('怎么还没来人');
      s.expectGroup(['0001', '已再提醒 董亚杨']);
      s.expectDirect('dongyayang', '报修人在催');
      await engineer.says('已到场');
      s.expectGroup('董亚杨 已到场');
      await engineer.says('挂起，等备件');
      s.expectGroup(['等备件', '时限暂停']);
      await s.later('1 小时');
      await engineer.says('备件到了，继续处理');
      s.expectGroup('继续处理');
      await s.later('20 分钟');
      await engineer.says('处理完毕，接入交换机光模块损坏，换了 1 个，用 LC 跳线 2 根');
      s.expectGroup(['已办结', '用时 1 小时（时限 8 小时，已扣除挂起 1 小时）'], { mentions: ['zjw-gao'] });
      await s.later('30 分钟');
      await reporter.says('还是不行，三层又断了');
      s.expectGroup('没修好，重新打开 TZ-20261123-0001', { mentions: ['dongyayang'] });
      s.expectDirect('dongyayang', '0001');
      for (const up of ['zhangbingbing', 'wangxiubao']) s.expectDirect(up, '没修好，已重新打开');
      await engineer.says('接单');
      s.expectGroup('董亚杨 已接单');
      await engineer.says('处理完毕，整台交换机换了');
      s.expectGroup(['已办结', '重新受理'], { mentions: ['zjw-gao'] });
      await reporter.says('4分，总算好了');
      s.expectGroup('谢谢，0001 评价已记下');
      await s.expectTicket('0001', 'closed', 'dongyayang');
      await s.until('18:00');
      s.expectDirect('wangxiubao', ['11-23 汇总', '新增 1 · 办结 1', '平均 4.0 分']);
    },
  );
});
