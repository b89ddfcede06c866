import { expect } from 'vitest';
import type { Clock } from '../../dispatcher/ports.js';
import { FileTable } from '../../entities/file.js';
import { shippedProject } from '../support/assemble.js';
import { stories } from '../support/stories.js';
import { telegramStage, type TelegramStage } from '../support/telegram-stage.js';

/** One full story over Telegram: mentions, inline buttons, edits, photos; a message a second and chat, so the lanes wait. */
const stage = (clock: Clock): Promise<TelegramStage> =>
  telegramStage({
    now: () => clock.now(),
    reporters: { 'zjw-wang': '王老师', 'lh-chen': '陈老师' },
    staff: shippedProject().staff.filter((member) => member.role !== 'client'),
  });

stories(
  'Telegram',
  (tell) => {
    tell('a whole story: report with a photo, ping, acceptance by button, work, closure, rating', async (s) => {
      const reporter = s.reporter('zjw-wang');
      const engineer = s.engineer('zhaogaobin');
      await reporter.says('张家湾中学教学楼三层整层上不了网', { picture: new Uint8Array([1]) });
      const call = s.expectGroup(['已受理 TZ-20261123-0001 · 二级故障', '联系电话'], {
        mentions: ['zhaogaobin'],
        buttons: ['接单', '转派'],
      });
      s.expectDirect('zhaogaobin', '联系人', { buttons: ['接单', '转派'] });
      expect(await s.store.dataSource.getRepository(FileTable).find()).toMatchObject([{ kind: 'image' }]);
      await reporter.quotes(call, '电话 13800138001');
      s.expectGroup('已记到 0001');
      s.expectDirect('zhaogaobin', ['0001 补充', '13800138001']);
      expect(await engineer.presses('接单')).toContain('已记下');
      s.expectGroup('0001 张家湾中学：赵高斌 已接单');
      s.expectDirect('zhaogaobin', '已接单', { buttons: ['到场', '转派'] });
      const late = await s.engineer('dongyayang').pressesOn(call, '接单');
      expect(late).toContain('已由 赵高斌 接单');
      s.expectGroup(['0001 已由 赵高斌 接单']);
      await s.later('40 分钟');
      await engineer.presses('到场');
      s.expectGroup('赵高斌 已到场');
      s.expectDirect('zhaogaobin', '已到场', { buttons: ['办结'] });
      await engineer.direct('挂起，等备件');
      s.expectGroup(['挂起', '等备件']);
      s.expectDirect('zhaogaobin', '挂起', { buttons: ['恢复'] });
      await s.later('1 小时');
      await engineer.presses('恢复');
      s.expectGroup('继续处理');
      s.expectDirect('zhaogaobin', '继续处理', { buttons: ['办结'] });
      await engineer.direct('处理完毕，换了 1 个光模块');
      s.expectGroup(['已办结', '换了 1 个光模块', '已扣除挂起 1 小时'], { mentions: ['zjw-wang'] });
      s.expectDirect('zhaogaobin', '已办结');
      await reporter.presses('5 分');
      s.expectGroup('评价已记下');
      await s.expectTicket('0001', 'closed', 'zhaogaobin');
      await s.until('18:00');
      s.expectDirect('wangxiubao', '11-23 汇总');
    });

    tell('the same update delivered three times is one ticket', async (s) => {
      const said = await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
      await said.repeat();
      await said.repeat();
      s.expectGroup('0001', { mentions: ['zhaogaobin'] });
      s.expectDirect('zhaogaobin', '0001');
    });
  },
  { stage, patience: 5_000 },
);
