import type { Story } from '../support/story.js';
import { stories } from '../support/stories.js';

/** When it is not clear which ticket is meant the bot asks, with the choices; it never guesses between two (issue 2). */
const two = async (s: Story): Promise<void> => {
  await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
  s.expectGroup('0001', { mentions: ['zhaogaobin'] });
  s.expectDirect('zhaogaobin', '0001');
  await s.reporter('lh-chen').says('潞河中学门卫室的摄像头黑屏，电话 13800138004');
  s.expectGroup('0002', { mentions: ['dongyayang'] });
  s.expectDirect('dongyayang', '0002');
  await s.engineer('dongyayang').says('去不了，转给赵高斌');
  s.expectGroup('0002', { mentions: ['zhaogaobin'] });
  s.expectDirect('zhaogaobin', '0002');
};
const asked = (s: Story): void => void s.expectGroup(['说的是哪张', '①', '②'], { buttons: ['0001', '0002'] });

stories('two tickets that could be meant', (tell) => {
  tell('are both offered as choices, and the number decides', async (s) => {
    await two(s);
    await s.engineer('zhaogaobin').says('接单');
    asked(s);
    await s.expectTicket('0001', 'offered', 'zhaogaobin');
    await s.engineer('zhaogaobin').says('2');
    s.expectGroup(/已接单/);
    const open = [await s.ticket('0001'), await s.ticket('0002')].filter((t) => t.state === 'accepted');
    if (open.length !== 1) throw new Error('exactly one is accepted');
  });

  tell('are told apart by four digits in the answer', async (s) => {
    await two(s);
    await s.engineer('zhaogaobin').says('接单');
    asked(s);
    await s.engineer('zhaogaobin').says('0002');
    s.expectGroup(['0002', '已接单']);
    await s.expectTicket('0001', 'offered', 'zhaogaobin');
  });

  tell('are told apart by a button', async (s) => {
    await two(s);
    await s.engineer('zhaogaobin').says('接单');
    asked(s);
    await s.engineer('zhaogaobin').presses('0001');
    s.expectGroup(['0001', '已接单']);
    await s.expectTicket('0002', 'offered', 'zhaogaobin');
  });

  tell('are told apart by a number or a quote at once, without a question', async (s) => {
    await two(s);
    await s.engineer('zhaogaobin').says('0002 接单');
    s.expectGroup(['0002', '已接单']);
    await s.expectTicket('0001', 'offered', 'zhaogaobin');
  });

  tell('an answer that comes too late changes nothing', async (s) => {
    await two(s);
    await s.engineer('zhaogaobin').says('接单');
    asked(s);
    await s.later('11 分钟');
    await s.engineer('zhaogaobin').says('②');
    await s.expectTicket('0001', 'offered', 'zhaogaobin');
    await s.expectTicket('0002', 'offered', 'zhaogaobin');
    s.expectGroup(['说的是哪张']);
  });

  tell('a reporter with two is asked as well', async (s) => {
    await two(s);
    await s.reporter('zjw-wang').says('还有一个故障，门卫室的摄像头黑屏了');
    s.expectGroup('0003', { mentions: ['dongyayang'] });
    s.expectDirect('dongyayang', '0003');
    await s.reporter('zjw-wang').calls('已经好了');
    s.expectGroup(['说的是哪张', '①', '②'], { buttons: ['0001', '0003'] });
    await s.reporter('zjw-wang').says('0003');
    s.expectGroup('0003 已撤单');
    s.expectDirect('dongyayang', '已恢复');
  });
});
