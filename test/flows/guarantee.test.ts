import { expect } from 'vitest';
import { assemble, keptLog, ownRedis, redisUrl } from '../support/assemble.js';
import { playgroundStage } from '../support/playground-stage.js';
import type { Story } from '../support/story.js';
import { stories } from '../support/stories.js';

const DUTY = ['zhangbingbing', 'zhaogaobin', 'dongyayang', 'cuijianchao'];
const ORDER = '保障 期末统考 明天 08:00-12:00 潞河中学、运河中学、考试中心';

/** What was called before is not called again by a process that starts anew on the same store. */
const restarted = async (s: Story): Promise<void> => {
  const stage = playgroundStage();
  const redis = s.store.postgres === null ? redisUrl(ownRedis()) : null;
  const other = await assemble({ stage, store: s.store, redis, clock: s.clock, log: keptLog() });
  try {
    await other.system.host.drain();
    expect(stage.heard()).toEqual([]);
  } finally {
    await other.close();
  }
};

const ordered = async (s: Story): Promise<void> => {
  await s.manager.calls(ORDER);
  s.expectGroup([
    '已登记保障：期末统考，11-24（周二）08:00-12:00，潞河中学、运河中学、考试中心 共 3 家（服务清单第 13 项）',
    '从现在起到结束，这些单位的网络问题按一级故障处理。前一天 18:30 和当天 07:00 提醒值守',
  ]);
};

const calledInTheEvening = async (s: Story): Promise<void> => {
  await s.until('18:30');
  s.expectDirect('wangxiubao', '汇总');
  s.expectGroup(['⏰ 明天 08:00 起保障：期末统考', '请今晚测试线路'], { mentions: DUTY });
  for (const who of DUTY) s.expectDirect(who, ['期末统考', '请测试这些单位的线路', '潞河中学、运河中学、考试中心']);
};

/** Issue 4, «Guaranteed events»: the line tests are asked of the engineers named. */
stories('who stands by', (tell) => {
  tell('is named with the event or afterwards; they are called and asked, nobody else', async (s) => {
    await s.manager.calls('保障 期末统考 明天 08:00-12:00 潞河中学 值守 赵高斌、孙悟空');
    s.expectGroup('名单里没有：孙悟空');
    await s.manager.calls('保障 期末统考 明天 08:00-12:00 潞河中学 值守 赵高斌、崔建超');
    s.expectGroup(['已登记保障：期末统考', '值守：赵高斌、崔建超']);
    await s.lead.says('保障 期末统考 值守改为 赵高斌、郭镇鑫');
    s.expectGroup('已定值守：期末统考，赵高斌、郭镇鑫');
    await s.until('18:30');
    s.expectDirect('wangxiubao', '汇总');
    s.expectGroup('⏰ 明天 08:00 起保障：期末统考', { mentions: ['zhaogaobin', 'guozhenxin'] });
    for (const who of ['zhaogaobin', 'guozhenxin']) s.expectDirect(who, '请测试这些单位的线路');
    await s.engineer('guozhenxin').says('保障测试 正常');
    s.expectGroup('已记下 期末统考 的线路测试，还差 赵高斌');
    await s.until('明天 07:00');
    s.expectGroup('线路测试还没报：赵高斌', { mentions: ['zhaogaobin', 'guozhenxin'] });
    await s.until('12:00');
    s.expectGroup(['✅ 保障结束：期末统考', '线路测试：郭镇鑫 正常；未报 赵高斌']);
  });
});

/** Issue 4, «Guaranteed events». */
stories('a guaranteed event', (tell) => {
  tell('from the order to the summary: read back, called, judged, summed up', async (s) => {
    await ordered(s);
    await calledInTheEvening(s);
    await restarted(s);
    await s.engineer('zhaogaobin').says('保障测试 三家都正常');
    s.expectGroup('已记下 期末统考 的线路测试，还差 张冰冰、董亚杨、崔建超');

    await s.until('明天 07:00');
    s.expectGroup(['⏰ 今天保障：期末统考', '线路测试还没报：张冰冰、董亚杨、崔建超'], { mentions: DUTY });
    await restarted(s);

    await s.until('08:30');
    await s.reporter('lh-chen').says('潞河中学 304 教室上不了网，电话 13800138004');
    s.expectGroup(['TZ-20261124-0001 · 一级故障', '潞河中学', '重大活动保障期间'], { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', ['0001', '一级故障']);
    for (const who of ['zhangbingbing', 'wangxiubao']) s.expectDirect(who, ['一级故障', '潞河中学']);
    await s.reporter('mjq-zhao').says('马驹桥镇中心小学 304 教室上不了网，电话 13800138003');
    s.expectGroup(['TZ-20261124-0002 · 三级异常', '马驹桥'], { mentions: ['dongyayang'] });
    s.expectDirect('dongyayang', '0002');

    for (const [who, no] of [
      ['zhaogaobin', '0001'],
      ['dongyayang', '0002'],
    ] as const) {
      await s.engineer(who).says(`${no} 接单`);
      s.expectGroup(['已接单', no]);
      await s.engineer(who).says(`${no} 办结，更换网线 1 根`);
      s.expectGroup(['已办结', no], { mentions: [no === '0001' ? 'lh-chen' : 'mjq-zhao'] });
    }

    await s.until('12:00');
    s.expectGroup([
      '✅ 保障结束：期末统考',
      '期间报修 1 单：一级 1 · 二级 0 · 三级 0',
      '按时办结 1 · 超时 0 · 未完 0',
      '赵高斌 三家都正常；未报 张冰冰、董亚杨、崔建超',
    ]);
    await restarted(s);
    await s.manager.says('保障列表');
    s.expectGroup('没有登记的保障');
    await s.reporter('lh-gao').says('潞河中学 206 教室上不了网，电话 13800138006');
    s.expectGroup(['TZ-20261124-0003 · 三级异常'], { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '0003');
  });

  tell('lifts a single room the day before, and one told without the unit by whom it is known', async (s) => {
    await ordered(s);
    await s.reporter('lh-chen').says('潞河中学 304 教室上不了网，电话 13800138004');
    s.expectGroup(['0001 · 一级故障'], { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '一级故障');
    for (const who of ['zhangbingbing', 'wangxiubao']) s.expectDirect(who, '一级故障');
    await s.reporter('lh-chen').says('实验楼 206 教室也有个新故障，摄像头黑屏了');
    s.expectGroup(['0002 · 一级故障', '潞河中学'], { mentions: ['dongyayang'] });
    s.expectDirect('dongyayang', '一级故障');
    for (const who of ['zhangbingbing', 'wangxiubao']) s.expectDirect(who, '0002');
  });

  tell('lifts a report whose unit is told only when the bot asks for it', async (s) => {
    await ordered(s);
    await s.reporter('stranger').says('304 教室上不了网，电话 13800138007');
    s.expectGroup(['0001 · 三级异常', '请问是哪所学校']);
    await s.reporter('stranger').says('运河中学');
    s.expectGroup(['0001 · 一级故障', '运河中学', '重大活动保障期间'], { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '一级故障');
    for (const who of ['zhangbingbing', 'wangxiubao']) s.expectDirect(who, '0001');
  });

  tell('is changed, and called off: those called before are told, nobody is called after', async (s) => {
    await ordered(s);
    await s.lead.direct('保障 期末统考 增加单位 张家湾中学');
    s.expectDirect('zhangbingbing', '已增加单位：期末统考，现在是 潞河中学、运河中学、考试中心、张家湾中学 共 4 家');
    await s.manager.says('保障 期末统考 改为 11-24 09:00-11:00');
    s.expectGroup('已改期：期末统考，11-24（周二）09:00-11:00');
    await s.until('18:30');
    s.expectDirect('wangxiubao', '汇总');
    s.expectGroup(['⏰ 明天 09:00 起保障'], { mentions: DUTY });
    for (const who of DUTY) s.expectDirect(who, '张家湾中学');
    await s.manager.direct('取消保障 期末统考');
    s.expectDirect('wangxiubao', '已取消保障：期末统考');
    s.expectGroup('已取消保障：期末统考', { mentions: DUTY });
    await s.until('明天 12:00');
  });

  tell('a wrong form is answered with the right one, and not everybody may order', async (s) => {
    await s.engineer('zhaogaobin').says(ORDER);
    s.expectGroup('保障由王秀葆或张冰冰来定');
    await s.manager.says('保障 期末统考 潞河中学');
    s.expectGroup('还缺日期和时间。请这样说：保障 中考英语听说机考 12-19 08:00-18:00');
    await s.manager.says('保障 期末统考 明天 08:00-12:00 潞河中学、火星小学');
    s.expectGroup('没认出这些单位：火星小学');
    await s.manager.says('结束保障 高考');
    s.expectGroup('没有找到“高考”这项保障。登记请说');
    await s.engineer('zhaogaobin').says('保障人员都到位了');
    await s.engineer('zhaogaobin').says('保障列表');
    s.expectGroup('没有登记的保障');
  });
});
