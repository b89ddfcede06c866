import type { LoadedProject } from '../../config/project.js';
import { playgroundStage } from '../support/playground-stage.js';
import { stories } from '../support/stories.js';

/** One engineer for the schools' networks, one job at a time. */
const alone = (project: LoadedProject): LoadedProject => ({
  ...project,
  policy: { ...project.policy, assign: { ...project.policy.assign, most: 1 } },
  staff: project.staff.map((person) =>
    person.id === 'zhaogaobin'
      ? person
      : {
          ...person,
          primary: person.primary.filter((category) => category !== 'campus'),
          secondary: person.secondary.filter((category) => category !== 'campus'),
        },
  ),
});

const stage = () => {
  const own = playgroundStage();
  return { ...own, project: (project: LoadedProject) => alone(own.project(project)) };
};

/** Issue 4, «Who goes»: when somebody frees up the next one is offered at once; nothing waits unseen. */
stories(
  'jobs that wait',
  (tell) => {
    tell('the gravest goes to whoever repaired, the next to whoever suspends', async (s) => {
      await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
      s.expectGroup('0001', { mentions: ['zhaogaobin'] });
      s.expectDirect('zhaogaobin', '0001');
      await s.engineer('zhaogaobin').says('接单');
      s.expectGroup('赵高斌 已接单');
      await s.reporter('mjq-zhao').says('马驹桥镇中心小学办公楼201打印机连不上网，电话 13800138003');
      s.expectGroup(['0002 · 三级异常', '安排人员']);
      s.expectDirect('zhangbingbing', ['0002', '手上都满了，有人腾出手就派']);
      await s.reporter('lh-chen').says('潞河中学二层整层上不了网，电话 13800138005');
      s.expectGroup(['0003 · 二级故障', '安排人员']);
      s.expectDirect('zhangbingbing', ['0003', '手上都满了']);
      await s.engineer('zhaogaobin').says('办结，换了光模块');
      s.expectGroup(['派单', '0003'], { mentions: ['zhaogaobin'] });
      s.expectGroup('0001 已办结', { mentions: ['zjw-wang'] });
      s.expectDirect('zhaogaobin', '0003');
      await s.engineer('zhaogaobin').says('接单');
      s.expectGroup('赵高斌 已接单');
      await s.engineer('zhaogaobin').says('挂起 等备件');
      s.expectGroup(['派单', '0002'], { mentions: ['zhaogaobin'] });
      s.expectGroup('赵高斌 挂起');
      s.expectDirect('zhaogaobin', '0002');
      await s.expectTicket('0002', 'offered', 'zhaogaobin');
    });

    tell(
      'whoever is back from leave is offered what waited, and who withdraws a report frees the engineer',
      async (s) => {
        await s.lead.says('请假 赵高斌 今天');
        s.expectGroup('已登记请假');
        await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
        s.expectGroup(['0001', '安排人员']);
        for (const who of ['zhangbingbing', 'wangxiubao']) s.expectDirect(who, ['0001', '请假']);
        await s.reporter('mjq-zhao').says('马驹桥镇中心小学二层整层上不了网，电话 13800138003');
        s.expectGroup(['0002', '安排人员']);
        for (const who of ['zhangbingbing', 'wangxiubao']) s.expectDirect(who, ['0002', '请假']);
        await s.lead.says('销假 赵高斌');
        s.expectGroup(['派单', '0001'], { mentions: ['zhaogaobin'] });
        s.expectGroup('已销假：赵高斌');
        s.expectDirect('zhaogaobin', '0001');
        await s.reporter('zjw-wang').says('0001 撤单，是我们自己跳闸');
        s.expectGroup(['派单', '0002'], { mentions: ['zhaogaobin'] });
        s.expectGroup('0001 已撤单');
        s.expectDirect('zhaogaobin', '0002');
        s.expectDirect('zhaogaobin', '0001 已撤单');
      },
    );
  },
  { stage },
);

stories('jobs on the way', (tell) => {
  tell('are told once a trip, and taken with a tap', async (s) => {
    await s.reporter('hx-li').says('漷县中学三层整层上不了网，电话 13800138002');
    s.expectGroup('0001', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '0001');
    await s.reporter('mzd-zhou').says('觅子店中学二层整层上不了网，电话 13800138006');
    s.expectGroup('0002', { mentions: ['dongyayang'] });
    s.expectDirect('dongyayang', '0002');
    await s.engineer('zhaogaobin').says('0001 接单');
    s.expectGroup('赵高斌 已接单');
    s.expectDirect('zhaogaobin', '您已接 漷县中学，附近还有 1 单：0002 觅子店中学');
    await s.engineer('zhaogaobin').presses('接单 0002');
    s.expectGroup('0002 觅子店中学：赵高斌 已接单');
    s.expectDirect('zhaogaobin', '由您处理');
    s.expectDirect('dongyayang', '0002 赵高斌 接了，您不用去了');
    await s.reporter('hx-xu').says('漷县镇中心小学一层整层上不了网，电话 13800138007');
    s.expectGroup('0003', { mentions: ['dongyayang'] });
    s.expectDirect('dongyayang', '0003');
    await s.engineer('zhaogaobin').says('0001 到场');
    s.expectGroup('赵高斌 已到场');
  });
});
