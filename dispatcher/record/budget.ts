import type { EntityManager } from 'typeorm';
import type { Budget } from '../../bot/gateway.js';
import { AttemptTable } from '../../entities/outbox.js';
import type { Instant, Millis } from '../model.js';

const windowsOf = (budget: Budget): { size: Millis; limit: number }[] =>
  [
    { size: 1_000, limit: budget.perSecond },
    { size: 60_000, limit: budget.perMinute },
    { size: 3_600_000, limit: budget.perHour },
  ].flatMap(({ size, limit }) => (limit === null ? [] : [{ size, limit }]));

/**
 * When the lane may speak again, or null where it may now. Each window slides: of the claims within the last second, minute or
 * hour there may be `limit`; the next is free when the limit-th last of them leaves the window.
 */
export async function budgetFree(
  manager: EntityManager,
  lane: string,
  budget: Budget,
  now: Instant,
): Promise<Instant | null> {
  let free: Instant | null = null;
  for (const { size, limit } of windowsOf(budget)) {
    const [blocking] = await manager
      .createQueryBuilder(AttemptTable, 'attempt')
      .where('attempt.lane = :lane AND attempt.at > :from', { lane, from: now - size })
      .orderBy('attempt.at', 'DESC')
      .skip(Math.max(0, limit - 1))
      .take(1)
      .getMany();
    const until = limit <= 0 ? now + size : blocking === undefined ? null : blocking.at + size;
    if (until !== null) free = Math.max(free ?? 0, until);
  }
  return free;
}
