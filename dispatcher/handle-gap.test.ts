import { describe, expect, it } from 'vitest';
import { handleGap } from './handle-gap.js';
import { createStory } from './testing/story.js';

const MINUTE = 60_000;

describe('a channel that was deaf', () => {
  it('is owned to once in its group, with the time and what to do', async () => {
    const { desk, record } = createStory();
    const from = desk.clock.now() - 15 * MINUTE;
    const told = await handleGap('playground', from, desk.clock.now(), desk);
    const again = await handleGap('playground', from, desk.clock.now(), desk);
    expect([told?.kind, again?.kind]).toEqual(['done', 'again']);
    const words = record.uttered.map(({ said }) => said.outbound.spans.join(''));
    expect(words).toHaveLength(1);
    expect(words[0]).toMatch(/^\d\d:\d\d-\d\d:\d\d 我不在线，这段时间的报修请再 @我 说一次$/u);
  });

  it('is not news where it was short, or where no group is served', async () => {
    const { desk, record } = createStory();
    const now = desk.clock.now();
    expect(await handleGap('playground', now - 20_000, now, desk)).toBeNull();
    const groups = { ...desk.groups, playground: null };
    expect(await handleGap('playground', now - 15 * MINUTE, now, { ...desk, groups })).toBeNull();
    expect(record.uttered).toEqual([]);
  });
});
