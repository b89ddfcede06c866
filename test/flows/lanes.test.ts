import type { Clock } from '../../dispatcher/ports.js';
import { shippedProject } from '../support/assemble.js';
import { stories } from '../support/stories.js';
import { TELEGRAM_GROUP, telegramStage, type TelegramStage } from '../support/telegram-stage.js';
import { tooMany } from '../support/telegram/faults.js';

const kept: { stage: TelegramStage | null } = { stage: null };
const stage = async (clock: Clock): Promise<TelegramStage> => {
  const staff = shippedProject().staff.filter((member) => member.role !== 'client');
  kept.stage = await telegramStage({ now: () => clock.now(), reporters: { 'zjw-wang': '王老师' }, staff });
  return kept.stage;
};

/** Issue 4, «Lanes»: 播报, and a platform that asks to slow down. */
stories(
  'what waits to be said',
  (tell) => {
    tell('a 429 slows the group by what it says; the manager sees what waits and why, then it goes out', async (s) => {
      kept.stage?.fake.faults.add({ method: 'sendMessage', fault: tooMany(90), chatId: TELEGRAM_GROUP });
      await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
      s.expectDirect('zhaogaobin', '0001');
      await s.manager.direct('播报');
      s.expectDirect('wangxiubao', ['等待发出：1 条', 'Telegram群：1 条（', '平台限速', '10:43:3', '起再发']);
      s.nothingMore();
      await s.later('2 分钟');
      s.expectGroup('已受理 TZ-20261123-0001', { mentions: ['zhaogaobin'] });
      await s.manager.direct('播报');
      s.expectDirect('wangxiubao', '没有等待发出的消息');
    });

    tell('is not for everybody', async (s) => {
      await s.engineer('zhaogaobin').direct('播报');
      s.expectDirect('zhaogaobin', '查看播报由 苏喆、张冰冰、王秀葆 来做');
    });
  },
  { stage, patience: 5_000 },
);
