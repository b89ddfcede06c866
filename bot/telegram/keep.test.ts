import { describe, expect, it } from 'vitest';
import { createKeeper } from './keep.js';

const timings = { backoffFirstMs: 0, backoffCapMs: 0, keepTries: 3 };
const batch = (...ids: number[]): readonly object[] => ids.map((update_id) => ({ update_id }));

/** A keeper whose handler rejects what `fails` says, with the ids it was handed and the codes it logged. */
function keeper(fails: (id: number, time: number) => boolean) {
  const handed: number[] = [];
  const codes: unknown[] = [];
  const stop = new AbortController();
  const note = (fields: object): void => void codes.push((fields as { code: string }).code);
  const logger = { debug: note, info: note, warn: note, error: note };
  const keep = (update: unknown): Promise<void> => {
    const id = (update as { update_id: number }).update_id;
    handed.push(id);
    return fails(id, handed.filter((one) => one === id).length) ? Promise.reject(new Error('x')) : Promise.resolve();
  };
  return { handed, codes, stop, ...createKeeper({ keep, logger, timings, stopping: stop.signal }) };
}

describe('createKeeper', () => {
  it('hands a batch over in the order of ids, repeats included', async () => {
    const { keepAll, handed } = keeper(() => false);
    expect(await keepAll(batch(12, 10, 11, 11))).toBe(12);
    expect(handed).toEqual([10, 11, 11, 12]);
  });

  it('hands a rejected update over until it is kept, and only then the next', async () => {
    const { keepAll, handed } = keeper((id, time) => id === 10 && time < 3);
    expect(await keepAll(batch(10, 11))).toBe(11);
    expect(handed).toEqual([10, 10, 10, 11]);
  });

  it('holds on to everything while nothing can be kept', async () => {
    const { keepAll, handed, stop } = keeper((id) => {
      if (handed.length > 40) stop.abort();
      return id > 0;
    });
    expect(await keepAll(batch(10, 11))).toBeNull();
    expect(handed.filter((id) => id === 10).length).toBeGreaterThan(10);
  });

  it('passes over an update that alone cannot be kept, and says so', async () => {
    const { keepAll, handed, codes } = keeper((id) => id === 10);
    expect(await keepAll(batch(10, 11, 12))).toBe(12);
    expect(handed).toEqual([10, 10, 10, 11, 12]);
    expect(codes.at(-1)).toBe('TELEGRAM_GIVEN_UP');
  });

  it('leaves the rest for another time when the gateway stops', async () => {
    const { keepAll, handed, stop } = keeper((id) => {
      if (id === 11) stop.abort();
      return false;
    });
    expect(await keepAll(batch(10, 11, 12))).toBe(11);
    expect(handed).toEqual([10, 11]);
  });

  it('drops what has no id', async () => {
    const { keepAll, codes } = keeper(() => false);
    expect(await keepAll([null, {}])).toBeNull();
    expect(codes).toEqual(['TELEGRAM_NO_ID', 'TELEGRAM_NO_ID']);
  });
});
