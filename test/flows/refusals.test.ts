import { expect } from 'vitest';
import type { Story } from '../support/story.js';
import { stories } from '../support/stories.js';

/** What a role may not do is refused politely and changes nothing (issue 2). */
const offered = async (s: Story): Promise<void> => {
  await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
  s.expectGroup('已受理', { mentions: ['zhaogaobin'] });
  s.expectDirect('zhaogaobin', '联系人');
};
const accepted = async (s: Story): Promise<void> => {
  await offered(s);
  await s.engineer('zhaogaobin').says('接单');
  s.expectGroup('赵高斌 已接单');
};

stories('a refusal', (tell) => {
  tell('two engineers press at once: one gets it, the other is told who', async (s) => {
    await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
    const call = s.expectGroup('已受理', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '联系人');
    const toasts = await Promise.all([
      s.engineer('dongyayang').pressesOn(call, '接单'),
      s.engineer('zhaogaobin').pressesOn(call, '接单'),
    ]);
    const ticket = await s.ticket('0001');
    expect(ticket.state).toBe('accepted');
    const winner = 'assignee' in ticket ? s.nameOf(ticket.assignee) : '';
    s.expectGroup(`${winner} 已接单`);
    s.expectGroup(['0001 已由', winner, '您不用去了']);
    if (winner === '董亚杨') {
      s.expectDirect('dongyayang', '由您处理');
      s.expectDirect('zhaogaobin', '董亚杨 接了');
    }
    expect(toasts.filter((toast) => toast.includes(`已由 ${winner} 接单`))).toHaveLength(1);
  });

  tell('who comes second by a word is told who has it', async (s) => {
    await accepted(s);
    await s.engineer('dongyayang').says('0001 接单');
    s.expectGroup('0001 已由 赵高斌 接单，您不用去了');
    await s.expectTicket('0001', 'accepted', 'zhaogaobin');
  });

  tell('somebody else’s ticket cannot be finished, whatever it is called by', async (s) => {
    await accepted(s);
    await s.engineer('dongyayang').says('0001 办结，换了光模块');
    s.expectGroup(['0001 不在您名下', '赵高斌', '张冰冰']);
    await s.expectTicket('0001', 'accepted', 'zhaogaobin');
  });

  tell('a reporter cannot accept by the button', async (s) => {
    await offered(s);
    const toast = await s.reporter('zjw-wang').presses('接单');
    expect(toast).toContain('接单由运维工程师来做');
    s.expectGroup('接单由运维工程师来做');
    await s.expectTicket('0001', 'offered', 'zhaogaobin');
  });

  tell('甲方 reads and orders nothing', async (s) => {
    await offered(s);
    await s.client.presses('接单');
    s.expectGroup('接单由运维工程师来做');
    await s.client.calls('进度');
    s.expectGroup(['在办 1 张', '0001']);
    await s.expectTicket('0001', 'offered', 'zhaogaobin');
  });

  tell('a stranger cannot withdraw somebody else’s ticket', async (s) => {
    await offered(s);
    await s.reporter('stranger').calls('撤单 0001');
    s.expectGroup('0001');
    await s.expectTicket('0001', 'offered', 'zhaogaobin');
  });

  tell('a suspension without a reason is not taken', async (s) => {
    await accepted(s);
    await s.engineer('zhaogaobin').says('挂起');
    s.expectGroup('0001 挂起要说原因');
    await s.expectTicket('0001', 'accepted', 'zhaogaobin');
  });

  tell('a number nobody knows is said to be unknown', async (s) => {
    await s.engineer('zhaogaobin').calls('0099 接单');
    s.expectGroup(['没有找到工单', '0099']);
  });

  tell('a word of work without a job is answered where the bot was spoken to, and nowhere else', async (s) => {
    await s.engineer('zhaogaobin').says('到场了');
    await s.engineer('zhaogaobin').direct('已到场');
    s.expectDirect('zhaogaobin', '没有对得上的工单');
  });

  tell('what is over cannot be done again', async (s) => {
    await accepted(s);
    await s.engineer('zhaogaobin').says('办结，重启了交换机');
    s.expectGroup('已办结', { mentions: ['zjw-wang'] });
    await s.engineer('zhaogaobin').says('0001 已到场');
    s.expectGroup(['0001 现在是“已办结”', '另报一次']);
  });
});
