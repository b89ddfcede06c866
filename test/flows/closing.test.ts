import { expect } from 'vitest';
import type { Story } from '../support/story.js';
import { stories } from '../support/stories.js';

/** Issue 2, «Closing»: a summary to the group, one request for a rating to the reporter and never to the engineer, 还是不行. */
const finished = async (s: Story): Promise<void> => {
  await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
  s.expectGroup('二级故障', { mentions: ['zhaogaobin'] });
  s.expectDirect('zhaogaobin', '联系人');
  await s.later('5 分钟');
  await s.engineer('zhaogaobin').says('接单');
  s.expectGroup('赵高斌 已接单');
  await s.later('40 分钟');
  await s.engineer('zhaogaobin').says('已到场');
  s.expectGroup('已到场');
  await s.later('1 小时');
  await s.engineer('zhaogaobin').says('处理完毕，接入交换机光模块损坏，换了 1 个，用 LC 跳线 2 根');
  s.expectGroup(
    [
      '✅ TZ-20261123-0001 已办结 · 张家湾中学 教学楼三层',
      '二级故障',
      '换了 1 个',
      '10:42 受理 · 10:47 接单 · 11:27 到场 · 12:27 修复，用时 1 小时 45 分（时限 8 小时）',
      '处理人 赵高斌',
      '满意吗',
    ],
    { mentions: ['zjw-wang'], buttons: ['5 分', '4 分', '3 分', '2 分', '1 分', '还是不行'] },
  );
};

stories('a rating', (tell) => {
  tell('is given in words', async (s) => {
    await finished(s);
    await s.reporter('zjw-wang').says('5分，师傅来得很快');
    s.expectGroup('谢谢，0001 评价已记下');
    const ticket = await s.expectTicket('0001', 'closed');
    expect(ticket).toMatchObject({ rating: { score: 5, words: expect.stringContaining('来得很快') } });
  });

  tell('is given by a button', async (s) => {
    await finished(s);
    await s.reporter('zjw-wang').presses('4 分');
    s.expectGroup('评价已记下');
    expect(await s.expectTicket('0001', 'closed')).toMatchObject({ rating: { score: 4 } });
  });

  tell('that is bad is told to the lead', async (s) => {
    await finished(s);
    await s.reporter('zjw-wang').says('2分，来得太慢');
    s.expectGroup(['0001 评价已记下', '张冰冰会跟进']);
    s.expectDirect('zhangbingbing', ['评价偏低', '2 分', '太慢', '赵高斌']);
  });

  tell('never comes from the engineer', async (s) => {
    await finished(s);
    await s.engineer('zhaogaobin').presses('5 分');
    s.expectGroup('评价要由报修人来给');
    await s.expectTicket('0001', 'resolved');
  });

  tell('never comes from somebody else', async (s) => {
    await finished(s);
    await s.reporter('lh-chen').presses('1 分');
    s.expectGroup('0001');
    await s.expectTicket('0001', 'resolved');
  });

  tell('is not asked of an engineer for what he found and repaired himself', async (s) => {
    await s.engineer('zhaogaobin').says('巡检发现潞河中学实验楼二层整层上不了网');
    s.expectGroup('0001', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '0001');
    await s.engineer('zhaogaobin').says('接单');
    s.expectGroup('已接单');
    await s.engineer('zhaogaobin').says('处理完毕，换了光模块');
    s.expectGroup('已办结', { mentions: [], buttons: [] });
  });

  tell('that never comes closes the ticket after two days without a word', async (s) => {
    await finished(s);
    await s.until('18:00');
    s.expectDirect('wangxiubao', '汇总');
    await s.until('11-25 12:28');
    s.expectDirect('wangxiubao', '11-24 汇总');
    await s.expectTicket('0001', 'closed');
  });
});

stories('a repair that did not hold', (tell) => {
  const reopened = async (s: Story): Promise<void> => {
    s.expectGroup('没修好，重新打开 TZ-20261123-0001 · 二级故障', {
      mentions: ['zhaogaobin'],
      buttons: ['接单', '转派'],
    });
    s.expectDirect('zhaogaobin', ['没修好，重新打开', '0001', '13800138001']);
    for (const who of ['zhangbingbing', 'wangxiubao']) s.expectDirect(who, ['0001', '没修好，已重新打开']);
    expect(await s.expectTicket('0001', 'offered', 'zhaogaobin')).toMatchObject({ reopened: 1 });
  };

  tell('opens the same ticket with its history, by a word', async (s) => {
    await finished(s);
    await s.later('30 分钟');
    await s.reporter('zjw-wang').says('还是不行，三层又断了');
    await reopened(s);
    await s.engineer('zhaogaobin').says('接单');
    s.expectGroup('已接单');
    await s.engineer('zhaogaobin').says('处理完毕，整台交换机换了');
    s.expectGroup(['已办结', '10:42 受理 · 12:57 重新受理'], { mentions: ['zjw-wang'] });
    const kinds = (await s.system.record.views.log('TZ-20261123-0001')).map((line) => line.event.kind);
    expect(kinds.filter((kind) => kind === 'resolved')).toHaveLength(2);
  });

  tell('opens it by the button', async (s) => {
    await finished(s);
    await s.reporter('zjw-wang').presses('还是不行');
    await reopened(s);
  });

  tell('opens it after the rating, within 48 hours', async (s) => {
    await finished(s);
    await s.reporter('zjw-wang').says('5分');
    s.expectGroup('评价已记下');
    await s.later('1 天');
    s.expectDirect('wangxiubao', '11-23 汇总');
    await s.reporter('zjw-wang').says('还是不行');
    await reopened(s);
  });

  tell('told aside is answered there, and the group hears in whose words', async (s) => {
    await finished(s);
    await s.reporter('zjw-wang').direct('还是不行，三层又断了');
    s.expectDirect('zjw-wang', ['0001', '已重新打开，请 赵高斌 再去处理']);
    s.expectGroup(['没修好，重新打开', '王老师：“还是不行，三层又断了”'], { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '没修好，重新打开');
    for (const who of ['zhangbingbing', 'wangxiubao']) s.expectDirect(who, '没修好，已重新打开');
  });

  tell('is a new fault after 48 hours', async (s) => {
    await finished(s);
    await s.until('11-25 12:40');
    s.expectDirect('wangxiubao', '11-23 汇总');
    s.expectDirect('wangxiubao', '11-24 汇总');
    await s.reporter('zjw-wang').calls('TZ-20261123-0001 还是不行');
    s.expectGroup('0001 办结已超过 48 小时');
    await s.expectTicket('0001', 'closed');
  });
});

stories('the end without a repair', (tell) => {
  const offered = async (s: Story): Promise<void> => {
    await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
    s.expectGroup('二级故障', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '联系人');
  };

  tell('the reporter withdraws: the engineer hears it, and nothing is said any more', async (s) => {
    await offered(s);
    await s.reporter('zjw-wang').says('不用来了，是我们自己跳闸');
    s.expectGroup('0001 已撤单');
    s.expectDirect('zhaogaobin', ['0001 已撤单', '不用去了']);
    await s.expectTicket('0001', 'cancelled');
    await s.later('1 小时');
  });

  tell('it works again before anybody came', async (s) => {
    await offered(s);
    await s.reporter('zjw-wang').says('已经好了，谢谢');
    s.expectGroup('0001 已撤单');
    s.expectDirect('zhaogaobin', '已恢复');
    await s.expectTicket('0001', 'cancelled');
  });

  tell('it works again while the engineer is at work: that is the repair, and he is told', async (s) => {
    await offered(s);
    await s.engineer('zhaogaobin').says('接单');
    s.expectGroup('已接单');
    await s.reporter('zjw-wang').says('已经好了，谢谢');
    s.expectGroup(['已办结', '报修人告知已恢复'], { mentions: ['zjw-wang'] });
    s.expectDirect('zhaogaobin', '报修人告知已恢复');
  });

  tell('the reporter confirms the repair', async (s) => {
    await finished(s);
    await s.reporter('zjw-wang').says('已经好了，谢谢');
    s.expectGroup(['0001 已确认恢复', '1-5 分']);
  });
});
