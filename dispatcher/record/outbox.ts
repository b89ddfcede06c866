import { In, MoreThan } from 'typeorm';
import type { ChannelId } from '../../bot/gateway.js';
import { OutboxTable } from '../../entities/outbox.js';
import type { Outbox } from '../ports.js';
import { claimOnce, type Claim } from './claim.js';
import { fit } from './fit.js';
import { createLockables } from './locks.js';
import { settleOnce, type Booked } from './settle.js';
import { staleOf } from './stale.js';
import type { Tools } from './tools.js';

/** The Outbox on a database. */
export function createOutbox(tools: Tools): Outbox {
  const { database, clock } = tools;
  const lockables = createLockables(database);
  return {
    lanes: async (channels) => {
      if (channels.length === 0) return [];
      const rows = await database.steady((manager) =>
        manager
          .createQueryBuilder(OutboxTable, 'outbox')
          .select('outbox.lane', 'lane')
          .where('outbox.channel IN (:...channels)', { channels })
          .andWhere(
            `((outbox.state = 'due' AND outbox.notBefore <= :now) OR (outbox.state = 'sending' AND outbox.claimedUntil <= :now))`,
            { now: clock.now() },
          )
          .groupBy('outbox.lane')
          .orderBy('MIN(outbox.seq)')
          .getRawMany<{ lane: string }>(),
      );
      return rows.map(({ lane }) => lane);
    },
    next: async (channels) => {
      if (channels.length === 0) return null;
      const [first] = await database.steady((manager) =>
        manager.find(OutboxTable, {
          select: { seq: true, notBefore: true },
          where: { channel: In([...channels] as ChannelId[]), state: 'due', notBefore: MoreThan(clock.now()) },
          order: { notBefore: 'ASC' },
          take: 1,
        }),
      );
      return first?.notBefore ?? null;
    },
    claim: async (lane, budget, holder, ms) => {
      await lockables.lane(lane);
      const request = { lane: fit(lane), budget, holder: fit(holder), ms };
      return database.transact<Claim>((manager, before) => claimOnce(manager, tools, request, before));
    },
    stale: (message) => staleOf(tools, message),
    settle: (message, outcome) =>
      database.transact<Booked>((manager, before) => settleOnce(manager, tools, message, outcome, before)),
  };
}
