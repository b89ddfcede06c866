import type { Story } from '../support/story.js';
import { stories } from '../support/stories.js';

const reported = async (s: Story): Promise<void> => {
  await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
  s.expectGroup('0001', { mentions: ['zhaogaobin'] });
  s.expectDirect('zhaogaobin', '0001');
};

/** Issue 4, «Also»: 「TZ-… 记录」. */
stories('the record of a ticket', (tell) => {
  tell(
    'tells who did what and when, with the reasons of what happened by itself, and no telephone number',
    async (s) => {
      await reported(s);
      await s.later('12 分钟');
      s.expectGroup(['⏰', '0001', '接单时限'], { mentions: ['zhaogaobin'] });
      await s.engineer('zhaogaobin').says('0001 转派 车坏在路上了');
      s.expectGroup('0001', { mentions: ['dongyayang'] });
      s.expectDirect('dongyayang', '0001');
      await s.engineer('dongyayang').says('0001 接单');
      s.expectGroup('董亚杨 已接单');
      await s.lead.says('0001 记录');
      s.expectGroup([
        'TZ-20261123-0001 · 二级故障 的记录',
        '张家湾中学 教学楼三层：整层断网；董亚杨',
        '11-23 10:42 王老师 报修：张家湾中学教学楼三层整层上不了网，电话 138****8001',
        '10:42 自动 派给 赵高斌（',
        '10:54 自动 快到接单时限，提醒',
        '10:54 赵高斌 转派：车坏在路上了',
        '派给 董亚杨（',
        '10:54 董亚杨 接单',
      ]);
      await s.manager.direct('TZ-20261123-0001 记录');
      s.expectDirect('wangxiubao', '10:54 董亚杨 接单');
    },
  );

  tell('is asked for by a quote as well; a number nobody has and a bare word are answered', async (s) => {
    await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
    const receipt = s.expectGroup('0001', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '0001');
    await s.desk.quotes(receipt, '记录');
    s.expectGroup('TZ-20261123-0001 · 二级故障 的记录');
    await s.desk.says('0099 记录');
    s.expectGroup('没有找到工单 0099');
    await s.desk.calls('记录');
    s.expectGroup('请这样说：0004 记录');
  });
});
