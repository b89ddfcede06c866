import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, clockOf } from './decide/time.js';
import { handleDigest, handleTimer } from './handle-timer.js';
import { factsOf, faultOf, reportOf } from './testing/facts.js';
import { ZHANGJIAWAN } from './testing/house.js';
import { placeOf, wordsOf } from './testing/plain.js';
import type { Uttered } from './testing/recorder.js';
import { createStory, type Story } from './testing/story.js';

const NO = 'TZ-20261123-0001';
/** `TIME PLACE KIND` of what was said. */
const told = (said: readonly Uttered[]): readonly string[] =>
  said.map((u) => `${clockOf(u.at)} ${placeOf(u.said)} ${u.said.kind}`);

const reported = async (severity: 1 | 2 | 3 = 2): Promise<Story> => {
  const story = createStory();
  const facts = reportOf([faultOf({ severity })], { unit: ZHANGJIAWAN, units: [ZHANGJIAWAN], phone: '13800138001' });
  await story.hear('wang', '三楼断网', facts);
  return story;
};

describe('when nobody answers', () => {
  it('the ladder climbs: reminded, called again, the next, and those further up', async () => {
    const story = await reported();
    expect(told(await story.wait(41 * MINUTE))).toEqual([
      '10:59 group reminder',
      '11:02 group dispatch',
      '11:02 direct:zhaogaobin brief',
      '11:07 group dispatch',
      '11:07 direct:dongyayang brief',
      '11:07 direct:zhangbingbing alarm',
      '11:19 group reminder',
      '11:22 group dispatch',
      '11:22 direct:dongyayang brief',
      '11:27 group dispatch',
      '11:27 direct:caoyunwu brief',
      '11:27 direct:zhangbingbing alarm',
      '11:27 direct:wangxiubao alarm',
    ]);
  });

  it('goes on for ever: after everybody was asked it begins anew', async () => {
    const story = await reported();
    await story.wait(6 * HOUR);
    expect(story.record.tickets.get(NO)?.round).toBeGreaterThan(8);
    expect(story.record.waiting(NO).length).toBeGreaterThan(0);
  });

  it('stops the moment somebody accepts', async () => {
    const story = await reported();
    await story.wait(12 * MINUTE);
    await story.hear('zhaogaobin', '接单', factsOf('accept'));
    expect(await story.wait(70 * MINUTE)).toEqual([]);
    expect(story.record.waiting(NO).some((key) => key.startsWith('accept'))).toBe(false);
  });
});

describe('when the work takes long', () => {
  it('warns, tells the lead, then the manager', async () => {
    const story = await reported();
    await story.hear('zhaogaobin', '接单', factsOf('accept'));
    await story.hear('zhaogaobin', '在路上', factsOf('progress', { words: '在路上' }));
    expect(told(await story.wait(3 * HOUR))).toEqual([
      '12:17 direct:zhaogaobin reminder',
      '12:47 group breach',
      '13:17 direct:wangxiubao alarm',
    ]);
  });

  it('moves the deadlines on by a pause, and is silent meanwhile', async () => {
    const story = await reported();
    await story.hear('zhaogaobin', '接单', factsOf('accept'));
    await story.wait(HOUR);
    await story.hear('zhaogaobin', '等学校开门', factsOf('suspend', { words: '等学校开门' }));
    expect(await story.wait(5 * HOUR)).toEqual([]);
    await story.hear('zhaogaobin', '继续', factsOf('resume'));
    expect(told(await story.wait(HOUR))).toEqual(['17:17 direct:zhaogaobin reminder', '17:47 group breach']);
  });

  it('asks about a pause every day', async () => {
    const story = await reported();
    await story.hear('zhaogaobin', '等备件', factsOf('suspend', { words: '等备件' }));
    expect(told(await story.wait(2 * DAY + HOUR))).toEqual([
      '10:47 direct:zhaogaobin suspend-check',
      '10:47 direct:zhangbingbing alarm',
      '10:47 direct:zhaogaobin suspend-check',
      '10:47 direct:zhangbingbing alarm',
    ]);
  });

  it('asks for a word on level 1 every quarter of an hour since the last one', async () => {
    const story = await reported(1);
    await story.hear('zhaogaobin', '到场', factsOf('arrive'));
    await story.wait(10 * MINUTE);
    await story.hear('zhaogaobin', '正在换', factsOf('progress', { words: '正在换' }));
    expect(told(await story.wait(31 * MINUTE))).toEqual([
      '11:12 direct:zhaogaobin beat',
      '11:27 direct:zhaogaobin beat',
    ]);
  });

  it('is told once a day when it is long overdue', async () => {
    const story = await reported();
    await story.hear('zhaogaobin', '到场', factsOf('arrive'));
    const said = await story.wait(3 * DAY);
    expect(told(said).filter((line) => line.includes('wangxiubao'))).toEqual([
      '19:17 direct:wangxiubao alarm',
      '19:17 direct:wangxiubao alarm',
      '19:17 direct:wangxiubao alarm',
    ]);
  });
});

describe('a timer', () => {
  it('speaks once, and not at all when its reason is gone', async () => {
    const story = await reported();
    const first = story.record.nextTimer();
    await story.wait(12 * MINUTE);
    expect(await handleTimer(first?.id ?? '', story.desk)).toEqual({ kind: 'again' });
    const next = story.record.nextTimer();
    await story.hear('zhaogaobin', '接单', factsOf('accept'));
    expect(await handleTimer(next?.id ?? '', story.desk)).toEqual({ kind: 'gone' });
    expect(await handleTimer('nobody’s', story.desk)).toEqual({ kind: 'gone' });
  });

  it('closes what nobody spoke of for two days', async () => {
    const story = await reported();
    await story.hear('zhaogaobin', '办结', factsOf('resolve', { words: '换了' }));
    expect(await story.wait(48 * HOUR)).toEqual([]);
    expect(story.record.tickets.get(NO)).toMatchObject({ state: 'closed', rating: null });
  });
});

describe('the digest', () => {
  it('goes to the manager once, whoever rings', async () => {
    const story = await reported();
    await handleDigest('digest:2026-11-23', story.desk);
    expect(await handleDigest('digest:2026-11-23', story.desk)).toEqual({ kind: 'again' });
    const digests = story.record.uttered.filter((u) => u.said.kind === 'digest');
    expect(digests.map((u) => placeOf(u.said))).toEqual(['direct:wangxiubao']);
    expect(digests.map((u) => wordsOf(u.said)).join()).toContain('新增 1 · 办结 0 · 未完 1');
  });
});
