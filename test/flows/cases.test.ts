import { expect } from 'vitest';
import type { Story } from '../support/story.js';
import { stories } from '../support/stories.js';

const reported = async (s: Story): Promise<void> => {
  await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
  s.expectGroup('0001', { mentions: ['zhaogaobin'] });
  s.expectDirect('zhaogaobin', '0001');
};

/** Issue 4, «Also»: 「TZ-… 记录」. */
stories('the record of a ticket', (tell) => {
  tell(
    'tells who did what and when, with the reasons of what happened by itself, and no telephone number',
    async (s) => {
      await reported(s);
      await s.later('12 分钟');
      s.expectGroup(['⏰', '0001', '接单时限'], { mentions: ['zhaogaobin'] });
      await s.engineer('zhaogaobin').says('0001 转派 车坏在路上了');
      s.expectGroup('0001', { mentions: ['dongyayang'] });
      s.expectDirect('dongyayang', '0001');
      await s.engineer('dongyayang').says('0001 接单');
      s.expectGroup('董亚杨 已接单');
      await s.lead.says('0001 记录');
      s.expectGroup([
        'TZ-20261123-0001 · 二级故障 的记录',
        '张家湾中学 教学楼三层：整层断网；董亚杨',
        '11-23 10:42 王老师 报修：张家湾中学教学楼三层整层上不了网，电话 138****8001',
        '10:42 自动 派给 赵高斌（',
        '10:54 自动 快到接单时限，提醒',
        '10:54 赵高斌 转派：车坏在路上了',
        '派给 董亚杨（',
        '10:54 董亚杨 接单',
      ]);
      await s.manager.direct('TZ-20261123-0001 记录');
      s.expectDirect('wangxiubao', '10:54 董亚杨 接单');
    },
  );

  tell('is asked for by a quote as well; a number nobody has and a bare word are answered', async (s) => {
    await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
    const receipt = s.expectGroup('0001', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '0001');
    await s.desk.quotes(receipt, '记录');
    s.expectGroup('TZ-20261123-0001 · 二级故障 的记录');
    await s.desk.says('0099 记录');
    s.expectGroup('没有找到工单 0099');
    await s.desk.calls('记录');
    s.expectGroup('请这样说：0004 记录');
  });
});

/** Two teachers of one school tell what is one fault, in words that do not fit together. */
const two = async (s: Story): Promise<void> => {
  await reported(s);
  await s.reporter('zjw-li').says('张家湾中学门卫室的摄像头黑屏，电话 13800138044');
  s.expectGroup('0002 · 三级', { mentions: ['dongyayang'] });
  s.expectDirect('dongyayang', '0002');
};

const log = async (s: Story, no: string) =>
  (await s.system.record.views.log(`TZ-20261123-${no}`)).map(({ event }) => event.kind);

/** Issue 4, «Also»: 合并 / 拆分. */
stories('tickets made one and parted', (tell) => {
  tell('the reporter is told in one line, the clocks end, and a mistake is undone', async (s) => {
    await two(s);
    await s.desk.says('合并 0002 到 0001');
    s.expectGroup(['0002 与 0001 是同一故障，已合并处理：已派 赵高斌'], { mentions: ['zjw-li'] });
    s.expectDirect('dongyayang', '0002 已并入 0001 统一处理，不用单独去了');
    s.expectDirect('zhaogaobin', '0001 补充：0002 并到了这一单');
    expect((await s.ticket('0001')).members).toHaveLength(1);
    await s.expectTicket('0002', 'merged');
    await s.engineer('zhaogaobin').says('0001 接单');
    s.expectGroup('赵高斌 已接单');
    await s.later('70 分钟');
    await s.lead.direct('拆分 0002');
    s.expectDirect('zhangbingbing', '0002 已从 0001 拆出，单独处理');
    s.expectGroup('0002', { mentions: ['dongyayang'] });
    s.expectDirect('dongyayang', '0002');
    expect((await s.ticket('0001')).members).toEqual([]);
    expect(await log(s, '0002')).toEqual(expect.arrayContaining(['merged', 'unmerged', 'offered']));
  });

  tell(
    'somebody who joined gets a ticket of their own, with the words they said; so does a second fault',
    async (s) => {
      await reported(s);
      await s.reporter('zjw-li').says('张家湾中学教学楼三层也上不了网');
      s.expectGroup('与 0001 是同一故障');
      await s.desk.says('拆分 0001');
      s.expectGroup(['没看出从 0001 里拆出什么（同报的有', '请这样说：拆分 0002 李老师']);
      const [member] = (await s.ticket('0001')).members;
      await s.desk.says(`拆分 0001 ${member?.name ?? ''}`);
      s.expectGroup(['已受理 TZ-20261123-0002', '张家湾中学'], { mentions: ['dongyayang'] });
      s.expectDirect('dongyayang', '0002');
      expect((await s.ticket('0002')).reporter.key).toBe(member?.key);
      expect((await s.ticket('0001')).members).toEqual([]);
      await s.desk.says('拆分 0001 门卫室摄像头黑屏');
      s.expectGroup(['已受理 TZ-20261123-0003', '监控离线'], { mentions: ['zhaogaobin'] });
      s.expectDirect('zhaogaobin', ['0003', '13800138001']);
      expect((await s.ticket('0003')).reporter.key).toBe('playground:zjw-wang');
    },
  );

  tell('a wrong form is answered with the right one, and not everybody may', async (s) => {
    await two(s);
    await s.desk.says('合并 0001 0002');
    s.expectGroup('请这样说：合并 0004 到 0002');
    await s.desk.says('合并 0009 到 0001');
    s.expectGroup('没有找到工单 0009');
    await s.engineer('zhaogaobin').says('合并 0002 到 0001');
    s.expectGroup('合并工单由 苏喆、张冰冰、王秀葆 来做');
    await s.expectTicket('0002', 'offered', 'dongyayang');
  });
});

/** Issue 4, «Also»: 升级 / 降级 with reason. */
stories('the level by word', (tell) => {
  tell('is told once to who waits and who goes, and moves the promises', async (s) => {
    await reported(s);
    await s.desk.says('0001 升级 一级 全校都断了');
    s.expectGroup(['🔴 TZ-20261123-0001 升为一级故障（苏喆改定：全校都断了）', '11:12 前到场'], {
      mentions: ['zhaogaobin', 'zjw-wang'],
    });
    for (const who of ['zhangbingbing', 'wangxiubao']) s.expectDirect(who, '一级故障');
    await s.engineer('zhaogaobin').says('0001 接单');
    s.expectGroup('赵高斌 已接单');
    await s.lead.direct('0001 降级 三级 只有一间');
    s.expectGroup('🔵 TZ-20261123-0001 降为三级异常（张冰冰改定：只有一间）', { mentions: ['zhaogaobin', 'zjw-wang'] });
    s.expectDirect('zhangbingbing', '降为三级异常');
    expect(await s.ticket('0001')).toMatchObject({ level: 3 });
    await s.later('2 小时');
  });

  tell('needs its level and its reason, in the right direction, by those who may', async (s) => {
    await reported(s);
    await s.desk.says('0001 升级 全校都断了');
    s.expectGroup('请这样说：0004 升级 一级 全校都断了');
    await s.desk.says('0001 升级 三级 只有一间');
    s.expectGroup('0001 已经是二级故障');
    await s.engineer('zhaogaobin').says('0001 升级 一级 全校都断了');
    s.expectGroup('升降级由 苏喆、张冰冰、王秀葆 来做');
    expect(await s.ticket('0001')).toMatchObject({ level: 2 });
  });
});
