import type { Story } from '../support/story.js';
import { stories } from '../support/stories.js';

/** Issue 2, «Dispatch»: by category and duty, then by fewest open jobs; whoever cannot hands it on. */
const report = async (s: Story, text: string, no: string, to: string, from = 'zjw-wang'): Promise<void> => {
  await s.reporter(from).says(`${text}，电话 13800138001`);
  s.expectGroup(['已受理', no], { mentions: [to] });
  s.expectDirect(to, no);
};

stories('dispatch by duty', (tell) => {
  const duties: readonly (readonly [string, string, string])[] = [
    ['campus repair', '张家湾中学教学楼三层整层上不了网', 'zhaogaobin'],
    ['wireless', '张家湾中学教学楼二层的无线全都连不上', 'suzhe'],
    ['video', '张家湾中学会议室的视频会议终端没有声音', 'zhangyazhao'],
    ['security', '张家湾中学有一台电脑老是弹广告', 'zhangyazhao'],
    ['cameras', '张家湾中学门卫室的摄像头黑屏', 'zhaogaobin'],
  ];
  for (const [duty, text, to] of duties) {
    tell(`${duty}: ${to}`, (s) => report(s, text, '0001', to));
  }

  tell('fibre of a whole school: the fibre engineer, lead and manager told', async (s) => {
    await s.reporter('zjw-wang').says('张家湾中学门口光缆被挖断了，全校断网，电话 13800138001');
    s.expectGroup('一级故障', { mentions: ['cuijianchao'] });
    s.expectDirect('cuijianchao', '光缆');
    s.expectDirect('zhangbingbing', '一级故障');
    s.expectDirect('wangxiubao', '一级故障');
  });

  tell('core machine room: the machine-room engineer', async (s) => {
    await s.desk.says('核心机房两台空调全停了，温度一直在升');
    s.expectGroup('一级故障', { mentions: ['guozhenxin'] });
    s.expectDirect('guozhenxin', '机房');
    s.expectDirect('zhangbingbing', '一级故障');
    s.expectDirect('wangxiubao', '一级故障');
  });
});

stories('dispatch by load', (tell) => {
  tell('goes to whoever of the duty has fewest open jobs', async (s) => {
    await report(s, '张家湾中学教学楼三层整层上不了网', '0001', 'zhaogaobin');
    await report(s, '潞河中学实验楼二层整层上不了网', '0002', 'dongyayang', 'lh-chen');
    await s.engineer('zhaogaobin').says('接单');
    s.expectGroup('已接单');
    await s.engineer('zhaogaobin').says('处理完毕，重启了交换机');
    s.expectGroup('已办结', { mentions: ['zjw-wang'] });
    await report(s, '漷县中学办公楼一层整层上不了网', '0003', 'zhaogaobin', 'hx-li');
  });

  tell('leaves out who handed it on, then goes to the secondary duty, then to the lead and the manager', async (s) => {
    await report(s, '张家湾中学教学楼三层整层上不了网', '0001', 'zhaogaobin');
    const hands = async (from: string, to: string): Promise<void> => {
      await s.engineer(from).says('转派，我在漷县走不开');
      s.expectGroup(['派单 TZ-20261123-0001', `${s.nameOf(from)} 转`], { mentions: [to] });
      s.expectDirect(to, ['0001', '13800138001']);
    };
    await hands('zhaogaobin', 'dongyayang');
    await hands('dongyayang', 'caoyunwu');
    await hands('caoyunwu', 'hanqikun');
    await s.engineer('hanqikun').says('转派，我在休假');
    for (const who of ['zhangbingbing', 'wangxiubao']) s.expectDirect(who, ['暂时派不出去', '0001']);
    await s.expectTicket('0001', 'unassigned');
    await s.lead.direct('0001 转派 曹云武');
    s.expectGroup('派单 TZ-20261123-0001', { mentions: ['caoyunwu'] });
    s.expectDirect('caoyunwu', '0001');
  });

  tell('an engineer hands it to somebody by name, with the reason', async (s) => {
    await report(s, '张家湾中学教学楼三层整层上不了网', '0001', 'zhaogaobin');
    await s.engineer('zhaogaobin').says('我在漷县走不开，转给韩奇昆');
    s.expectGroup(['派单 TZ-20261123-0001', '赵高斌 转', '走不开'], { mentions: ['hanqikun'] });
    s.expectDirect('hanqikun', ['0001', '走不开']);
  });

  tell('a job handed back after it was accepted is offered anew with a new clock', async (s) => {
    await report(s, '张家湾中学教学楼三层整层上不了网', '0001', 'zhaogaobin');
    await s.engineer('zhaogaobin').says('接单');
    s.expectGroup('赵高斌 已接单');
    await s.later('30 分钟');
    await s.engineer('zhaogaobin').says('车坏了去不了，转给董亚杨');
    s.expectGroup(['派单', '11:27 前接单，12:42 前到场'], { mentions: ['dongyayang'] });
    s.expectDirect('dongyayang', '11:27 前接单');
    await s.expectTicket('0001', 'offered', 'dongyayang');
  });

  tell('the lead gives a job to another, and who had it is told', async (s) => {
    await report(s, '张家湾中学教学楼三层整层上不了网', '0001', 'zhaogaobin');
    await s.engineer('zhaogaobin').says('接单');
    s.expectGroup('赵高斌 已接单');
    await s.lead.says('0001 转派 董亚杨');
    s.expectGroup(['派单', '张冰冰 转'], { mentions: ['dongyayang'] });
    s.expectDirect('dongyayang', '0001');
    s.expectDirect('zhaogaobin', ['0001', '改派', '您不用去了']);
  });
});
