import { playgroundStage } from '../support/playground-stage.js';
import type { Stage } from '../support/stage.js';
import { stories } from '../support/stories.js';

const plan = (name: string, of: '校园' | '机房', room: string, staff: readonly string[]) => ({
  ...{ name, of, rooms: [room], staff, every: of === '机房' ? 1 : 5, start: '2026-11-24' },
});

/** Ten schools of one node, two a day from Tuesday on; the core room daily. */
const inspecting = (): Stage => {
  const stage = playgroundStage();
  return {
    ...stage,
    project: (shipped) => {
      const project = stage.project(shipped);
      const { policy } = project;
      const plans = [
        plan('漷县片', '校园', '漷县中学', ['hanqikun', 'dongyayang']),
        plan('核心日巡', '机房', '研修中心', ['guozhenxin', 'caoyunwu']),
      ];
      return { ...project, policy: { ...policy, inspections: { ...policy.inspections, plans } } };
    },
  };
};

/** Issue 4, «Planned work»: inspection. */
stories(
  'inspection',
  (tell) => {
    tell(
      'is listed in the morning, done by a word, with a ticket for what was found; the rest goes to the desk',
      async (s) => {
        await s.until('18:00');
        s.expectDirect('wangxiubao', '汇总');
        await s.until('明天 08:00');
        const list = s.expectDirect('hanqikun', ['11-24 巡检 2 处，18:00 前', '巡检完成']);
        s.expectDirect('guozhenxin', ['巡检 1 处', '研修中心机房']);
        const [first = '', second = ''] = [...list.text.matchAll(/· (\S+)/gu)].map(([, name]) => name ?? '');
        await s.engineer('hanqikun').direct(`${first} 巡检完成，三楼交换机风扇异响`);
        s.expectDirect('hanqikun', [`✅ ${first} 巡检完成，还有 1 处`]);
        s.expectDirect('hanqikun', ['TZ-20261124-0001', first]);
        s.expectGroup('0001', { mentions: ['zhaogaobin'] });
        s.expectDirect('zhaogaobin', '0001');
        await s.engineer('zhaogaobin').says('0001 接单');
        s.expectGroup('已接单');
        s.expectDirect('hanqikun', '已接单');
        await s.engineer('zhaogaobin').says('0001 办结，换了风扇');
        s.expectGroup('已办结');
        s.expectDirect('hanqikun', '已办结');
        await s.engineer('hanqikun').says('巡检');
        s.expectGroup(['还有 1 处', `待做 ${second}，已完成 1`]);
        await s.lead.says('巡检');
        s.expectGroup(['还有 2 处', '韩奇昆：', '郭镇鑫：待做 研修中心机房']);
        await s.engineer('guozhenxin').says('研修中心机房 巡检完成，一切正常');
        s.expectGroup('✅ 研修中心机房 巡检完成，今天的都做完了');
        await s.until('18:00');
        s.expectDirect('suzhe', ['没做完的巡检 1 处，已改到 11-25', `韩奇昆（未说明）：${second}`]);
        s.expectDirect('wangxiubao', '汇总');
        await s.until('明天 08:00');
        s.expectDirect('hanqikun', ['巡检 3 处', `${second}（11-24 顺延）`]);
        s.expectDirect('guozhenxin', '巡检 1 处');
      },
    );
  },
  { stage: inspecting },
);
