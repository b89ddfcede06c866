import type { Story } from '../support/story.js';
import { stories } from '../support/stories.js';

/** Issue 2, «Commands» from the group or directly, and what is said to nobody or cannot be placed. */
const two = async (s: Story): Promise<void> => {
  await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
  s.expectGroup('0001', { mentions: ['zhaogaobin'] });
  s.expectDirect('zhaogaobin', '0001');
  await s.reporter('hx-li').says('漷县中学全校断网，电话 13800138002');
  s.expectGroup('0002', { mentions: ['cuijianchao'] });
  for (const who of ['cuijianchao', 'zhangbingbing', 'wangxiubao']) s.expectDirect(who, '0002');
};

stories('a command', (tell) => {
  tell('帮助, from anybody, anywhere', async (s) => {
    await s.reporter('stranger').calls('帮助');
    s.expectGroup(['报修：', '接单', '催单']);
    await s.engineer('zhaogaobin').direct('帮助');
    s.expectDirect('zhaogaobin', '报修：');
  });

  tell('进度: a school sees its own, the desk sees all in the order of work', async (s) => {
    await two(s);
    await s.reporter('zjw-wang').calls('进度');
    s.expectGroup(['0001', '赵高斌'], { without: '0002' });
    await s.desk.direct('进度');
    s.expectDirect('suzhe', [/在办 2 张[\s\S]*0002[\s\S]*0001/]);
    await s.reporter('stranger').calls('进度');
    s.expectGroup('没有');
  });

  tell('我的工单: what one holds, or reported', async (s) => {
    await two(s);
    await s.engineer('zhaogaobin').direct('我的工单');
    s.expectDirect('zhaogaobin', ['您的工单 1 张', '0001'], { without: '0002' });
    await s.reporter('hx-li').calls('我的工单');
    s.expectGroup(['您的工单 1 张', '0002']);
    await s.engineer('hanqikun').direct('我的工单');
    s.expectDirect('hanqikun', '没有未完的工单');
  });

  tell('待接单: what waits, for the staff only', async (s) => {
    await two(s);
    await s.engineer('zhaogaobin').says('接单');
    s.expectGroup('已接单');
    await s.lead.direct('待接单');
    s.expectDirect('zhangbingbing', ['待接单 1 张', '0002'], { without: '0001' });
    await s.reporter('zjw-wang').calls('待接单');
    s.expectGroup('只有运维人员能看');
  });

  tell('今日汇总 on demand', async (s) => {
    await two(s);
    await s.manager.direct('今日汇总');
    s.expectDirect('wangxiubao', ['11-23 汇总（截至 10:42）', '新增 2']);
    await s.client.calls('今日汇总');
    s.expectGroup('新增 2');
  });

  tell('值班: who answers for what', async (s) => {
    await s.lead.direct('值班');
    s.expectDirect('zhangbingbing', ['校园网：赵高斌、董亚杨（备 曹云武、韩奇昆）', '光缆：崔建超（备 李承庆）']);
  });
});

stories('what is no business of the bot', (tell) => {
  tell('talk between people gets no answer', async (s) => {
    await s.reporter('zjw-wang').says('老师们辛苦了');
    await s.reporter('lh-chen').says('收到通知，谢谢');
    await s.engineer('zhaogaobin').says('大家早上好');
    await s.engineer('zhaogaobin').says('收到');
  });

  tell('what is said to it and cannot be placed gets one helpful line', async (s) => {
    await s.reporter('zjw-wang').calls('今天天气真好');
    s.expectGroup(['没看明白', '帮助']);
    await s.engineer('zhaogaobin').direct('今天天气真好');
    s.expectDirect('zhaogaobin', '没看明白');
  });
});
