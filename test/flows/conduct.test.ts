import { expect } from 'vitest';
import type { Story } from '../support/story.js';
import { stories } from '../support/stories.js';

/** How the desk carries itself (issue 2): ordinary phrasings, bare words, whose ticket it is, what opens one again. */
const accepted = async (s: Story): Promise<void> => {
  await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
  s.expectGroup('0001', { mentions: ['zhaogaobin'] });
  s.expectDirect('zhaogaobin', '联系人');
  await s.engineer('zhaogaobin').says('接单');
  s.expectGroup('赵高斌 已接单');
};
const finished = async (s: Story): Promise<void> => {
  await accepted(s);
  await s.engineer('zhaogaobin').says('处理完毕，换了光模块');
  s.expectGroup('已办结', { mentions: ['zjw-wang'] });
};

stories('a command in ordinary words', (tell) => {
  tell('asks what the bot can do, who it is, or only says hello', async (s) => {
    for (const text of ['你会干什么', '怎么用', '你是谁']) {
      await s.reporter('stranger').calls(text);
      s.expectGroup(['报修：', '跟进：']);
    }
    await s.reporter('zjw-wang').says('小通能干嘛');
    s.expectGroup('报修：');
    await s.reporter('zjw-wang').direct('你好');
    s.expectDirect('zjw-wang', '在的。报修请说');
    await s.reporter('zjw-wang').says('怎么用');
  });

  tell('asks for lists and duty', async (s) => {
    await accepted(s);
    await s.engineer('zhaogaobin').calls('我手上还有几单');
    s.expectGroup(['您的工单 1 张', '0001']);
    await s.reporter('zjw-wang').calls('查一下我的工单');
    s.expectGroup('您的工单 1 张');
    await s.lead.calls('还有哪些单没人接');
    s.expectGroup('没有等待接单的工单');
    await s.reporter('zjw-wang').says('现在谁值班');
    s.expectGroup('校园网：');
    await s.lead.calls('今天汇总一下');
    s.expectGroup('新增 1');
  });

  tell('with a number is about that ticket', async (s) => {
    await accepted(s);
    await s.reporter('hx-li').says('漷县中学全校断网，电话 13800138002');
    s.expectGroup('0002', { mentions: ['cuijianchao'] });
    for (const who of ['cuijianchao', 'zhangbingbing', 'wangxiubao']) s.expectDirect(who, '0002');
    await s.lead.calls('0001 进度');
    s.expectGroup(['0001', '赵高斌'], { without: '0002' });
  });
});

stories('a bare word of an engineer', (tell) => {
  const suspended = async (s: Story): Promise<void> => {
    await accepted(s);
    await s.engineer('zhaogaobin').says('挂起 等学校开门');
    s.expectGroup('时限暂停');
  };

  tell('恢复了 goes on with what was suspended', async (s) => {
    await suspended(s);
    await s.engineer('zhaogaobin').says('恢复了');
    s.expectGroup('0001 张家湾中学：赵高斌 继续处理');
    await s.expectTicket('0001', 'accepted');
    await s.engineer('zhaogaobin').says('恢复');
    s.expectGroup('0001 是修好了吗', { buttons: ['办结'] });
    await s.expectTicket('0001', 'accepted');
    await s.engineer('zhaogaobin').says('是的');
    s.expectGroup('已办结', { mentions: ['zjw-wang'] });
    s.expectDirect('zhaogaobin', '请补一句原因和用料');
    await s.expectTicket('0001', 'resolved');
  });

  tell('好了 of a suspended job is asked about, and never ends it', async (s) => {
    await suspended(s);
    await s.engineer('zhaogaobin').says('好了');
    s.expectGroup(['0001 还挂起着（等学校开门）', '办结', '恢复'], { buttons: ['恢复', '办结'] });
    await s.expectTicket('0001', 'suspended');
    await s.engineer('zhaogaobin').presses('恢复');
    s.expectGroup('继续处理');
  });

  tell('with what was done it is the repair', async (s) => {
    await accepted(s);
    await s.engineer('zhaogaobin').says('恢复了，重启了交换机');
    s.expectGroup(['已办结', '重启了交换机'], { mentions: ['zjw-wang'] });
  });
});

stories('whose ticket it is', (tell) => {
  const colleague = async (s: Story): Promise<void> => {
    await accepted(s);
    await s.reporter('zjw-sun').says('我是张家湾中学的孙老师');
  };

  tell('a colleague of the school asks, presses, and takes it back: the reporter hears it', async (s) => {
    await colleague(s);
    await s.reporter('zjw-sun').calls('0001 进度');
    s.expectGroup(['0001', '赵高斌']);
    await s.reporter('zjw-sun').calls('催一下 0001');
    s.expectGroup('已再提醒 赵高斌');
    s.expectDirect('zhaogaobin', ['0001', '孙老师 在催']);
    await s.reporter('zjw-sun').calls('0001 撤单');
    s.expectGroup(['0001 已撤单', '孙老师 撤的，故障还在请再报一次'], { mentions: ['zjw-wang'] });
    s.expectDirect('zhaogaobin', ['0001 已撤单', '不用去了']);
    await s.expectTicket('0001', 'cancelled');
  });

  tell('a colleague says that it works again', async (s) => {
    await colleague(s);
    await s.reporter('zjw-sun').calls('0001 已经好了');
    s.expectGroup(['已办结', '孙老师告知已恢复'], { mentions: ['zjw-wang'] });
    s.expectDirect('zhaogaobin', '孙老师 告知已恢复');
    await s.reporter('zjw-sun').presses('5 分');
    s.expectGroup('0001 的评价要由报修人来给');
  });

  tell('another school may do nothing of it', async (s) => {
    await accepted(s);
    for (const words of ['0001 进度', '催一下 0001', '0001 撤单', '0001 已经好了']) {
      await s.reporter('lh-chen').calls(words);
      s.expectGroup('0001 不是您学校报的单', { without: '王老师' });
    }
    expect(await s.expectTicket('0001', 'accepted', 'zhaogaobin')).toMatchObject({ urged: 0 });
  });

  tell('the lead takes it back, and the reporter hears it', async (s) => {
    await accepted(s);
    await s.lead.says('0001 撤单');
    s.expectGroup(['0001 已撤单', '是 张冰冰 撤的'], { mentions: ['zjw-wang'] });
    s.expectDirect('zhaogaobin', '已撤单');
  });
});

stories('what opens a ticket again', (tell) => {
  tell('a question does not, nor what was of no use', async (s) => {
    await finished(s);
    await s.reporter('zjw-wang').calls('好了吗');
    s.expectGroup(['0001', '赵高斌', '已办结']);
    await s.reporter('zjw-wang').says('没用上');
    await s.reporter('zjw-wang').says('这个没用');
    await s.expectTicket('0001', 'resolved');
  });

  tell('又断了 does', async (s) => {
    await finished(s);
    await s.reporter('zjw-wang').says('又断了');
    s.expectGroup('没修好，重新打开', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '没修好');
    for (const who of ['zhangbingbing', 'wangxiubao']) s.expectDirect(who, '已重新打开');
  });

  tell('another thing is a ticket of its own', async (s) => {
    await finished(s);
    await s.reporter('zjw-wang').says('投影仪还是黑屏');
    s.expectGroup(['0002', '投影'], { mentions: ['suzhe'] });
    s.expectDirect('suzhe', '0002');
    await s.expectTicket('0001', 'resolved');
  });
});

stories('a button whose reason is gone', (tell) => {
  tell('says what is the case now and changes nothing', async (s) => {
    await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
    const call = s.expectGroup('0001', { mentions: ['zhaogaobin'] });
    const brief = s.expectDirect('zhaogaobin', '联系人');
    await s.engineer('dongyayang').pressesOn(call, '接单');
    s.expectGroup('董亚杨 已接单');
    s.expectDirect('dongyayang', '由您处理');
    s.expectDirect('zhaogaobin', '董亚杨 接了');
    expect(await s.engineer('zhaogaobin').pressesOn(brief, '转派')).toBe('0001 已由 董亚杨 接单，您不用去了');
    s.expectDirect('zhaogaobin', '0001 已由 董亚杨 接单，您不用去了');
    await s.expectTicket('0001', 'accepted', 'dongyayang');
  });

  tell('goes from every copy of the message', async (s) => {
    const shown = () => s.stage.heard().map((one) => one.buttons.map((b) => b.label).join(''));
    await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
    s.expectGroup('0001', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '联系人');
    expect(shown()).toEqual(['接单转派', '接单转派']);
    await s.engineer('zhaogaobin').says('接单');
    s.expectGroup('赵高斌 已接单');
    expect(shown()).toEqual(['', '', '到场转派']);
    await s.engineer('zhaogaobin').says('办结，换了光模块');
    s.expectGroup('已办结', { mentions: ['zjw-wang'] });
    expect(shown().slice(0, 3)).toEqual(['', '', '']);
  });
});

stories('a school told before its fault', (tell) => {
  tell('joins what the school has reported already', async (s) => {
    await accepted(s);
    await s.reporter('stranger').calls('张家湾中学');
    s.expectGroup('张家湾中学。请问是什么现象');
    await s.reporter('stranger').says('教学楼三层上不了网');
    s.expectGroup('与 0001 是同一故障');
  });
});

stories('how long it took', (tell) => {
  tell('of a job promised in working days is told in working time', async (s) => {
    await s.reporter('zjw-wang').says('张家湾中学201办公室一台电脑上不了网，电话 13800138001');
    s.expectGroup('三级异常', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '0001');
    await s.engineer('zhaogaobin').says('接单');
    s.expectGroup('已接单');
    await s.until('明天 09:00');
    s.expectDirect('wangxiubao', '汇总');
    await s.engineer('zhaogaobin').says('办结，换了网线');
    s.expectGroup('用时 7 小时 18 分（工作时间，时限 2 个工作日）', { mentions: ['zjw-wang'] });
  });
});
