import { describe, expect, test } from 'vitest';
import { afterOutcome, backoff, type Tried } from './outcome.js';

const NOW = 100 * 3_600_000;
const DAY = 24 * 3_600_000;
const row = (change: Partial<Tried> = {}): Tried => ({ attempts: 1, triedAt: NOW, repeat: 'never', ...change });
const retry = (afterMs: number | null) => ({ kind: 'retry', reason: '429', afterMs, slow: false }) as const;
const unknown = { kind: 'unknown', reason: 'no ack' } as const;

describe('what becomes of a message', () => {
  test('sent', () => {
    expect(afterOutcome(row(), { kind: 'sent', messageId: 'm' }, NOW)).toEqual({
      state: 'sent',
      reason: null,
      sentAt: NOW,
      platformMessageId: 'm',
    });
  });

  test('dead', () => {
    expect(afterOutcome(row(), { kind: 'dead', reason: 'no such chat' }, NOW)).toEqual({
      state: 'dead',
      reason: 'no such chat',
    });
  });

  test('to be tried again: when the platform says, else with doubling pauses up to five minutes', () => {
    expect(afterOutcome(row(), retry(7_000), NOW)).toEqual({ state: 'due', reason: '429', notBefore: NOW + 7_000 });
    const pauses = [1, 2, 3, 8, 9, 1_000].map(
      (attempts) => afterOutcome(row({ attempts }), retry(null), NOW).notBefore,
    );
    expect(pauses.map((at) => (at ?? 0) - NOW)).toEqual([2_000, 4_000, 8_000, 256_000, 300_000, 300_000]);
    expect(backoff(0)).toBe(2_000);
  });

  test('given up after a day of trying, not before', () => {
    expect(afterOutcome(row({ triedAt: NOW - DAY + 1 }), retry(null), NOW).state).toBe('due');
    const late = afterOutcome(row({ triedAt: NOW - DAY }), retry(null), NOW);
    expect(late).toEqual({ state: 'dead', reason: 'given up after a day: 429' });
    expect(afterOutcome(row({ triedAt: NOW - DAY, repeat: 'again' }), unknown, NOW).state).toBe('dead');
  });

  test('unknown: sent again and saying so, or left', () => {
    expect(afterOutcome(row({ repeat: 'again' }), unknown, NOW)).toEqual({
      state: 'due',
      reason: 'no ack',
      notBefore: NOW + 2_000,
      again: true,
    });
    expect(afterOutcome(row(), unknown, NOW)).toEqual({ state: 'unknown', reason: 'no ack' });
  });
});
