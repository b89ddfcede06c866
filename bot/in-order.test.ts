import { describe, expect, it } from 'vitest';
import { createInOrder } from './in-order.js';

/** A task that ends when it is told to. */
const gate = (): { readonly task: () => Promise<void>; open(): void; fail(): void; readonly begun: () => boolean } => {
  let begun = false;
  let resolve: () => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return {
    task: () => {
      begun = true;
      return promise;
    },
    open: () => resolve(),
    fail: () => reject(new Error('broken')),
    begun: () => begun,
  };
};

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('tasks in order', () => {
  it('of one key run one after another, as they came', async () => {
    const order = createInOrder();
    const done: number[] = [];
    const [slow, quick] = [gate(), gate()];
    const first = order.run('g', slow.task).then(() => done.push(1));
    const second = order.run('g', quick.task).then(() => done.push(2));
    quick.open();
    await turn();
    expect([quick.begun(), done]).toEqual([false, []]);
    slow.open();
    await Promise.all([first, second]);
    expect(done).toEqual([1, 2]);
  });

  it('of different keys run side by side', async () => {
    const order = createInOrder();
    const slow = gate();
    const waiting = order.run('a', slow.task);
    expect(await order.run('b', () => Promise.resolve('done'))).toBe('done');
    slow.open();
    await waiting;
  });

  it('go on after one that failed, which tells its own caller', async () => {
    const order = createInOrder();
    const broken = gate();
    const first = order.run('g', broken.task);
    const second = order.run('g', () => Promise.resolve('next'));
    broken.fail();
    await expect(first).rejects.toThrow('broken');
    expect(await second).toBe('next');
  });

  it('may throw at once', async () => {
    const order = createInOrder();
    const thrown = order.run('g', () => {
      throw new Error('at once');
    });
    await expect(thrown).rejects.toThrow('at once');
    await order.idle();
  });

  it('are all done when it is idle, those too that came while it waited', async () => {
    const order = createInOrder();
    const done: string[] = [];
    const slow = gate();
    void order.run('g', slow.task).then(() => {
      void order.run('h', async () => {
        await turn();
        done.push('later');
      });
    });
    const idle = order.idle().then(() => done.push('idle'));
    slow.open();
    await idle;
    expect(done).toEqual(['later', 'idle']);
  });

  it('is idle at once with nothing to do', async () => {
    await createInOrder().idle();
  });
});
