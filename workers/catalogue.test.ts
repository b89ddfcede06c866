import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOGUE, deliverQueue, type JobName } from './catalogue.js';

const NAMES = Object.keys(CATALOGUE) as readonly JobName[];
/** What BullMQ takes as a job's id: no `:`, and no bare integer. */
const isId = (id: string): boolean => /^[^:]+$/.test(id) && !/^\d+$/.test(id);

describe('every job', () => {
  it.each(NAMES)('%s has attempts, a backoff and a timeout', (name) => {
    const { attempts, backoffMs, timeoutMs } = CATALOGUE[name];
    for (const n of [attempts, backoffMs, timeoutMs]) expect(n).toBeGreaterThan(0);
  });

  it('has an id that the queue takes, whatever its lane or turn is called', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), (text, n) => {
        expect(isId(CATALOGUE.deliver.id({ channel: 'wecom', lane: text, mark: n }))).toBe(true);
        expect(isId(CATALOGUE.wake.id({ due: n }))).toBe(true);
        expect(isId(CATALOGUE.turn.id({ id: text }))).toBe(true);
      }),
    );
  });

  it('is one job where it is the same, and another where it is not', () => {
    const ring = (lane: string, mark: number): string => CATALOGUE.deliver.id({ channel: 'wecom', lane, mark });
    expect(ring('wecom:g1', 1)).toBe(ring('wecom:g1', 1));
    expect(new Set([ring('wecom:g1', 1), ring('wecom:g1', 2), ring('wecom:g1:mention', 1)]).size).toBe(3);
    expect(CATALOGUE.turn.id({ id: 'digest:2026-11-23' })).toBe('turn-digest~2026-11-23');
  });

  it('goes to the queue that does it: sends to their channel’s, the rest to the clock’s', () => {
    expect(CATALOGUE.deliver.queue({ channel: 'telegram', lane: 'telegram:1', mark: 0 })).toBe(
      deliverQueue('telegram'),
    );
    expect(CATALOGUE.wake.queue({ due: 1 })).toBe('clock');
    expect(CATALOGUE.turn.queue({ id: 'x' })).toBe('clock');
  });

  it('carries ids and nothing else', () => {
    const { payload } = CATALOGUE.deliver;
    expect(payload.safeParse({ channel: 'wecom', lane: 'wecom:g1', mark: 1 }).success).toBe(true);
    expect(payload.safeParse({ channel: 'wecom', lane: 'wecom:g1', mark: 1, text: '断网' }).success).toBe(false);
    expect(payload.safeParse({ channel: 'fax', lane: 'x', mark: 1 }).success).toBe(false);
    expect(CATALOGUE.wake.payload.safeParse({ due: 1.5 }).success).toBe(false);
    expect(CATALOGUE.turn.payload.safeParse({ id: '' }).success).toBe(false);
  });
});
