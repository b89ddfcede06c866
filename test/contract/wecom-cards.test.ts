import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Button } from '../../bot/gateway.js';
import { soon, startRig, toGroup, toPerson, type Rig, type RigOptions } from '../support/wecom/rig.js';

/** The WeCom gateway through the real SDK against the fake service: cards, and the presses of their buttons. */

let rig: Rig;
const start = async (options: RigOptions = {}): Promise<Rig> => {
  rig = await startRig(options);
  await rig.up();
  return rig;
};
afterEach(() => rig.close());

const heardTimes = (n: number) => vi.waitFor(() => expect(rig.heard).toHaveLength(n), soon);
const accept: Button = { id: 'accept:TZ-1', label: '接单' };

describe('cards', () => {
  const dispatch = toGroup('派单 二级故障\n三楼断网\n单位：张家湾中学', { buttons: [accept], ticket: 'TZ-1' });
  const cards = (more: RigOptions = {}) => start({ ...more, gateway: { groupCards: true, ...more.gateway } });
  /** Sends the card and gives its id. */
  const shown = async (): Promise<string> => {
    rig.fake.say({ user: 'laoshi', chat: 'G1', text: '断网' });
    await heardTimes(1);
    const outcome = await rig.gateway.send(dispatch);
    return outcome.kind === 'sent' ? (outcome.messageId ?? '') : '';
  };

  it.each([false, true])(
    'passes a press, and takes the buttons away for everybody (flat event: %s)',
    async (flatPresses) => {
      await cards({ fake: { switches: { flatPresses } } });
      const taskId = await shown();
      expect(taskId).toMatch(/^TZ-1@/);
      expect(rig.fake.card(taskId)?.buttons).toEqual([{ label: '接单', key: accept.id }]);
      const { msgid } = rig.fake.press('zhaogaobin', taskId, accept.id);
      await vi.waitFor(() => expect(rig.fake.card(taskId)?.buttons).toEqual([]), soon);
      expect(rig.fake.card(taskId)?.text).toContain('已记下\n三楼断网');
      expect(rig.pressed).toEqual([
        {
          chat: { channel: 'wecom', kind: 'group', id: 'G1' },
          pressId: msgid,
          from: { id: 'zhaogaobin', name: null },
          button: accept.id,
          messageId: taskId,
          arrivedAt: rig.now(),
        },
      ]);
    },
  );

  it('shows an answer that leaves the buttons to the presser alone', async () => {
    await cards();
    rig.handle.press = async () => ({ toast: '这张单派给了别人', retire: false });
    const taskId = await shown();
    rig.fake.press('laoshi', taskId, accept.id);
    await vi.waitFor(() => expect(rig.fake.card(taskId, 'laoshi')?.text).toContain('这张单派给了别人'), soon);
    expect(rig.fake.card(taskId, 'laoshi')?.buttons).toHaveLength(1);
    expect(rig.fake.card(taskId, 'zhaogaobin')?.text).not.toContain('这张单派给了别人');
  });

  it('leaves the card where the handler is too slow, and outlives one that fails', async () => {
    await cards({ timings: { pressMs: 20 } });
    const taskId = await shown();
    let free = (): void => undefined;
    rig.handle.press = () => new Promise((resolve) => (free = () => resolve({ toast: '好', retire: true })));
    rig.fake.press('zhaogaobin', taskId, accept.id);
    await vi.waitFor(() => expect(rig.logs.join()).toContain('too late'), soon);
    free();
    rig.handle.press = () => Promise.reject(new Error('the store is away'));
    rig.fake.press('suzhe', taskId, accept.id);
    await vi.waitFor(() => expect(rig.fake.card(taskId, 'suzhe')?.text).toContain('没有记下'), soon);
    expect(rig.fake.card(taskId)?.buttons).toHaveLength(1);
    expect(rig.fake.record('aibot_respond_update_msg')).toHaveLength(1);
  });

  it('passes two presses of one button as two, each answered', async () => {
    await cards();
    rig.handle.press = async ({ from }) => ({ toast: from.id, retire: from.id === 'zhaogaobin' });
    const taskId = await shown();
    rig.fake.press('zhaogaobin', taskId, accept.id);
    rig.fake.press('suzhe', taskId, accept.id);
    await vi.waitFor(() => expect(rig.fake.record('aibot_respond_update_msg')).toHaveLength(2), soon);
    expect(rig.pressed.map((one) => one.from.id)).toEqual(['zhaogaobin', 'suzhe']);
  });

  it('answers a press on a card of another process or an older one', async () => {
    await cards();
    const taskId = await shown();
    const later = await startRig({ gateway: { groupCards: true } });
    try {
      await later.up();
      later.fake.press('zhaogaobin', taskId, accept.id, { force: true });
      await vi.waitFor(() => expect(later.fake.record('aibot_respond_update_msg')).toHaveLength(1), soon);
      expect(later.fake.record('aibot_respond_update_msg')[0]?.body).toMatchObject({
        template_card: {
          card_type: 'text_notice',
          task_id: taskId,
          main_title: { title: 'TZ-1' },
          sub_title_text: '已记下',
        },
      });
      expect(later.gateway.status().kind).toBe('up');
    } finally {
      await later.close();
    }
  });

  it('never uses a task_id twice', async () => {
    await cards();
    const taskIds = [await shown(), ...(await Promise.all([rig.gateway.send(dispatch), rig.gateway.send(dispatch)]))];
    expect(new Set(taskIds.map((one) => JSON.stringify(one))).size).toBe(3);
    expect(rig.fake.record('aibot_send_msg').map((entry) => entry.verdict)).toEqual([
      'accepted',
      'accepted',
      'accepted',
    ]);
  });

  it('answers a message by a card', async () => {
    await cards();
    const { msgid } = rig.fake.say({ user: 'laoshi', chat: 'G1', text: '断网' });
    await heardTimes(1);
    await rig.gateway.send({ ...dispatch, replyTo: msgid });
    expect(rig.fake.seen()).toMatchObject([{ answers: msgid, taskId: expect.stringMatching(/^TZ-1@/) as string }]);
  });

  it('sends words where groups take no cards, a card to a person all the same', async () => {
    await start({ fake: { acquainted: ['zhaogaobin'], switches: { groupCardsByPush: false } } });
    rig.fake.say({ user: 'laoshi', chat: 'G1', text: '断网' });
    await heardTimes(1);
    expect(rig.gateway.capabilities.buttons).toEqual({ group: false, direct: true });
    await rig.gateway.send(dispatch);
    await rig.gateway.send(toPerson('zhaogaobin', '派单', { buttons: [accept] }));
    const [group, person] = rig.fake.seen();
    expect([group?.taskId, group?.text]).toEqual([null, '派单 二级故障\n三楼断网\n单位：张家湾中学\n回复“接单”']);
    expect(person?.taskId).not.toBeNull();
  });
});
