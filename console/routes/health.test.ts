import { expect, it } from 'vitest';
import type { Health } from '../deps.js';
import { fakeDeps } from '../testing/fake-deps.js';
import { healthRoutes } from './health.js';

const { logger } = fakeDeps();
const UP: Health = { ready: true, problems: [], parts: { database: 'up' } };
const DOWN: Health = { ready: false, problems: ['数据库连不上，请检查 DATABASE_URL'], parts: { database: 'down' } };

it('is healthy while it answers, whatever the parts do', async () => {
  const app = healthRoutes({ health: () => Promise.reject(new Error('down')), logger });
  expect((await app.request('/healthz')).status).toBe(200);
});

it.each([
  [200, UP],
  [503, DOWN],
])('answers %i with the parts and the problems', async (status, health) => {
  const answer = await healthRoutes({ health: () => Promise.resolve(health), logger }).request('/readyz');
  expect([answer.status, await answer.json()]).toEqual([status, health]);
});

it.each([
  ['fails', (): Promise<Health> => Promise.reject(new Error('postgres://user:secret@db'))],
  ['hangs', (): Promise<Health> => new Promise(() => undefined)],
])('is not ready where the check %s, and says what to do', async (_how, health) => {
  const answer = await healthRoutes({ health, logger }, 1).request('/readyz');
  const body = (await answer.json()) as Health;
  expect([answer.status, body.ready]).toEqual([503, false]);
  expect(body.problems[0]).toContain('npm run doctor');
  expect(JSON.stringify(body)).not.toContain('secret');
});
