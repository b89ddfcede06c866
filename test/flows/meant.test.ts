import type { Story } from '../support/story.js';
import { stories } from '../support/stories.js';

/** Which job is meant, and what between colleagues is none of the bot's (issue 2). */
const accepted = async (s: Story): Promise<void> => {
  await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
  s.expectGroup('0001', { mentions: ['zhaogaobin'] });
  s.expectDirect('zhaogaobin', '联系人');
  await s.engineer('zhaogaobin').says('接单');
  s.expectGroup('赵高斌 已接单');
};

stories('the team among themselves', (tell) => {
  const second = async (s: Story): Promise<void> => {
    await accepted(s);
    await s.reporter('hx-li').says('漷县中学实验楼二层整层上不了网，电话 13800138002');
    s.expectGroup('0002', { mentions: ['dongyayang'] });
    s.expectDirect('dongyayang', '0002');
  };

  tell('a nod or 我去 of somebody at work never takes what was offered to another', async (s) => {
    await second(s);
    for (const words of ['好', '收到', '我去']) await s.engineer('zhaogaobin').says(words);
    await s.expectTicket('0002', 'offered', 'dongyayang');
    await s.engineer('zhaogaobin').says('漷县中学那个我去');
    s.expectGroup('0002 漷县中学：赵高斌 已接单');
    s.expectDirect('zhaogaobin', '由您处理');
    s.expectDirect('dongyayang', '0002 赵高斌 接了');
  });

  tell('urging, asking and 好了 between people is theirs', async (s) => {
    await accepted(s);
    await s.engineer('dongyayang').says('快点弄');
    await s.lead.says('抓紧处理');
    await s.lead.says('已经恢复了');
    await s.desk.says('怎么还没好');
    await s.manager.says('催一下');
    await s.client.says('进展如何');
    await s.engineer('caoyunwu').says('好了');
    await s.expectTicket('0001', 'accepted', 'zhaogaobin');
  });

  tell('a lead who says it to the bot means the only one, or is asked which', async (s) => {
    await accepted(s);
    await s.lead.calls('抓紧处理');
    s.expectGroup(['0001', '已再提醒 赵高斌']);
    s.expectDirect('zhaogaobin', '张冰冰 在催');
    await s.reporter('hx-li').says('漷县中学实验楼二层整层上不了网，电话 13800138002');
    s.expectGroup('0002', { mentions: ['dongyayang'] });
    s.expectDirect('dongyayang', '0002');
    await s.lead.calls('催一下');
    s.expectGroup(['说的是哪张', '① 0002', '② 0001'], { buttons: ['0002', '0001'] });
    await s.lead.calls('1');
    s.expectGroup(['0002', '已再提醒 董亚杨']);
    s.expectDirect('dongyayang', '张冰冰 在催');
    await s.lead.calls('张家湾中学那单催一下');
    s.expectGroup(['0001', '已再提醒 赵高斌']);
    s.expectDirect('zhaogaobin', '张冰冰 在催');
    await s.lead.calls('转派 曹云武');
    s.expectGroup('说的是哪张', { buttons: ['0002', '0001'] });
    await s.lead.presses('0001');
    s.expectGroup('0001', { mentions: ['caoyunwu'] });
    s.expectDirect('caoyunwu', '0001');
    s.expectDirect('zhaogaobin', '改派给 曹云武');
  });
});

stories('which of several is meant', (tell) => {
  const both = async (s: Story): Promise<void> => {
    await s.reporter('hx-li').says('漷县中学实验楼二层整层上不了网，电话 13800138002');
    s.expectGroup('0001', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '0001');
    await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
    s.expectGroup('0002', { mentions: ['dongyayang'] });
    s.expectDirect('dongyayang', '0002');
  };

  tell('an engineer in a car names it by where he is', async (s) => {
    await both(s);
    await s.engineer('zhaogaobin').says('这个我去不了让董亚杨去吧我在永乐店呢');
    s.expectGroup('0001', { mentions: ['dongyayang'] });
    s.expectDirect('dongyayang', '0001');
    await s.engineer('dongyayang').says('行先去漷县');
    s.expectGroup('0001 漷县中学：董亚杨 已接单');
    await s.engineer('dongyayang').says('张家湾那个也接了');
    s.expectGroup('0002 张家湾中学：董亚杨 已接单');
    await s.later('20 分钟');
    await s.engineer('dongyayang').says('到漷县了');
    s.expectGroup('0001 漷县中学：董亚杨 已到场');
    await s.engineer('dongyayang').says('漷县弄好了就是一个交换机断电了重新插上就行');
    s.expectGroup(['0001 已办结', '重新插上'], { mentions: ['hx-li'] });
    await s.engineer('dongyayang').says('到张家湾了');
    s.expectGroup('0002 张家湾中学：董亚杨 已到场');
  });

  tell('what somebody says of a job that is no longer his is no report', async (s) => {
    await both(s);
    await s.engineer('zhaogaobin').says('0001 转派 曹云武 在永乐店');
    s.expectGroup('0001', { mentions: ['caoyunwu'] });
    s.expectDirect('caoyunwu', '0001');
    await s.engineer('zhaogaobin').says('光模块坏了得换一个');
    await s.expectTicket('0001', 'offered', 'caoyunwu');
  });

  tell('a lead gives it to somebody by name, and asks who has not accepted', async (s) => {
    await both(s);
    await s.lead.calls('谁没接单');
    s.expectGroup(['待接单 2 张', '0001', '0002']);
    await s.lead.calls('漷县那个给李承庆');
    s.expectGroup('0001', { mentions: ['lichengqing'] });
    s.expectDirect('lichengqing', '0001');
    s.expectDirect('zhaogaobin', '改派给 李承庆');
  });

  tell('half a school is asked for with those it could be', async (s) => {
    await s.reporter('zjw-sun').says('我们这边上不了网了');
    s.expectGroup('请问是哪所学校？');
    await s.reporter('zjw-sun').says('张家湾');
    s.expectGroup(['已记到 0001', '请问是哪一所：张家湾中学、']);
    await s.reporter('zjw-sun').says('张家湾中学');
    s.expectGroup('已受理', { mentions: ['cuijianchao'] });
    s.expectDirect('cuijianchao', '0001');
  });
});

stories('words that are no report', (tell) => {
  tell('an engineer’s talk of his work, which names no school and no place', async (s) => {
    for (const words of ['堵车还得二十分钟', '是楼层交换机电源烧了 车上没备件', '备件取到了接着弄'])
      await s.engineer('caoyunwu').says(words);
    await s.engineer('caoyunwu').says('巡检发现楼层交换机电源烧了');
    s.expectGroup('请问是哪所学校？');
  });

  tell('a nod to a question; the place told after it is the answer', async (s) => {
    await s.reporter('zjw-wang').says('打印机连不上网');
    s.expectGroup('请问在哪个位置', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '0001');
    await s.reporter('zjw-wang').says('嗯');
    await s.reporter('zjw-wang').says('二楼的几个办公室');
    s.expectGroup('已记到 0001');
    s.expectDirect('zhaogaobin', '0001 补充');
  });

  tell('撤单 with nothing open is told so', async (s) => {
    await s.reporter('zjw-wang').calls('撤单');
    s.expectGroup('没有对得上的工单');
  });
});
