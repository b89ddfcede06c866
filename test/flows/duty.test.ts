import type { LoadedProject } from '../../config/project.js';
import { playgroundStage } from '../support/playground-stage.js';
import { stories } from '../support/stories.js';

/** Friday 2026-11-27 17:30. */
const FRIDAY = Date.UTC(2026, 10, 27, 9, 30);

/** Two pairs take turns from Monday to Monday. */
const rotating = (project: LoadedProject): LoadedProject => {
  const turns = [
    ['dongyayang', 'guozhenxin'],
    ['caoyunwu', 'cuijianchao'],
  ];
  const rota = { ...project.policy.rota, rotation: { start: '2026-11-23', days: 7, turns } };
  return { ...project, policy: { ...project.policy, rota } };
};

/** Issue 4, «Who goes»: out-of-hours duty. */
stories(
  'duty',
  (tell) => {
    tell('ordered by the lead: told when it begins, called first out of hours, and only then', async (s) => {
      await s.lead.calls('值班 今晚 曹云武、崔建超');
      s.expectGroup('已排值班：11-27（周五）18:00 至 11-28（周六）08:00，@曹云武、@崔建超；期间的新单先派给值班的人', {
        mentions: ['caoyunwu', 'cuijianchao'],
      });
      await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
      s.expectGroup('0001', { mentions: ['zhaogaobin'] });
      s.expectDirect('zhaogaobin', '0001');
      await s.engineer('zhaogaobin').says('接单');
      s.expectGroup('已接单');
      await s.engineer('zhaogaobin').says('办结，换了光模块');
      s.expectGroup('已办结', { mentions: ['zjw-wang'] });

      await s.until('18:00');
      s.expectDirect('wangxiubao', '汇总');
      s.expectDirect(
        'caoyunwu',
        '夜班 18:00 至 明天 08:00 由您值班，同班 崔建超。新单先派给您，来不了请找 张冰冰 换班',
      );
      s.expectDirect('cuijianchao', '同班 曹云武');
      await s.until('20:00');
      await s.reporter('mjq-zhao').says('马驹桥镇中心小学二层整层上不了网，电话 13800138003');
      s.expectGroup('0002', { mentions: ['caoyunwu'] });
      s.expectDirect('caoyunwu', '0002');
      await s.engineer('caoyunwu').says('值班');
      s.expectGroup(['现在值班：曹云武、崔建超', '校园网：赵高斌、董亚杨']);
      await s.engineer('caoyunwu').says('0002 转派 我在漷县走不开');
      s.expectGroup(['派单', '0002', '曹云武 转'], { mentions: ['cuijianchao'] });
      s.expectDirect('cuijianchao', '0002');
    });

    tell('by whom, and the right form', async (s) => {
      await s.engineer('caoyunwu').says('值班 11-28 赵高斌');
      s.expectGroup('值班由 王秀葆、张冰冰 来排');
      await s.manager.says('值班 赵高斌');
      s.expectGroup('还缺哪一天。请这样说：值班 11-28 赵高斌、崔建超');
      await s.manager.says('值班 11-28 王秀葆');
      s.expectGroup('王秀葆 不排值班');
      await s.manager.says('请假 曹云武 11-28');
      s.expectGroup('已登记请假');
      await s.manager.says('值班 11-28 曹云武');
      s.expectGroup('曹云武 11-28（周六） 请假，不能值班');
      await s.manager.says('值班表');
      s.expectGroup('没有排值班，工作时间以外照常按主责派单。排班请说“值班 11-28 赵高斌、崔建超”');
    });
  },
  { start: FRIDAY },
);

stories(
  'the rotation',
  (tell) => {
    tell('names who is called, exchanges and leave change it, and the list shows it', async (s) => {
      await s.manager.says('值班 11-29');
      s.expectGroup(['值班表', '11-29（周日）日班 董亚杨、郭镇鑫', '11-29（周日）夜班 董亚杨、郭镇鑫']);
      await s.manager.direct('换班 11-29 董亚杨 曹云武');
      s.expectDirect('wangxiubao', '已排值班：11-29（周日）08:00 至 11-30（周一）08:00，曹云武、郭镇鑫');
      s.expectDirect('caoyunwu', '王秀葆 排您值班：11-29（周日）08:00 至 11-30（周一）08:00');
      s.expectDirect('guozhenxin', '王秀葆 排您值班');
      await s.manager.says('请假 郭镇鑫 11-30 到 12-1');
      s.expectGroup('已登记请假');
      await s.manager.says('值班表');
      s.expectGroup([
        '11-27（周五）夜班 董亚杨、郭镇鑫',
        '11-28（周六）日班 董亚杨、郭镇鑫',
        '11-29（周日）日班 曹云武、郭镇鑫（临时）',
        '11-30（周一）夜班 曹云武、崔建超',
        '12-03（周四）夜班 曹云武、崔建超',
      ]);
      await s.manager.says('取消值班 11-29');
      s.expectGroup('已取消值班：11-29（周日）08:00 至 11-30（周一）08:00 曹云武、郭镇鑫，恢复轮值');
      await s.until('20:00');
      s.expectDirect('wangxiubao', '汇总');
      s.expectDirect('dongyayang', '由您值班');
      s.expectDirect('guozhenxin', '由您值班');
      await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
      s.expectGroup('0001', { mentions: ['dongyayang'] });
      s.expectDirect('dongyayang', '0001');
    });
  },
  {
    start: FRIDAY,
    stage: () => {
      const stage = playgroundStage();
      return { ...stage, project: (project) => rotating(stage.project(project)) };
    },
  },
);
