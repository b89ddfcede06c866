import type { ChannelId } from '../bot/gateway.js';
import type { Clock, Logger, Settled } from '../dispatcher/ports.js';
import type { Instant } from '../dispatcher/model.js';
import type { Queues } from './queues.js';

/** Rings the queue after a commit. */
export type Relay = {
  /** After a decision: its lanes now, its next timer when due. Never rejects: what cannot be rung is swept. */
  after(settled: Settled): Promise<void>;
  /** A lane again, at `until`. */
  lane(lane: string, until: Instant): Promise<void>;
};

const CHANNELS: readonly ChannelId[] = ['wecom', 'telegram', 'playground'];

/** The channel a lane belongs to; null for a lane of an unknown channel. */
export const channelOf = (lane: string): ChannelId | null => CHANNELS.find((c) => lane.startsWith(`${c}:`)) ?? null;

/** The database has it already; the queue only makes it quick. */
export const createRelay = (queues: Queues, clock: Clock, log: Logger): Relay => {
  let marks = 0;
  const ringLane = async (lane: string, until: Instant): Promise<void> => {
    const channel = channelOf(lane);
    if (channel === null) return;
    const now = clock.now();
    // A ring for now is always a new one; a ring for later is one for its moment, however often it is asked for.
    marks = (marks + 1) % 1_000;
    const mark = until <= now ? now * 1_000 + marks : until;
    await queues.ring('deliver', { channel, lane, mark }, until - now);
  };
  const quietly = async (work: Promise<unknown>): Promise<void> => {
    await work.catch(() => log.warn({ code: 'RING_FAILED' }, 'the queue could not be rung; the sweep will see to it'));
  };
  return {
    after: async (settled) => {
      if (settled.kind !== 'done') return;
      const { lanes, nextTimer } = settled;
      await quietly(
        Promise.all([
          ...lanes.map((lane) => ringLane(lane, 0)),
          ...(nextTimer === null ? [] : [queues.ring('wake', { due: nextTimer }, nextTimer - clock.now())]),
        ]),
      );
    },
    lane: (lane, until) => quietly(ringLane(lane, until)),
  };
};
