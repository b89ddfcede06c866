import { describe, expect, it } from 'vitest';
import type { WaitingLane } from '../ports.js';
import { HOUSE } from '../testing/house.js';
import { INLINE } from '../testing/story.js';
import { GROUP } from '../testing/tickets.js';
import { at } from '../testing/time.js';
import { laneLines } from './lanes.js';

const now = at('2026-11-23 10:42');
const stage = { now, house: HOUSE, mentions: INLINE };
const lane = (change: Partial<WaitingLane>): WaitingLane => ({
  chat: { ...GROUP, channel: 'wecom' },
  second: false,
  classes: [
    { class: 'ping', count: 2 },
    { class: 'receipt', count: 3 },
  ],
  since: now - 30_000,
  sending: false,
  slowed: null,
  budgetFrom: null,
  heldUntil: null,
  ...change,
});

describe('what waits in the lanes', () => {
  it('is told by chat and class, with since when', () => {
    expect(laneLines([], stage)).toEqual(['没有等待发出的消息']);
    expect(laneLines([lane({ sending: true })], stage)).toEqual([
      '等待发出：5 条',
      '· 企业微信群：5 条（派单提醒 2 · 回执 3），最早 10:41:30；正在发',
    ]);
    const direct = lane({ chat: { channel: 'wecom', kind: 'direct', id: 'zhaogaobin' } });
    expect(laneLines([direct, lane({ second: true })], stage).slice(1)).toEqual([
      expect.stringContaining('企业微信私聊赵高斌：5 条') as string,
      expect.stringContaining('企业微信群（提醒机器人）') as string,
    ]);
  });

  it.each([
    [
      { slowed: { until: now + 60_000, reason: 'wecom 45009: over the call frequency' } },
      '平台限速（45009），10:43:00 起再发',
    ],
    [{ slowed: { until: now + 7_000, reason: 'too many requests' } }, '平台限速，10:42:07 起再发'],
    [
      { slowed: { until: now + 60_000, reason: 'the token is refused (401)' } },
      '平台不接受，请查配置，10:43:00 起再发',
    ],
    [{ slowed: { until: now + 60_000, reason: 'x' } }, '平台暂时不收，10:43:00 起再发'],
    [{ budgetFrom: now + 20_000 }, '这段时间的条数已用完，10:42:20 发下一条'],
    [{ heldUntil: now + 45_000 }, '攒到 10:42:45 一起发'],
  ])('says why the next does not go now: %o', (change, words) => {
    expect(laneLines([lane(change)], stage)[1]).toContain(`；${words}`);
  });
});
