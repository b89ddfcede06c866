import { describe, expect, it } from 'vitest';
import type { LifeEnd } from './life.js';
import { defaultTimings as timings } from './options.js';
import { noTroubles, pace, type Pause } from './pace.js';

const lost: LifeEnd = { kind: 'lost' };
const kicked: LifeEnd = { kind: 'kicked' };
const refused: LifeEnd = { kind: 'refused', errcode: 853000 };

/** The pauses after one end after the other, each connection up for so long (ms; null: never). */
function pauses(ends: readonly (readonly [LifeEnd, number | null])[]): readonly Pause[] {
  let troubles = noTroubles;
  return ends.map(([end, upMs]) => {
    const next = pace(troubles, end, upMs, timings);
    troubles = next.troubles;
    return next;
  });
}
const delays = (ends: readonly (readonly [LifeEnd, number | null])[]): number[] =>
  pauses(ends).map((one) => one.delayMs);

describe('pace', () => {
  it('doubles after every loss, up to the cap', () => {
    const ends = Array.from({ length: 9 }, () => [lost, null] as const);
    expect(delays(ends)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  });

  it('begins anew after a connection that lasted, not after one that was dropped at once', () => {
    expect(
      delays([
        [lost, 10],
        [lost, 10],
        [lost, timings.stableMs],
        [lost, 10],
      ]),
    ).toEqual([1_000, 2_000, 1_000, 2_000]);
  });

  it.each<[LifeEnd['kind'], LifeEnd]>([
    ['mute', { kind: 'mute' }],
    ['deaf', { kind: 'deaf' }],
    ['dropped', { kind: 'dropped', why: 'not-subscribed' }],
    ['refused', { kind: 'refused', errcode: 45009 }],
  ])('%s counts as a loss', (_kind, end) => {
    expect(
      pauses([
        [lost, null],
        [end, null],
      ]).at(-1),
    ).toMatchObject({ delayMs: 2_000, retrying: true });
  });

  it('waits longer after every kick, and forgets them only after a long calm', () => {
    const ends = [
      [kicked, 30_000],
      [kicked, timings.stableMs],
      [kicked, timings.kickCalmMs],
      [kicked, 1],
    ] as const;
    expect(delays(ends)).toEqual([15_000, 30_000, 15_000, 30_000]);
    expect(delays(Array.from({ length: 12 }, () => [kicked, 1] as const)).at(-1)).toBe(timings.kickCapMs);
  });

  it('calls for a person after some refusals, and goes on seldom', () => {
    const got = pauses([
      [refused, null],
      [refused, null],
      [refused, null],
      [refused, null],
    ]);
    expect(got.map(({ retrying }) => retrying)).toEqual([true, true, false, false]);
    expect(got.map(({ delayMs }) => delayMs)).toEqual([1_000, 2_000, 300_000, 300_000]);
    expect(got[3]?.reason).toContain('WECOM_BOT_SECRET');
  });

  it('forgets refusals once it was let in', () => {
    const got = pauses([
      [refused, null],
      [refused, null],
      [lost, 5],
      [refused, null],
    ]);
    expect(got.at(-1)?.retrying).toBe(true);
  });

  it('counts a refusal without a code as one of the secret', () => {
    const unread: LifeEnd = { kind: 'refused', errcode: null };
    expect(
      pauses([
        [unread, null],
        [unread, null],
        [unread, null],
      ]).at(-1)?.retrying,
    ).toBe(false);
  });
});
