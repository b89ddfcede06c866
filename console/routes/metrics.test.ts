import { expect, it } from 'vitest';
import type { ConsoleFigures } from '../deps.js';
import { fakeDeps } from '../testing/fake-deps.js';
import { metricsRoute } from './metrics.js';

const NOW = 1_000_000;
const FIGURES: ConsoleFigures = {
  messages: { kept: 12, handled: 9, waiting: 2, setAside: 1 },
  tickets: [
    { level: 1, state: 'offered', count: 3 },
    { level: 2, state: 'closed', count: 5 },
  ],
  outbox: { waiting: 4, unknown: 1, dead: 2, oldestWaiting: NOW - 90_000 },
  timers: { due: 7, latest: 2500 },
  queues: { deliver: { waiting: 6, failed: 1 } },
};
const { logger } = fakeDeps();

async function scrape(figures: () => Promise<ConsoleFigures>): Promise<string[]> {
  const answer = await metricsRoute({ figures, now: () => NOW, logger }).request('/metrics');
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  return (await answer.text()).split('\n');
}

it('tells every figure with its labels, ages in seconds', async () => {
  const lines = await scrape(() => Promise.resolve(FIGURES));
  for (const line of [
    'dispatch_figures_ok 1',
    'dispatch_messages{state="waiting"} 2',
    'dispatch_messages{state="setAside"} 1',
    'dispatch_tickets{level="1",state="offered"} 3',
    'dispatch_tickets{level="2",state="closed"} 5',
    'dispatch_outbox_messages{state="unknown"} 1',
    'dispatch_outbox_oldest_waiting_seconds 90',
    'dispatch_timers_due 7',
    'dispatch_timers_lateness_seconds 2.5',
    'dispatch_queue_jobs{queue="deliver",state="waiting"} 6',
  ]) {
    expect(lines).toContain(line);
  }
  expect(lines.some((line) => line.startsWith('process_resident_memory_bytes '))).toBe(true);
});

it('forgets what is no longer so', async () => {
  const scrapes = [FIGURES, { ...FIGURES, tickets: [], queues: {} }];
  const app = metricsRoute({ figures: () => Promise.resolve(scrapes.shift() ?? FIGURES), now: () => NOW, logger });
  expect(await (await app.request('/metrics')).text()).toContain('dispatch_tickets{');
  expect(await (await app.request('/metrics')).text()).not.toMatch(/dispatch_(tickets|queue_jobs)\{/);
});

it('still tells of the process where the figures cannot be read', async () => {
  const lines = await scrape(() => Promise.reject(new Error('no database')));
  expect(lines).toContain('dispatch_figures_ok 0');
  expect(lines.some((line) => line.startsWith('dispatch_messages{'))).toBe(false);
  expect(lines.some((line) => line.startsWith('process_resident_memory_bytes '))).toBe(true);
});
