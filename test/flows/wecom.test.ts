import { expect } from 'vitest';
import type { Clock } from '../../dispatcher/ports.js';
import { FileTable } from '../../entities/file.js';
import { shippedProject } from '../support/assemble.js';
import { stories } from '../support/stories.js';
import { wecomStage, type WecomStage } from '../support/wecom-stage.js';

/** One full story over WeCom: the bot for words and cards, the group's webhook for pings that notify, direct messages. */
const stageWith =
  (groupCards: boolean) =>
  (clock: Clock): Promise<WecomStage> =>
    wecomStage({
      now: () => clock.now(),
      reporters: ['zjw-wang', 'zjw-liu', 'lh-chen'],
      staff: shippedProject().staff.map((member) => member.id),
      groupCards,
    });

const PICTURE = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);

stories(
  'WeCom',
  (tell) => {
    tell(
      'a whole story: report with a picture, ping, acceptance, arrival on the card, work, closure, rating',
      async (s) => {
        const reporter = s.reporter('zjw-wang');
        const engineer = s.engineer('zhaogaobin');
        await reporter.says('张家湾中学教学楼三层整层上不了网', { picture: PICTURE });
        s.expectGroup(['已受理 TZ-20261123-0001 · 二级故障', '派给 赵高斌', '联系电话']);
        s.expectGroup(['赵高斌', '派单 TZ-20261123-0001', '回复“接单”'], { mentions: ['zhaogaobin'] });
        s.expectDirect('zhaogaobin', ['联系人', '未留电话', '回复“接单”']);
        await reporter.direct('我的电话 13800138001');
        s.expectDirect('zjw-wang', '已记到 0001');
        s.expectDirect('zhaogaobin', ['0001 补充', '13800138001']);
        await engineer.direct('接单');
        s.expectGroup('0001 张家湾中学：赵高斌 已接单');
        s.expectDirect('zhaogaobin', '已接单', { buttons: ['到场', '转派'] });
        await s.later('40 分钟');
        expect(await engineer.presses('到场')).toContain('已记下');
        s.expectGroup('赵高斌 已到场');
        s.expectDirect('zhaogaobin', '已到场', { buttons: ['办结'] });
        await engineer.direct('光模块坏了，正在换');
        s.expectGroup(['进展', '光模块坏了']);
        s.expectDirect('zhaogaobin', '已记到 0001');
        await s.reporter('zjw-liu').says('张家湾中学教学楼三层上不了网');
        s.expectGroup(['与 0001 是同一故障']);
        await s.later('50 分钟');
        await engineer.says('处理完毕，换了 1 个光模块');
        s.expectGroup(['已办结', '换了 1 个光模块', '用时 1 小时 30 分'], { mentions: ['zjw-wang'] });
        await reporter.says('5分，师傅来得很快');
        s.expectGroup('评价已记下');
        await s.expectTicket('0001', 'closed', 'zhaogaobin');
        await s.until('18:00');
        s.expectDirect('wangxiubao', '11-23 汇总');
      },
    );

    tell('the quoted words name the ticket, since the platform gives no message id', async (s) => {
      await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
      s.expectGroup('派给 赵高斌');
      const ping = s.expectGroup('派单', { mentions: ['zhaogaobin'] });
      s.expectDirect('zhaogaobin', '联系人');
      await s.reporter('lh-chen').says('潞河中学实验楼二层整层上不了网，电话 13800138004');
      s.expectGroup('派给 董亚杨');
      s.expectGroup('派单', { mentions: ['dongyayang'] });
      s.expectDirect('dongyayang', '联系人');
      await s.engineer('dongyayang').says('去不了，转给赵高斌');
      s.expectGroup('派单', { mentions: ['zhaogaobin'] });
      s.expectDirect('zhaogaobin', '董亚杨 转');
      await s.engineer('zhaogaobin').quotes(ping, '接单');
      s.expectGroup('0001 张家湾中学：赵高斌 已接单');
      await s.expectTicket('0002', 'offered', 'zhaogaobin');
    });

    tell('a picture is kept with its message and ticket', async (s) => {
      await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001', { picture: PICTURE });
      s.expectGroup('派给 赵高斌');
      s.expectGroup('派单', { mentions: ['zhaogaobin'] });
      s.expectDirect('zhaogaobin', '联系人');
      const files = await s.store.dataSource.getRepository(FileTable).find();
      expect(files).toMatchObject([{ kind: 'image', bytes: PICTURE.length }]);
    });

    tell('a reminder of the deadline notifies through the webhook', async (s) => {
      await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
      s.expectGroup('派给 赵高斌');
      s.expectGroup('派单', { mentions: ['zhaogaobin'] });
      s.expectDirect('zhaogaobin', '联系人');
      await s.later('15 分钟');
      s.expectGroup('还有 3 分钟', { mentions: ['zhaogaobin'] });
      s.expectGroup('已过接单时限', { mentions: ['zhaogaobin'] });
      s.expectDirect('zhaogaobin', '请尽快接单');
    });
  },
  { stage: stageWith(false) },
);

stories(
  'WeCom with cards in groups',
  (tell) => {
    tell('the closure carries the buttons of the rating, and a press rates', async (s) => {
      await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
      s.expectGroup('派给 赵高斌');
      s.expectGroup('派单', { mentions: ['zhaogaobin'] });
      s.expectDirect('zhaogaobin', '联系人');
      await s.engineer('zhaogaobin').says('接单');
      s.expectGroup('已接单', { buttons: ['到场', '转派'] });
      await s.engineer('zhaogaobin').presses('到场');
      s.expectGroup('已到场', { buttons: ['办结'] });
      await s.reporter('lh-chen').presses('办结');
      s.expectGroup('办结由运维工程师来做');
      await s.engineer('zhaogaobin').says('处理完毕，换了光模块');
      s.expectGroup('已办结', { mentions: ['zjw-wang'] });
    });
  },
  { stage: stageWith(true) },
);
