import { describe, expect, it } from 'vitest';
import { HOUR } from './decide/time.js';
import { handleAction } from './handle-action.js';
import { factsOf, faultOf, reportOf } from './testing/facts.js';
import { ZHANGJIAWAN } from './testing/house.js';
import { wordsOf } from './testing/plain.js';
import { createStory, type Story } from './testing/story.js';

const NO = 'TZ-20261123-0001';
const reported = async (): Promise<Story> => {
  const story = createStory();
  await story.hear('wang', '三楼断网', reportOf([faultOf()], { unit: ZHANGJIAWAN, units: [ZHANGJIAWAN] }));
  return story;
};
const state = (story: Story): string | undefined => story.record.tickets.get(NO)?.state;

describe('a press', () => {
  it('does what its words would: a whole job by buttons', async () => {
    const story = await reported();
    for (const [button, expected] of [
      ['accept', 'accepted'],
      ['arrive', 'arrived'],
      ['resolve', 'resolved'],
    ] as const) {
      const { answer } = await story.press('zhaogaobin', `${button}:${NO}`);
      expect(answer).toEqual({ toast: '好的，已记下', retire: true });
      expect(state(story)).toBe(expected);
    }
    await story.hear('zhaogaobin', '光模块坏了', factsOf('progress', { words: '光模块坏了' }));
    expect(story.record.tickets.get(NO)).toMatchObject({ resolution: '光模块坏了' });
    await story.press('wang', `rate-4:${NO}`);
    expect(story.record.tickets.get(NO)).toMatchObject({ state: 'closed', rating: { score: 4 } });
  });

  it('of 「还是不行」 opens the ticket again, for two days', async () => {
    const story = await reported();
    await story.press('zhaogaobin', `accept:${NO}`);
    await story.press('zhaogaobin', `resolve:${NO}`);
    await story.press('wang', `relapse:${NO}`);
    expect(story.record.tickets.get(NO)).toMatchObject({ state: 'offered', reopened: 1 });
    await story.press('zhaogaobin', `resolve:${NO}`);
    await story.wait(49 * HOUR);
    const { answer } = await story.press('wang', `relapse:${NO}`);
    expect(answer).toEqual({ toast: '0001 办结已超过 48 小时，请按新故障再报一次', retire: false });
    expect(state(story)).toBe('closed');
  });

  it('whose reason is gone is told what is the case now, and the buttons go', async () => {
    const story = await reported();
    await story.press('zhaogaobin', `accept:${NO}`);
    const { answer, said } = await story.press('dongyayang', `accept:${NO}`);
    expect(answer).toEqual({ toast: '0001 已由 赵高斌 接单，您不用去了', retire: true });
    expect(said.map((u) => wordsOf(u.said))).toEqual(['0001 已由 赵高斌 接单，您不用去了']);
    expect(story.record.tickets.get(NO)).toMatchObject({ assignee: 'zhaogaobin' });
  });

  it('by a stranger changes nothing and keeps the buttons for others', async () => {
    const story = await reported();
    const { answer } = await story.press('nobody', `accept:${NO}`);
    expect(answer.retire).toBe(false);
    expect(state(story)).toBe('offered');
  });

  it.each(['decline', 'arrive', 'resolve'])(
    'of %s on a job that another has by now says who has it',
    async (button) => {
      const story = await reported();
      await story.press('dongyayang', `accept:${NO}`);
      const { answer } = await story.press('zhaogaobin', `${button}:${NO}`);
      expect(answer).toEqual({ toast: '0001 已由 董亚杨 接单，您不用去了', retire: true });
      expect(story.record.tickets.get(NO)).toMatchObject({ state: 'accepted', assignee: 'dongyayang' });
    },
  );

  it('on what was taken back needs nobody any more', async () => {
    const story = await reported();
    await story.hear('wang', '撤单', factsOf('cancel', { words: '误报' }));
    const { answer } = await story.press('zhaogaobin', `accept:${NO}`);
    expect(answer).toEqual({ toast: '0001 现在是“已撤单”，不用再处理', retire: true });
  });

  it('chooses between two as a typed number does', async () => {
    const story = await reported();
    await story.hear('wang', '实验楼断网', reportOf([faultOf({ location: '实验楼' })]));
    await story.hear('wang', '撤单', factsOf('cancel', { words: '误报' }));
    const { answer } = await story.press('wang', `pick:${NO}`);
    expect(answer.retire).toBe(true);
    expect(state(story)).toBe('cancelled');
    expect(story.record.tickets.get('TZ-20261123-0002')?.state).toBe('offered');
  });

  it('of a choice nobody asked for only tells the state', async () => {
    const story = await reported();
    const { answer, said } = await story.press('wang', `pick:${NO}`);
    expect(answer.retire).toBe(false);
    expect(said.map((u) => u.said.kind)).toEqual(['status']);
  });

  it.each(['old-button', 'accept', 'rate-9:TZ-20261123-0001'])(
    'of an unknown button (%s) asks for words',
    async (button) => {
      const story = await reported();
      const { answer, said } = await story.press('zhaogaobin', button);
      expect(answer).toEqual({ toast: '这个按钮已经失效，请直接回复文字', retire: true });
      expect(said).toEqual([]);
    },
  );

  it('of a ticket that is nobody’s says so', async () => {
    const { answer } = await (await reported()).press('zhaogaobin', 'accept:TZ-20261123-0999');
    expect(answer.toast).toMatch(/^没有找到工单/);
  });

  it('counts once', async () => {
    const story = await reported();
    await story.press('zhaogaobin', `accept:${NO}`, { pressId: 'p1' });
    const again = await handleAction('p1', story.desk);
    expect(again).toEqual({ settled: { kind: 'again' }, answer: { toast: '已处理过了', retire: true } });
    expect((await handleAction('p99', story.desk)).settled).toEqual({ kind: 'gone' });
  });

  it('in a direct chat is told to the group as well', async () => {
    const story = await reported();
    const chat = { channel: 'playground', kind: 'direct', id: 'zhaogaobin' } as const;
    const { said } = await story.press('zhaogaobin', `accept:${NO}`, { chat });
    expect(said.map((u) => u.said.outbound.chat.id)).toEqual(['g1', 'zhaogaobin']);
  });
});
