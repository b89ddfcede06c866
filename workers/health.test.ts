import { describe, expect, it } from 'vitest';
import type { Gateway, GatewayStatus } from '../bot/gateway.js';
import type { Timers, Views } from '../dispatcher/ports.js';
import { healthOf } from './health.js';
import type { Queues } from './queues.js';

const NOW = 1_000_000;
const up: GatewayStatus = { kind: 'up', since: 0, lastHeardAt: null };
const down: GatewayStatus = {
  kind: 'down',
  since: 0,
  reason: 'the secret is refused: check WECOM_BOT_SECRET',
  retrying: true,
};

const health = (parts: {
  readonly database?: boolean;
  readonly queue?: boolean;
  readonly due?: number;
  readonly status?: GatewayStatus;
  readonly held?: readonly string[];
}) => {
  const answer = (works = true): Promise<never> =>
    works ? Promise.resolve(undefined as never) : Promise.reject(new Error('away'));
  const views: Pick<Views, 'ping'> = { ping: () => answer(parts.database) };
  const queues: Pick<Queues, 'depth'> = { depth: () => answer(parts.queue) };
  const timers: Pick<Timers, 'due'> = {
    due: () => Promise.resolve(parts.due === undefined ? [] : [{ id: 't', due: parts.due }]),
  };
  const gateway: Pick<Gateway, 'channel' | 'status'> = { channel: 'wecom', status: () => parts.status ?? up };
  return healthOf({
    views: views as Views,
    timers: timers as Timers,
    queues: queues as Queues,
    gateways: [gateway as Gateway],
    held: () => parts.held ?? ['wecom'],
    clock: { now: () => NOW },
  });
};

describe('the health of a process', () => {
  it('is ready when every part answers', async () => {
    expect(await health({})).toEqual({
      ready: true,
      problems: [],
      parts: { database: 'up', queue: 'up', timers: 'up', wecom: 'up' },
    });
  });

  it('is ready while another process holds the channel', async () => {
    expect(await health({ held: [], status: down })).toMatchObject({ ready: true, parts: { wecom: 'standby' } });
  });

  it.each([
    ['the database away', { database: false }, 'database', 'DATABASE_URL'],
    ['the queue away', { queue: false }, 'queue', 'REDIS_URL'],
    ['deadlines late', { due: NOW - 60_001 }, 'timers', '--role worker'],
    ['a channel down', { status: down }, 'wecom', 'WECOM_BOT_SECRET'],
  ] as const)('says what is wrong and what to do: %s', async (_, parts, part, cure) => {
    const found = await health(parts);
    expect(found.ready).toBe(false);
    expect(found.parts[part]).not.toBe('up');
    expect(found.problems.join()).toContain(cure);
  });

  it('takes a deadline of this minute for no lateness', async () => {
    expect((await health({ due: NOW - 60_000 })).ready).toBe(true);
  });
});
