/** What waits to be said, lane by lane, for 「播报」: read without locks, without any words of a message. */
import { In, type EntityManager } from 'typeorm';
import type { Budget } from '../../bot/gateway.js';
import { LaneTable, OutboxTable, type OutboxRow } from '../../entities/outbox.js';
import type { Instant, SayClass } from '../model.js';
import type { WaitingLane } from '../ports.js';
import { budgetFree } from './budget.js';
import type { Crypt } from './crypt.js';

type Row = Pick<OutboxRow, 'lane' | 'channel' | 'chatKind' | 'chatId' | 'class' | 'state' | 'notBefore' | 'createdAt'>;

const ORDER: readonly SayClass[] = ['urgent-ping', 'ping', 'receipt', 'reminder', 'info'];

const laneOf = async (
  manager: EntityManager,
  lane: string,
  rows: readonly Row[],
  first: Row,
  budget: Budget | null,
  now: Instant,
  crypt: Crypt,
): Promise<WaitingLane> => {
  const row = await manager.findOneBy(LaneTable, { name: lane });
  const until = row?.blockedUntil ?? 0;
  const reason = row?.blockedReason ?? null;
  const due = rows.filter(({ state }) => state === 'due');
  const held = due.length === 0 ? null : Math.min(...due.map(({ notBefore }) => notBefore));
  return {
    chat: { channel: first.channel, kind: first.chatKind, id: first.chatId },
    second: lane.endsWith(':mention'),
    classes: ORDER.map((name) => ({ class: name, count: rows.filter((r) => r.class === name).length })).filter(
      ({ count }) => count > 0,
    ),
    since: Math.min(...rows.map(({ createdAt }) => createdAt)),
    sending: rows.length > due.length,
    slowed: until > now ? { until, reason: reason === null ? '' : crypt.openWords(reason) } : null,
    budgetFrom: budget === null ? null : await budgetFree(manager, lane, budget, now),
    heldUntil: held !== null && held > now ? held : null,
  };
};

/** Lanes in which something waits or is under way, those with the oldest words first. budgetOf: what a lane may carry; null: not known. */
export async function waitingLanes(
  manager: EntityManager,
  budgetOf: (lane: string) => Budget | null,
  now: Instant,
  crypt: Crypt,
): Promise<readonly WaitingLane[]> {
  const rows: readonly Row[] = await manager.find(OutboxTable, {
    select: {
      seq: true,
      lane: true,
      channel: true,
      chatKind: true,
      chatId: true,
      class: true,
      state: true,
      notBefore: true,
      createdAt: true,
    },
    where: { state: In(['due', 'sending']) },
    order: { seq: 'ASC' },
  });
  const lanes: WaitingLane[] = [];
  for (const lane of new Set(rows.map((row) => row.lane))) {
    const own = rows.filter((row) => row.lane === lane);
    const [first] = own;
    if (first !== undefined) lanes.push(await laneOf(manager, lane, own, first, budgetOf(lane), now, crypt));
  }
  return lanes;
}
