import { expect } from 'vitest';
import type { Story } from '../support/story.js';
import { stories } from '../support/stories.js';

const events = async (s: Story, no: string) =>
  (await s.system.record.views.log(`TZ-20261123-${no}`)).map(({ event }) => event);

const called = async (s: Story): Promise<void> => {
  await s.desk.says('代报 张家湾中学 王老师 13800138001 三楼断网');
  s.expectGroup(['已受理 TZ-20261123-0001 · 二级故障（王老师 来电）', '张家湾中学 三楼'], {
    mentions: ['zhaogaobin'],
    without: '？',
  });
  s.expectDirect('zhaogaobin', '联系人 王老师 13800138001');
};

const repaired = async (s: Story, who = 'zhaogaobin'): Promise<void> => {
  await s.engineer(who).says('0001 接单');
  s.expectGroup('已接单');
  await s.engineer(who).says('0001 办结，换了光模块');
  s.expectGroup(['✅ TZ-20261123-0001 已办结'], { without: ['满意', '回访'] });
};

const visited = (s: Story): void =>
  void s.expectDirect('suzhe', '请回访 张家湾中学王老师 13800138001：0001 已办结。回复“0001 5分”');

/** Issue 4, «Who goes»: the desk enters hotline calls. */
stories('a hotline call entered by the desk', (tell) => {
  tell('is a report with the caller’s name and number; the rating is asked of the desk', async (s) => {
    await called(s);
    const ticket = await s.ticket('0001');
    expect(ticket).toMatchObject({ contact: '王老师', phone: '13800138001', caller: { name: '王老师' } });
    expect((await events(s, '0001'))[0]).toMatchObject({
      kind: 'reported',
      by: { name: '王老师', role: 'reporter', via: { key: 'staff:suzhe', name: '苏喆', role: 'desk' } },
    });
    await repaired(s);
    visited(s);
    await s.desk.direct('5分，说师傅很耐心');
    s.expectDirect('suzhe', '谢谢，0001 评价已记下');
    expect(await s.expectTicket('0001', 'closed')).toMatchObject({ rating: { score: 5 } });
  });

  tell('that says the repair did not hold opens the ticket again', async (s) => {
    await called(s);
    await repaired(s);
    visited(s);
    await s.desk.says('0001 还是不行，三楼又断了');
    s.expectGroup('没修好，重新打开 TZ-20261123-0001', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', ['没修好', '联系人 王老师 13800138001']);
    for (const who of ['zhangbingbing', 'wangxiubao']) s.expectDirect(who, '没修好，已重新打开');
  });

  tell('in free words with its time, which its clocks count from', async (s) => {
    await s.desk.direct(
      '热线登记 09:26：大方居幼儿园赵老师，保健室打印机脱机，网口灯不亮，别的都能用。回电13800138113',
    );
    s.expectDirect(
      'suzhe',
      ['已受理 TZ-20261123-0001 · 三级异常（赵老师 来电）', '大方居幼儿园 保健室', '派给 赵高斌'],
      {
        without: '？',
      },
    );
    s.expectGroup('派单 TZ-20261123-0001', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', ['09:26 报修', '联系人 赵老师 13800138113']);
    await s.lead.direct('热线：010-80547733，芙蓉幼儿园赵园长，全园断网');
    s.expectDirect('zhangbingbing', ['0002 · 一级故障（赵园长 来电）', '芙蓉幼儿园']);
    s.expectGroup('派单 TZ-20261123-0002', { mentions: ['cuijianchao'] });
    s.expectDirect('cuijianchao', '联系人 赵园长 01080547733');
    for (const who of ['zhangbingbing', 'wangxiubao']) s.expectDirect(who, '芙蓉幼儿园');
  });

  tell('asks the desk for what is missing, and takes the answer', async (s) => {
    await s.desk.says('代报 一台电脑上不了网');
    s.expectGroup(['已登记 TZ-20261123-0001 · 三级异常', '请问是哪所学校']);
    await s.desk.says('潞河中学');
    s.expectGroup(['已受理 TZ-20261123-0001 · 三级异常（来电）', '请问在哪个位置'], { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '联系人 未留电话');
    await s.desk.says('实验楼 203 办公室');
    s.expectGroup(['已记到 0001', '来电号码是多少']);
    s.expectDirect('zhaogaobin', '203');
    await s.desk.says('13800138008');
    s.expectGroup('已记到 0001', { without: '？' });
    s.expectDirect('zhaogaobin', '13800138008');
  });

  tell('of somebody who is known here is theirs as well: their own word counts', async (s) => {
    await called(s);
    await s.reporter('zjw-wang').calls('怎么还没来人');
    s.expectGroup(['0001', '已再提醒 赵高斌']);
    s.expectDirect('zhaogaobin', '报修人在催');
  });

  tell('joins the open ticket of the same fault', async (s) => {
    await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网');
    s.expectGroup('0001', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '0001');
    await s.desk.says('代报 张家湾中学 孙主任 13800138044 教学楼三层没网');
    s.expectGroup('与 0001 是同一故障');
  });

  tell('whose engineer is the desk itself is called back by the lead', async (s) => {
    await s.desk.says('代报 张家湾中学 王老师 13800138001 教学楼三层无线都连不上');
    s.expectGroup('0001', { mentions: ['suzhe'] });
    s.expectDirect('suzhe', '0001');
    await s.desk.says('0001 接单');
    s.expectGroup('苏喆 已接单');
    await s.desk.says('0001 办结，重启了控制器');
    s.expectGroup('✅ TZ-20261123-0001 已办结');
    s.expectDirect('zhangbingbing', '请回访 张家湾中学王老师 13800138001');
    await s.desk.says('0001 5分');
    s.expectGroup('0001 是您处理的，评价要由报修人来给');
    await s.lead.says('0001 4分');
    s.expectGroup('0001 评价已记下');
  });

  tell('without a fault is answered with the right form; an engineer’s is his own report', async (s) => {
    await s.desk.says('代报');
    s.expectGroup('请这样说：代报 张家湾中学 王老师 电话 三楼断网');
    await s.desk.says('代报 张家湾中学 王老师');
    s.expectGroup('没看出是什么故障。请这样说：代报');
    await s.engineer('hanqikun').says('代报 张家湾中学 王老师 13800138001 三楼断网');
    s.expectGroup('已受理 TZ-20261123-0001', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '联系人 王老师 13800138001');
  });
});

const reported = async (s: Story): Promise<void> => {
  await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网');
  s.expectGroup('0001', { mentions: ['zhaogaobin'] });
  s.expectDirect('zhaogaobin', '0001');
};

/** … and everything else on a person's behalf, logged as such. */
stories('the desk acts for somebody', (tell) => {
  tell('an engineer: every step, and he hears of it', async (s) => {
    await reported(s);
    await s.desk.says('代 赵高斌 接单 0001');
    s.expectGroup('赵高斌 已接单');
    s.expectDirect('zhaogaobin', '苏喆 代您接单：0001 张家湾中学 教学楼三层：整层断网，12:42 前到场');
    expect((await events(s, '0001')).at(-1)).toMatchObject({
      kind: 'accepted',
      by: { key: 'staff:zhaogaobin', via: { key: 'staff:suzhe' } },
    });
    await s.expectTicket('0001', 'accepted', 'zhaogaobin');
    await s.lead.direct('代赵高斌 0001 到场');
    s.expectGroup('赵高斌 已到场');
    s.expectDirect('zhangbingbing', '赵高斌 已到场');
    s.expectDirect('zhaogaobin', '张冰冰 代您报了到场');
    await s.desk.says('代 赵高斌 0001 挂起 等学校开门');
    s.expectGroup(['赵高斌 挂起', '等学校开门']);
    s.expectDirect('zhaogaobin', '苏喆 代您挂起');
    await s.desk.says('代 赵高斌 0001 恢复处理');
    s.expectGroup('赵高斌 继续处理');
    s.expectDirect('zhaogaobin', '苏喆 代您恢复');
    await s.desk.says('代 赵高斌 0001 办结，换了 1 个光模块');
    s.expectGroup(['已办结', '换了 1 个光模块', '处理人 赵高斌'], { mentions: ['zjw-wang'] });
    s.expectDirect('zhaogaobin', '苏喆 代您办结');
  });

  tell('what he may not do, the desk cannot do for him', async (s) => {
    await reported(s);
    await s.engineer('zhaogaobin').says('接单');
    s.expectGroup('已接单');
    await s.desk.says('代 董亚杨 接单 0001');
    s.expectGroup('没办成：0001 已由 赵高斌 接单');
    await s.expectTicket('0001', 'accepted', 'zhaogaobin');
    await s.desk.says('代 王秀葆 接单 0001');
    s.expectGroup('没办成');
  });

  tell('a school’s contact: urging, adding, telling that it works, rating', async (s) => {
    await reported(s);
    await s.engineer('zhaogaobin').says('接单');
    s.expectGroup('已接单');
    await s.desk.says('代 王老师 催单');
    s.expectGroup(['0001', '已再提醒 赵高斌']);
    s.expectDirect('zhaogaobin', '报修人在催');
    await s.desk.says('代 王老师 补充 0001：弱电间钥匙在门卫');
    s.expectGroup('已记到 0001');
    s.expectDirect('zhaogaobin', '钥匙在门卫');
    await s.desk.says('代 张家湾中学 王老师 已恢复');
    s.expectGroup('已办结', { mentions: ['zjw-wang'] });
    s.expectDirect('zhaogaobin', '报修人告知已恢复');
    await s.desk.says('代 王老师 评价 0001 5分，师傅很耐心');
    s.expectGroup('0001 评价已记下');
    const log = await events(s, '0001');
    for (const kind of ['urged', 'supplemented', 'recovered', 'rated'])
      expect(log.find((event) => event.kind === kind)).toMatchObject({
        by: { key: 'playground:zjw-wang', name: '王老师', via: { key: 'staff:suzhe' } },
      });
  });

  tell('a caller: withdrawn by name', async (s) => {
    await called(s);
    await s.desk.says('代 王老师 撤单 0001');
    s.expectGroup('0001 已撤单');
    s.expectDirect('zhaogaobin', '已撤单，不用去了');
  });

  tell('of two who could be meant none is guessed, and a wrong name is a slip that is told', async (s) => {
    await reported(s);
    await s.reporter('lh-chen').says('潞河中学门卫室的摄像头黑屏，联系人王老师 13800138004');
    s.expectGroup('0002', { mentions: ['dongyayang'] });
    s.expectDirect('dongyayang', '0002');
    await s.desk.says('代 王老师 催单');
    s.expectGroup(['有 2 张单对得上', '0001', '0002', '请带上单号再说一次']);
    await s.desk.says('代 李老师 撤单 0001');
    s.expectGroup('0001 是 王老师 报的，没有李老师。请核对单号');
    await s.desk.says('代 钱老师 催单');
    s.expectGroup('没有找到钱老师的工单。请带上单号再说一次');
    await s.desk.says('代 王老师');
    s.expectGroup('请这样说：代 王老师 撤单 0003');
    await s.engineer('dongyayang').says('代 赵高斌 接单 0001');
    s.expectGroup('代别人办事由 苏喆、张冰冰、王秀葆 来做');
    await s.expectTicket('0001', 'offered', 'zhaogaobin');
  });
});
