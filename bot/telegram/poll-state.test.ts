import { describe, expect, it } from 'vitest';
import type { PollFailure } from './poll-failure.js';
import { createPollState } from './poll-state.js';

const failure = (code: PollFailure['code'], retrying = true): PollFailure => ({
  code,
  reason: code,
  retrying,
  waitMs: null,
});

function made() {
  let now = 1_000;
  const gaps: number[][] = [];
  const codes: unknown[] = [];
  const note = (fields: object): void => void codes.push((fields as { code: string }).code);
  const state = createPollState({
    clock: { now: () => now },
    logger: { debug: note, info: note, warn: note, error: note },
    replayMs: 100,
    missed: (from, to) => gaps.push([from, to]),
  });
  return { state, gaps, codes, at: (time: number) => void (now = time) };
}

describe('createPollState', () => {
  it('says since when it is up or down, whatever happens meanwhile', () => {
    const { state, at } = made();
    expect(state.status()).toEqual({ kind: 'down', since: 1_000, reason: 'not started', retrying: false });
    at(2_000);
    state.connecting();
    expect(state.status()).toEqual({ kind: 'down', since: 1_000, reason: 'connecting', retrying: true });
    state.up();
    at(3_000);
    state.up();
    state.heard();
    expect(state.status()).toEqual({ kind: 'up', since: 2_000, lastHeardAt: 3_000 });
    at(4_000);
    state.down(failure('NETWORK'));
    state.down(failure('REFUSED', false));
    expect(state.status()).toEqual({ kind: 'down', since: 4_000, reason: 'REFUSED', retrying: false });
  });

  it('logs changes, not repeats', () => {
    const { state, codes } = made();
    state.up();
    state.up();
    for (let i = 0; i < 3; i++) state.down(failure('NETWORK'));
    state.down(failure('SERVER'));
    state.up();
    expect(codes).toEqual(['TELEGRAM_UP', 'TELEGRAM_POLL_NETWORK', 'TELEGRAM_POLL_SERVER', 'TELEGRAM_UP']);
  });

  it('counts failures in a row', () => {
    const { state } = made();
    expect([state.down(failure('NETWORK')), state.down(failure('NETWORK'))]).toEqual([1, 2]);
    state.up();
    expect(state.down(failure('NETWORK'))).toBe(1);
  });

  it('tells of the time that the server forgot, and of no other', () => {
    const { state, gaps, at } = made();
    state.up();
    at(1_100);
    state.up();
    expect(gaps).toEqual([]);
    at(1_500);
    state.down(failure('NETWORK'));
    at(2_000);
    state.up();
    expect(gaps).toEqual([[1_100, 1_900]]);
  });

  it('stays contested until a poll is answered', () => {
    const { state } = made();
    state.down(failure('CONFLICT'));
    state.down(failure('NETWORK'));
    expect(state.contested).toBe(true);
    state.up();
    expect(state.contested).toBe(false);
  });
});
