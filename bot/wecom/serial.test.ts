import { describe, expect, it } from 'vitest';
import { createSerial } from './serial.js';

/** A job that ends when the test says so. */
function job(log: string[], name: string) {
  let end: (how: 'well' | 'badly') => void = () => undefined;
  const run = (): Promise<string> => {
    log.push(`${name} begins`);
    return new Promise((resolve, reject) => {
      end = (how) => (how === 'well' ? resolve(name) : reject(new Error(name)));
    });
  };
  return { run, end: (how: 'well' | 'badly') => end(how) };
}
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('createSerial', () => {
  it('runs one job of a key after the other, also after a failure, and keys beside each other', async () => {
    const serial = createSerial();
    const log: string[] = [];
    const [a1, a2, b1] = [job(log, 'a1'), job(log, 'a2'), job(log, 'b1')];
    const results = [serial.run('a', a1.run), serial.run('a', a2.run), serial.run('b', b1.run)];
    const settled = Promise.allSettled(results);
    await turn();
    expect(log).toEqual(['a1 begins', 'b1 begins']);
    a1.end('badly');
    await turn();
    expect(log).toEqual(['a1 begins', 'b1 begins', 'a2 begins']);
    a2.end('well');
    b1.end('well');
    expect((await settled).map((one) => one.status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  });

  it('is idle when the last job has ended, those begun meanwhile included', async () => {
    const serial = createSerial();
    const log: string[] = [];
    const [first, second] = [job(log, 'first'), job(log, 'second')];
    void serial.run('a', first.run).then(() => serial.run('b', second.run));
    let idle = false;
    const waiting = serial.idle(60_000).then(() => (idle = true));
    await turn();
    first.end('well');
    await turn();
    expect(idle).toBe(false);
    second.end('well');
    await waiting;
    expect(idle).toBe(true);
  });

  it('does not wait beyond the limit', async () => {
    const serial = createSerial();
    void serial.run('a', () => new Promise(() => undefined));
    await serial.idle(1);
  });
});
