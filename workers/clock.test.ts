import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createKeptClock, createMovableClock, createStandingClock, systemClock } from './clock.js';

const START = 1_800_000_000_000;
let dir = '';
beforeEach(() => {
  vi.useFakeTimers({ now: START });
  dir = mkdtempSync(join(tmpdir(), 'tongzhou-clock-'));
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(dir, { recursive: true, force: true });
});

describe('clocks', () => {
  it('the system’s is the machine’s', () => {
    expect(systemClock.now()).toBe(START);
  });

  it('one that stands moves only by hand, and never back', () => {
    const clock = createStandingClock(5);
    clock.moveTo(9);
    clock.moveTo(7);
    expect(clock.now()).toBe(9);
  });

  it('one that can be moved runs on from where it was put, and never back', () => {
    const clock = createMovableClock();
    clock.moveTo(START + 1_000);
    vi.setSystemTime(START + 50);
    expect(clock.now()).toBe(START + 1_050);
    clock.moveTo(START);
    expect(clock.now()).toBe(START + 1_050);
  });

  it('is as far ahead after a restart as before', () => {
    const path = join(dir, 'clock.json');
    createKeptClock(path).moveTo(START + 60_000);
    expect(readFileSync(path, 'utf8')).toBe('60000');
    vi.setSystemTime(START + 10);
    expect(createKeptClock(path).now()).toBe(START + 60_010);
  });

  it.each(['', 'x', '-5', '"60000"', 'null'])('takes a file of %j for none', (text) => {
    const path = join(dir, 'clock.json');
    writeFileSync(path, text);
    expect(createKeptClock(path).now()).toBe(START);
  });
});
