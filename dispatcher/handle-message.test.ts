import { describe, expect, it } from 'vitest';
import { handleMessage } from './handle-message.js';
import type { Context, Facts } from './model.js';
import type { Advice } from './ports.js';
import { factsOf, faultOf, reportOf } from './testing/facts.js';
import { createStory } from './testing/story.js';
import { GROUP } from './testing/tickets.js';
import { NOW } from './testing/time.js';

const ADVICE: Advice = { intent: 'report', fault: { severity: 2, category: 'wireless' }, confidence: 0.9 };
const MUMBLED = factsOf('chatter', { confidence: 0.5, words: '那个又不行了' });

/** A story with an advisor that answers so; `read` is what the rules make of the words, bare and in context. */
const tell = async (advice: Advice | null, read: Facts | ((context: Context) => Facts), text = '那个又不行了') => {
  const story = createStory();
  const order: string[] = [];
  const asked: { text: string; context: Context }[] = [];
  const desk = {
    ...story.desk,
    recorder: {
      ...story.record,
      decide: ((...args) => {
        order.push('transaction');
        return story.record.decide(...args);
      }) satisfies typeof story.record.decide,
    },
    understand: (_: string, context: Context) => (typeof read === 'function' ? read(context) : read),
    advisor: {
      advise: (words: string, context: Context) => {
        order.push('advice');
        asked.push({ text: words, context });
        return Promise.resolve(advice);
      },
    },
  };
  const { id } = await story.record.keepMessage({
    chat: GROUP,
    messageId: 'm1',
    from: { id: 'wang', name: '王老师' },
    text,
    addressed: false,
    mentions: [],
    quote: null,
    attachments: [],
    arrivedAt: NOW,
  });
  await handleMessage(id, desk);
  return { order, asked, tickets: [...story.record.tickets.values()] };
};

describe('a message that the rules are unsure of', () => {
  it('is put to the advisor before the transaction, and its answer counts in it', async () => {
    const { order, asked, tickets } = await tell(ADVICE, MUMBLED);
    expect(order).toEqual(['advice', 'transaction']);
    expect(asked).toMatchObject([{ text: '那个又不行了', context: { role: 'reporter' } }]);
    expect(tickets).toMatchObject([{ level: 2, category: 'wireless', fault: '那个又不行了' }]);
  });

  it('is read by the rules alone where no advice comes', async () => {
    const { order, tickets } = await tell(null, MUMBLED);
    expect(order).toEqual(['advice', 'transaction']);
    expect(tickets).toEqual([]);
  });

  it('is read by the rules alone where its context makes them sure', async () => {
    let reading = 0;
    const surer = (): Facts => ({ ...MUMBLED, confidence: (reading += 1) === 1 ? 0.5 : 0.9 });
    expect((await tell(ADVICE, surer)).tickets).toEqual([]);
  });

  it('keeps its level where advice would lower it', async () => {
    const report = reportOf([faultOf({ severity: 1 })], { confidence: 0.55 });
    const { tickets } = await tell({ ...ADVICE, fault: { severity: 3, category: 'campus' } }, report);
    expect(tickets).toMatchObject([{ level: 1 }]);
  });
});

describe('nobody is asked', () => {
  it.each([
    ['where the rules are sure', { ...MUMBLED, confidence: 0.6 }, '那个又不行了'],
    ['about a command', { ...MUMBLED, command: 'help' as const }, '帮助'],
    ['about a bare picture', MUMBLED, ' '],
  ])('%s', async (_, facts, text) => {
    expect((await tell(ADVICE, facts, text)).order).toEqual(['transaction']);
  });
});
