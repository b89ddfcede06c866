import { describe, expect, it } from 'vitest';
import type { Outbound } from '../gateway.js';
import type { PlaygroundMessage, PlaygroundPost } from './message.js';
import { outboundDraft, postDraft, toInbound } from './translate.js';

const mine: PlaygroundMessage = { id: 'M1', n: 1, at: '', from: 'bot', text: 'TZ-20261122-0017', mentions: [] };
const theirs: PlaygroundMessage = { ...mine, id: 'M2', from: 'wang' };
const ports = {
  botName: '小通',
  names: (id: string) => `名-${id}`,
  resolveMention: (text: string) => (text.includes('@赵高斌') ? ['zhaogaobin', 'bot', 'zhaogaobin'] : []),
  find: (id: string) => [mine, theirs].find((message) => message.id === id) ?? null,
};
const post = (more: Partial<PlaygroundPost>): PlaygroundPost => ({
  from: 'wang',
  text: '断网',
  chat: 'group',
  ...more,
});
const inbound = (more: Partial<PlaygroundPost>) => toInbound(post(more), 'P1', 1_000, ports);

describe('toInbound', () => {
  it('is a message as of any platform', () => {
    expect(inbound({})).toEqual({
      chat: { channel: 'playground', kind: 'group', id: 'playground' },
      messageId: 'P1',
      from: { id: 'wang', name: '名-wang' },
      text: '断网',
      addressed: false,
      mentions: [],
      quote: null,
      attachments: [],
      arrivedAt: 1_000,
    });
  });

  it.each([
    ['@小通 断网', '断网', true],
    ['断网 @小通', '断网', true],
    ['＠小通断网', '断网', true],
    ['小通，断网', '小通，断网', true],
    ['问问小通', '问问小通', true],
    ['断网\n三楼 ', '断网\n三楼 ', false],
  ])('%j says %j', (text, said, addressed) => {
    expect(inbound({ text })).toMatchObject({ text: said, addressed });
  });

  it('is addressed in a direct chat, which has the name of its person', () => {
    expect(inbound({ chat: 'direct' })).toMatchObject({ addressed: true, chat: { kind: 'direct', id: 'wang' } });
  });

  it.each([
    ['M1', { messageId: 'M1', text: 'TZ-20261122-0017', fromBot: true }, true],
    ['M2', { messageId: 'M2', text: 'TZ-20261122-0017', fromBot: false }, false],
    ['M9', { messageId: 'M9', text: '', fromBot: null }, false],
  ])('replies to %s', (replyTo, quote, addressed) => {
    expect(inbound({ replyTo })).toMatchObject({ quote, addressed });
  });

  it('tells whom it mentions, once each and without the bot', () => {
    expect(inbound({ text: '@赵高斌 看看' })).toMatchObject({ mentions: ['zhaogaobin'], addressed: false });
  });
});

describe('what the page shows', () => {
  it('shows a post as it was typed', () => {
    expect(postDraft(post({ text: '@小通 @赵高斌 断网', replyTo: 'M1' }), 'P1', ports)).toEqual({
      id: 'P1',
      from: 'wang',
      text: '@小通 @赵高斌 断网',
      mentions: ['zhaogaobin'],
      replyTo: 'M1',
    });
    expect(postDraft(post({ chat: 'direct' }), 'P1', ports)).toMatchObject({ to: 'bot' });
  });

  it('shows what the bot says, with no more fields than it has', () => {
    const said: Outbound = {
      chat: { channel: 'playground', kind: 'direct', id: 'zhaogaobin' },
      spans: [{ mention: 'zhaogaobin', name: '赵高斌' }, ' 派单 ', { mention: 'zhaogaobin', name: '' }],
      buttons: [{ id: 'accept', label: '接单' }],
      replyTo: 'M2',
      ticket: 'TZ-20261122-0017',
    };
    expect(outboundDraft(said, 'P1')).toEqual({
      id: 'P1',
      from: 'bot',
      to: 'zhaogaobin',
      text: '@赵高斌 派单 @zhaogaobin',
      mentions: ['zhaogaobin'],
      buttons: [{ id: 'accept', label: '接单' }],
      replyTo: 'M2',
      ticket: 'TZ-20261122-0017',
    });
    const bare = {
      ...said,
      chat: { ...said.chat, kind: 'group' as const },
      spans: ['x'],
      buttons: [],
      replyTo: null,
      ticket: null,
    };
    expect(outboundDraft(bare, 'P1')).toEqual({ id: 'P1', from: 'bot', text: 'x', mentions: [] });
  });
});
