import { expect } from 'vitest';
import type { Heard } from '../support/stage.js';
import type { Story } from '../support/story.js';
import { stories } from '../support/stories.js';

/** Issue 2, «Replies move the ticket»: with or without buttons, with or without the number, by quote or by context. */
const offered = async (s: Story): Promise<{ group: Heard; brief: Heard }> => {
  await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
  return {
    group: s.expectGroup('已受理', { mentions: ['zhaogaobin'] }),
    brief: s.expectDirect('zhaogaobin', '联系人'),
  };
};
const accepted = async (s: Story): Promise<void> => {
  await offered(s);
  await s.engineer('zhaogaobin').says('接单');
  s.expectGroup(['0001', '赵高斌 已接单', '12:42 前到场'], { buttons: ['到场', '转派'] });
};

stories('an engineer takes the job', (tell) => {
  const says = (how: string, act: (s: Story, seen: { group: Heard; brief: Heard }) => Promise<unknown>): void =>
    tell(`in the group ${how}`, async (s) => {
      await act(s, await offered(s));
      s.expectGroup('赵高斌 已接单');
      await s.expectTicket('0001', 'accepted', 'zhaogaobin');
    });
  says('by a word', (s) => s.engineer('zhaogaobin').says('接单'));
  says('by 收到，我去', (s) => s.engineer('zhaogaobin').says('收到，我去'));
  says('by 1', (s) => s.engineer('zhaogaobin').says('1'));
  says('with the number', (s) => s.engineer('zhaogaobin').says('接单 TZ-20261123-0001'));
  says('with the last four digits', (s) => s.engineer('zhaogaobin').says('0001 接单'));
  says('by quoting the call', (s, { group }) => s.engineer('zhaogaobin').quotes(group, '接单'));
  says('with the bot called', (s) => s.engineer('zhaogaobin').calls('接单'));
  says('by the button', (s, { group }) => s.engineer('zhaogaobin').pressesOn(group, '接单'));

  const aside = (how: string, act: (s: Story, seen: { group: Heard; brief: Heard }) => Promise<unknown>): void =>
    tell(`directly ${how}, and the group hears it`, async (s) => {
      await act(s, await offered(s));
      s.expectGroup('赵高斌 已接单', { buttons: [] });
      s.expectDirect('zhaogaobin', '赵高斌 已接单', { buttons: ['到场', '转派'] });
    });
  aside('by a word', (s) => s.engineer('zhaogaobin').direct('接单'));
  aside('by quoting the brief', (s, { brief }) => s.engineer('zhaogaobin').quotes(brief, '好的'));
  aside('by the button', (s, { brief }) => s.engineer('zhaogaobin').pressesOn(brief, '接单'));

  tell('though it was offered to a colleague: by its number', async (s) => {
    await offered(s);
    await s.engineer('dongyayang').says('0001 我顺路，接单');
    s.expectGroup('董亚杨 已接单');
    s.expectDirect('dongyayang', ['0001', '由您处理', '13800138001'], { buttons: ['到场', '转派'] });
    s.expectDirect('zhaogaobin', '0001 董亚杨 接了，您不用去了');
    await s.expectTicket('0001', 'accepted', 'dongyayang');
  });

  tell('by telling how it goes: the acceptance and the progress are both noted', async (s) => {
    await offered(s);
    await s.engineer('zhaogaobin').says('先远程看了一下，端口是down的');
    s.expectGroup('赵高斌 已接单，先远程看了一下，端口是down的，12:42 前到场');
    const log = await s.system.record.views.log('TZ-20261123-0001');
    expect(log.map((line) => line.event.kind)).toEqual(expect.arrayContaining(['accepted', 'progressed']));
  });

  tell('by telling that it is repaired: accepted and resolved', async (s) => {
    await offered(s);
    await s.engineer('zhaogaobin').says('又好了，是校内光电转换器，重启了');
    s.expectGroup(['已办结', '光电转换器，重启了', '10:42 接单'], { mentions: ['zjw-wang'] });
    const log = await s.system.record.views.log('TZ-20261123-0001');
    expect(log.map((line) => line.event.kind)).toEqual(expect.arrayContaining(['accepted', 'resolved']));
  });

  tell('by coming straight to the site', async (s) => {
    await offered(s);
    await s.engineer('zhaogaobin').says('已到场');
    s.expectGroup('赵高斌 已到场');
    await s.expectTicket('0001', 'arrived', 'zhaogaobin');
  });
});

stories('an engineer at work', (tell) => {
  tell('arrives, tells how it goes, and finishes: in the group, in words alone', async (s) => {
    await accepted(s);
    await s.engineer('zhaogaobin').says('已到场');
    s.expectGroup(['0001', '赵高斌 已到场', '18:42 前修复'], { buttons: ['办结'] });
    await s.engineer('zhaogaobin').says('交换机光模块坏了，正在换');
    await s.engineer('zhaogaobin').says('处理完毕，换了 1 个光模块');
    s.expectGroup(['✅ TZ-20261123-0001 已办结', '换了 1 个光模块'], { mentions: ['zjw-wang'] });
    const log = await s.system.record.views.log('TZ-20261123-0001');
    expect(log.map((line) => line.event.kind)).toEqual(
      expect.arrayContaining(['reported', 'offered', 'accepted', 'arrived', 'progressed', 'resolved']),
    );
  });

  for (const words of ['已到', '到', '到校了', '在现场了', '进校了', '到门口了', '已到，在等老师开门'])
    tell(`arrives by ${words}`, async (s) => {
      await accepted(s);
      await s.engineer('zhaogaobin').says(words);
      s.expectGroup('赵高斌 已到场');
      await s.expectTicket('0001', 'arrived', 'zhaogaobin');
    });

  tell('does the same directly, and the group hears every step', async (s) => {
    await offered(s);
    const he = s.engineer('zhaogaobin');
    await he.presses('接单');
    s.expectGroup('已接单');
    s.expectDirect('zhaogaobin', '已接单');
    await he.presses('到场');
    s.expectGroup('已到场');
    s.expectDirect('zhaogaobin', '已到场', { buttons: ['办结'] });
    await he.direct('光模块坏了，正在换');
    s.expectGroup(['0001', '进展', '光模块坏了']);
    s.expectDirect('zhaogaobin', '已记到 0001');
    await he.direct('处理完毕，换了 1 个光模块');
    s.expectGroup('已办结', { mentions: ['zjw-wang'] });
    s.expectDirect('zhaogaobin', '已办结');
  });

  tell('finishes by the button, and is asked for the account of the work', async (s) => {
    await accepted(s);
    await s.engineer('zhaogaobin').presses('到场');
    s.expectGroup('已到场');
    await s.engineer('zhaogaobin').presses('办结');
    s.expectGroup('已办结', { mentions: ['zjw-wang'], without: '处理：' });
    s.expectDirect('zhaogaobin', '请补一句原因和用料');
    await s.engineer('zhaogaobin').direct('光模块坏了，换了 1 个，用 LC 跳线 2 根');
    s.expectGroup(['TZ-20261123-0001 处理说明', 'LC 跳线 2 根']);
    s.expectDirect('zhaogaobin', '已记到 0001');
  });

  tell('stops the clock with a reason and goes on', async (s) => {
    await accepted(s);
    await s.engineer('zhaogaobin').says('挂起，等学校开门');
    s.expectGroup(['0001', '挂起', '等学校开门', '时限暂停'], { buttons: ['恢复'] });
    await s.expectTicket('0001', 'suspended', 'zhaogaobin');
    await s.later('1 小时');
    await s.engineer('zhaogaobin').presses('恢复');
    s.expectGroup(['0001', '继续处理', '13:42 前到场'], { buttons: ['办结'] });
    await s.expectTicket('0001', 'accepted', 'zhaogaobin');
  });

  tell('by quoting any message about the ticket', async (s) => {
    const { group } = await offered(s);
    await s.engineer('zhaogaobin').quotes(group, '接单');
    const moved = s.expectGroup('已接单');
    await s.engineer('zhaogaobin').quotes(moved, '到了');
    s.expectGroup('已到场');
  });

  tell('is told what the reporter adds and asks for', async (s) => {
    await accepted(s);
    await s.reporter('zjw-wang').says('补充一下，三层东侧弱电间的门锁着，钥匙在门卫');
    s.expectGroup('已记到 0001');
    s.expectDirect('zhaogaobin', ['0001 补充', '钥匙在门卫']);
    await s.reporter('zjw-wang').says('怎么还没来人');
    s.expectGroup(['0001', '已再提醒 赵高斌']);
    s.expectDirect('zhaogaobin', '报修人在催');
    await s.reporter('zjw-wang').calls('我们的单子什么进度了');
    s.expectGroup(['0001', '赵高斌 10:42 已接单']);
  });
});
