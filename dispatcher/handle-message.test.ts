import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from './decide/time.js';
import { handleMessage } from './handle-message.js';
import { factsOf, faultOf, reportOf } from './testing/facts.js';
import { KUOXIAN, ZHANGJIAWAN } from './testing/house.js';
import { placeOf, wordsOf } from './testing/plain.js';
import type { Uttered } from './testing/recorder.js';
import { createStory, type Story } from './testing/story.js';
import { GROUP } from './testing/tickets.js';

const NO = 'TZ-20261123-0001';
const kinds = (said: readonly Uttered[]): readonly string[] => said.map((u) => `${placeOf(u.said)} ${u.said.kind}`);
const state = (story: Story, no = NO): string | undefined => story.record.tickets.get(no)?.state;
const REPORT = reportOf([faultOf()], { unit: ZHANGJIAWAN, units: [ZHANGJIAWAN], phone: '13800138001' });
const direct = (id: string) => ({ chat: { channel: 'playground', kind: 'direct', id } as const });

const reported = async (): Promise<Story> => {
  const story = createStory();
  await story.hear('wang', '张家湾中学三楼整层断网', REPORT);
  return story;
};

describe('a fault from its first word to its rating', () => {
  it('is told, taken, worked on, summed up and rated', async () => {
    const story = createStory();
    expect(kinds(await story.hear('wang', '张家湾中学三楼整层断网', REPORT))).toEqual([
      'group dispatch',
      'direct:zhaogaobin brief',
    ]);
    expect(kinds(await story.hear('zhaogaobin', '收到，我去', factsOf('accept')))).toEqual(['group accepted']);
    await story.wait(50 * MINUTE);
    expect(kinds(await story.hear('zhaogaobin', '已到场', factsOf('arrive'), direct('zhaogaobin')))).toEqual([
      'group arrived',
      'direct:zhaogaobin arrived',
    ]);
    await story.wait(30 * MINUTE);
    const closing = await story.hear('zhaogaobin', '换了光模块', factsOf('resolve', { words: '换了光模块' }));
    expect(kinds(closing)).toEqual(['group rating']);
    expect(closing.map((u) => wordsOf(u.said)).join()).toContain('用时 1 小时 20 分（时限 8 小时）');
    expect(story.record.waiting(NO)).toEqual(['close:0']);
    expect(kinds(await story.hear('wang', '5分', factsOf('feedback', { rating: 5 })))).toEqual(['group rated']);
    expect(story.record.tickets.get(NO)).toMatchObject({ state: 'closed', rating: { score: 5 } });
    expect(story.record.waiting(NO)).toEqual([]);
    expect(await story.wait(72 * HOUR)).toEqual([]);
    expect(story.record.log.get(NO)?.map((e) => e.kind)).toEqual([
      'reported',
      'offered',
      'accepted',
      'arrived',
      'resolved',
      'asked',
      'rated',
    ]);
  });

  it('shows no telephone number to the group on the way', async () => {
    const story = await reported();
    await story.hear('wang', '电话 13800138001', factsOf('supplement', { phone: '13800138001' }));
    await story.hear(
      'zhaogaobin',
      '等王老师 13800138001 开门',
      factsOf('suspend', { words: '等王老师 13800138001 开门' }),
    );
    for (const { said } of story.record.uttered)
      if (said.outbound.chat.kind === 'group') expect(wordsOf(said)).not.toContain('13800138001');
  });

  it('opens again within 48 hours, closed or not', async () => {
    const story = await reported();
    await story.hear('zhaogaobin', '处理完毕', factsOf('resolve', { words: '换了光模块' }));
    await story.wait(47 * HOUR);
    expect(kinds(await story.hear('wang', '还是不行', factsOf('urge', { relapse: true })))).toEqual([
      'group dispatch',
      'direct:zhaogaobin brief',
      'direct:zhangbingbing alarm',
      'direct:wangxiubao alarm',
    ]);
    expect(story.record.tickets.size).toBe(1);
    expect(state(story)).toBe('offered');
  });
});

describe('what was said before', () => {
  it('completes the report, wherever the answer comes', async () => {
    const story = createStory();
    await story.hear('zhou', '三楼断网了', reportOf());
    expect(state(story)).toBe('unassigned');
    const answer = await story.hear(
      'zhou',
      '漷县中学',
      factsOf('supplement', { unit: KUOXIAN, units: [KUOXIAN] }),
      direct('zhou'),
    );
    expect(kinds(answer)).toEqual(['direct:zhou receipt', 'group dispatch', 'direct:zhaogaobin brief']);
    expect(story.record.tickets.get(NO)).toMatchObject({ unit: KUOXIAN, state: 'offered' });
  });

  it('is remembered of a reporter: unit and number', async () => {
    const story = await reported();
    await story.hear('wang', '实验楼也断了', reportOf([faultOf({ location: '实验楼' })]));
    expect(story.record.tickets.get('TZ-20261123-0002')).toMatchObject({ unit: ZHANGJIAWAN, phone: '13800138001' });
    expect(story.contexts()[0]).toMatchObject({ role: 'reporter', unit: ZHANGJIAWAN });
  });

  it('in parts before the fault belongs to it', async () => {
    const story = createStory();
    await story.hear('zhou', '漷县中学', factsOf('supplement', { unit: KUOXIAN }));
    await story.hear('zhou', '三楼断网了', reportOf());
    expect(story.record.tickets.get(NO)).toMatchObject({ unit: KUOXIAN, state: 'offered' });
  });

  it('is asked for between two tickets, and the answer does it', async () => {
    const story = await reported();
    await story.hear('wang', '实验楼也断了', reportOf([faultOf({ location: '实验楼' })]));
    expect(kinds(await story.hear('wang', '怎么还没来', factsOf('urge', { words: '怎么还没来' })))).toEqual([
      'group question',
    ]);
    await story.hear('wang', '2', factsOf('supplement', { choice: 2 }));
    expect(story.contexts().at(-1)).toMatchObject({ asked: 'choice' });
    expect(story.record.tickets.get(NO)?.urged).toBe(1);
    expect(story.record.tickets.get('TZ-20261123-0002')?.urged).toBe(0);
  });
});

describe('a quote', () => {
  it('points by the platform’s id to the ticket, also to one that is not the sender’s', async () => {
    const story = await reported();
    const dispatch = story.record.uttered[0]?.messageId ?? '';
    const quote = { messageId: dispatch, text: '', fromBot: true };
    await story.hear('dongyayang', '我去', factsOf('accept'), { quote });
    expect(story.record.tickets.get(NO)).toMatchObject({ state: 'accepted', assignee: 'dongyayang' });
    expect(story.contexts().at(-1)).toMatchObject({ replyTo: 'dispatch' });
  });

  it('points by its id, whatever numbers its words name', async () => {
    const story = await reported();
    const said = await story.hear('wang', '实验楼也断了', reportOf([faultOf({ location: '实验楼' })]));
    story.knows('与 0001 同校', factsOf('chatter', { tickets: ['0001'] }));
    const quote = { messageId: said[0]?.messageId ?? '', text: '与 0001 同校', fromBot: true };
    await story.hear('caoyunwu', '我去', factsOf('accept'), { quote });
    expect([state(story), state(story, 'TZ-20261123-0002')]).toEqual(['offered', 'accepted']);
  });

  it('points by the number in its words where the platform gives no id', async () => {
    const story = await reported();
    story.knows('派单 TZ-20261123-0001', factsOf('chatter', { tickets: [NO] }));
    const quote = { messageId: null, text: '派单 TZ-20261123-0001', fromBot: null };
    await story.hear('dongyayang', '我去', factsOf('accept'), { quote });
    expect(story.record.tickets.get(NO)).toMatchObject({ assignee: 'dongyayang' });
  });

  it('counts less than a number in the words themselves, and not at all where its number is nobody’s', async () => {
    const story = await reported();
    await story.hear('wang', '实验楼也断了', reportOf([faultOf({ location: '实验楼' })]));
    story.knows('派单 0001', factsOf('chatter', { tickets: ['0001'] }));
    const quote = { messageId: null, text: '派单 0001', fromBot: null };
    await story.hear('dongyayang', '0002 我去', factsOf('accept', { tickets: ['0002'] }), { quote });
    expect([state(story), state(story, 'TZ-20261123-0002')]).toEqual(['offered', 'accepted']);
    story.knows('0999', factsOf('chatter', { tickets: ['0999'] }));
    const strange = { messageId: null, text: '0999', fromBot: null };
    expect(kinds(await story.hear('zhaogaobin', '到场', factsOf('arrive'), { quote: strange }))).toEqual([
      'group arrived',
    ]);
  });
});

describe('how a message is handled', () => {
  it('once: a second delivery is handled before', async () => {
    const story = await reported();
    expect(await handleMessage('m1', story.desk)).toEqual({ kind: 'again' });
    expect(story.record.tickets.size).toBe(1);
  });

  it('not at all where it was not kept', async () => {
    expect(await handleMessage('m99', createStory().desk)).toEqual({ kind: 'gone' });
  });

  it('under the lock of its unit, or of its chat while no unit is known, and of its sender', async () => {
    const story = await reported();
    expect(story.record.locks()).toEqual([`unit:${ZHANGJIAWAN}`, 'person:playground:wang', 'incidents']);
    await story.hear('zhou', '断网了', factsOf('chatter'));
    expect(story.record.locks()).toEqual(['chat:playground:g1', 'person:playground:zhou']);
    await story.hear('zhaogaobin', '接单', factsOf('accept'));
    expect(story.record.locks()).toContain('person:staff:zhaogaobin');
  });

  it('in a direct chat speaks of the ticket in the group that is served', async () => {
    const story = createStory();
    const said = await story.hear('wang', '三楼断网', REPORT, direct('wang'));
    expect(kinds(said)).toEqual(['direct:wang receipt', 'group dispatch', 'direct:zhaogaobin brief']);
    expect(story.record.tickets.get(NO)?.home).toEqual(GROUP);
  });

  it('refused, says why where it was tried and changes nothing', async () => {
    const story = await reported();
    await story.hear('zhaogaobin', '接单', factsOf('accept'));
    const before = story.record.tickets.get(NO);
    const said = await story.hear('dongyayang', '0001 我去', factsOf('accept', { tickets: ['0001'] }));
    expect(said.map((u) => wordsOf(u.said))).toEqual(['0001 已由 赵高斌 接单，您不用去了']);
    expect(story.record.tickets.get(NO)).toBe(before);
    expect(story.settled()).toMatchObject({ kind: 'done', note: 'refused: taken', lanes: ['playground:g1'] });
  });

  it('notes for the log what was decided, and nobody’s words', async () => {
    const story = await reported();
    const settled = story.settled();
    expect(settled).toMatchObject({ kind: 'done', note: 'report' });
    expect(JSON.stringify(settled)).not.toMatch(/断网|王老师|13800138/);
  });
});
