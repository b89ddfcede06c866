import { expect } from 'vitest';
import type { Clock } from '../../dispatcher/ports.js';
import { TicketTable } from '../../entities/ticket.js';
import { shippedProject } from '../support/assemble.js';
import { awaited } from '../support/patience.js';
import type { Story } from '../support/story.js';
import { stories } from '../support/stories.js';
import { wecomStage, type WecomStage } from '../support/wecom-stage.js';

/** Issue 2, «Nothing is lost»: what a bad line to WeCom does. */
const stage = (clock: Clock): Promise<WecomStage> =>
  wecomStage({
    now: () => clock.now(),
    reporters: ['zjw-wang', 'lh-chen'],
    staff: shippedProject().staff.map((member) => member.id),
  });
const fakeOf = (s: Story): WecomStage['fake'] => (s.stage as WecomStage).fake;
const REPORT = '张家湾中学教学楼三层整层上不了网，电话 13800138001';
const tickets = (s: Story): Promise<number> => s.store.dataSource.getRepository(TicketTable).count();

const reconnected = async (s: Story): Promise<void> => {
  await awaited('the bot is connected again', () => s.system.gateways.every((g) => g.status().kind === 'up') || null);
  await s.later('10 秒');
};

stories(
  'the socket is dropped in the middle of a send',
  (tell) => {
    tell('and the message had arrived: it is said again, and says so', async (s) => {
      fakeOf(s).fault({ cmd: 'aibot_respond_msg' }, { kind: 'drop', carriedOut: true });
      await s.reporter('zjw-wang').says(REPORT);
      await reconnected(s);
      s.expectGroup(/^🟠 已受理/u);
      s.expectGroup(/^（重发）🟠 已受理/u);
      s.expectGroup('派单', { mentions: ['zhaogaobin'] });
      s.expectDirect('zhaogaobin', '联系人');
      expect(await tickets(s)).toBe(1);
    });

    tell('and it had not arrived: it is said', async (s) => {
      fakeOf(s).fault({ cmd: 'aibot_respond_msg' }, { kind: 'drop', carriedOut: false });
      await s.reporter('zjw-wang').says(REPORT);
      await reconnected(s);
      s.expectGroup(/^（重发）🟠 已受理/u);
      s.expectGroup('派单', { mentions: ['zhaogaobin'] });
      s.expectDirect('zhaogaobin', '联系人');
    });

    tell('and it was a ping over the webhook whose answer was lost: it is pinged again, and says so', async (s) => {
      fakeOf(s).webhookFault({}, { kind: 'reset', carriedOut: true });
      await s.reporter('zjw-wang').says(REPORT);
      await s.later('10 秒');
      s.expectGroup('已受理');
      s.expectGroup(/^赵高斌 派单/u, { mentions: ['zhaogaobin'] });
      s.expectGroup(/^（重发）赵高斌 派单/u, { mentions: ['zhaogaobin'] });
      s.expectDirect('zhaogaobin', '联系人');
    });

    tell(
      'of a summary: it is not said twice, since a summary that may be there is not worth a second one',
      async (s) => {
        await s.reporter('zjw-wang').says(REPORT);
        s.expectGroup('已受理');
        s.expectGroup('派单', { mentions: ['zhaogaobin'] });
        s.expectDirect('zhaogaobin', '联系人');
        await s.engineer('zhaogaobin').says('接单');
        s.expectGroup('已接单');
        fakeOf(s).fault({ cmd: 'aibot_respond_msg' }, { kind: 'drop', carriedOut: true });
        await s.engineer('zhaogaobin').says('已到场');
        await reconnected(s);
        s.expectGroup('已到场');
      },
    );
  },
  { stage },
);

stories(
  'messages that come oddly',
  (tell) => {
    tell('one message delivered three times is one ticket', async (s) => {
      const said = await s.reporter('zjw-wang').says(REPORT);
      await said.repeat();
      await said.repeat();
      s.expectGroup('已受理');
      s.expectGroup('派单', { mentions: ['zhaogaobin'] });
      s.expectDirect('zhaogaobin', '联系人');
      expect(await tickets(s)).toBe(1);
    });

    tell(
      'the same words in two messages are two messages, and still one ticket: the second is heard as urging',
      async (s) => {
        await s.reporter('zjw-wang').says(REPORT);
        s.expectGroup('已受理');
        s.expectGroup('派单', { mentions: ['zhaogaobin'] });
        s.expectDirect('zhaogaobin', '联系人');
        await s.reporter('zjw-wang').says(REPORT);
        s.expectGroup('0001');
        s.expectDirect('zhaogaobin', '0001');
        expect(await tickets(s)).toBe(1);
      },
    );

    tell('two messages of one chat out of order: each is handled, none twice', async (s) => {
      const fake = fakeOf(s);
      const later = { user: 'lh-chen', chat: 'G1', text: '潞河中学门卫室的摄像头黑屏，电话 13800138004', msgid: 'M-2' };
      const earlier = { user: 'zjw-wang', chat: 'G1', text: REPORT, msgid: 'M-1' };
      fake.say(later);
      fake.say(earlier);
      fake.say(later);
      await awaited('both are handled', async () => ((await tickets(s)) === 2 ? true : null));
      await s.settled();
      s.expectGroup('潞河中学');
      s.expectGroup('张家湾中学');
      s.expectGroup('派单', { mentions: ['zhaogaobin'] });
      s.expectGroup('派单', { mentions: ['dongyayang'] });
      s.expectDirect('zhaogaobin', '潞河中学');
      s.expectDirect('dongyayang', '张家湾中学');
    });
  },
  { stage },
);
