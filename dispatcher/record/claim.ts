import { In, type EntityManager } from 'typeorm';
import type { Budget } from '../../bot/gateway.js';
import { StoreError } from '../../entities/fault.js';
import { AttemptTable, LaneTable, OutboxTable, type OutboxRow } from '../../entities/outbox.js';
import { TicketTable } from '../../entities/ticket.js';
import type { Instant, Millis, TicketId } from '../model.js';
import type { Claimed, Outbox, Wanted } from '../ports.js';
import type { Before } from './database.js';
import { budgetFree } from './budget.js';
import { lockRow } from './locks.js';
import { afterUnknown } from './outcome.js';
import { foldInto } from './fold.js';
import { turnOf, type Standing, type Waiting } from './queue-order.js';
import { insert, update } from './rows.js';
import type { Tools } from './tools.js';

export type Claim = Awaited<ReturnType<Outbox['claim']>>;

/** Who asks for what: `lane` as stored, `ms` how long the claim holds. */
export type Request = {
  readonly lane: string;
  readonly budget: Budget;
  readonly holder: string;
  readonly ms: Millis;
};

const parseWanted = (text: string | null): Wanted | null => (text === null ? null : (JSON.parse(text) as Wanted));

/** Everything that waits in a lane, without the words. */
const loadWaiting = async (manager: EntityManager, lane: string): Promise<Waiting[]> => {
  const rows = await manager.find(OutboxTable, {
    select: { seq: true, id: true, class: true, ticket: true, notBefore: true, wanted: true, foldKey: true },
    where: { lane, state: 'due' },
    order: { seq: 'ASC' },
  });
  return rows.map((row) => ({ ...row, wanted: parseWanted(row.wanted) }));
};

const loadStandings = async (
  manager: EntityManager,
  waiting: readonly Waiting[],
): Promise<ReadonlyMap<TicketId, Standing>> => {
  const ids = [...new Set(waiting.flatMap(({ wanted }) => (wanted === null ? [] : [wanted.ticket])))];
  if (ids.length === 0) return new Map();
  const rows = await manager.find(TicketTable, {
    select: { id: true, state: true, round: true },
    where: { id: In(ids) },
  });
  return new Map(rows.map((row) => [row.id, row]));
};

/** A claim whose time is up: its claimer died, and what it sent may have arrived. */
const expire = async (manager: EntityManager, { logger }: Tools, row: OutboxRow, now: Instant): Promise<void> => {
  const change = afterUnknown(row, 'the claimer did not tell what became of it', now);
  await update(manager, OutboxTable, { id: row.id, state: 'sending' }, change);
  logger.warn({ message: row.id, lane: row.lane, state: change.state }, 'a claim ran out');
};

const claimed = (row: OutboxRow, { crypt }: Tools): Claimed => ({
  id: row.id,
  lane: row.lane,
  outbound: crypt.open(row.outbound),
  attempts: row.attempts,
  again: row.again,
});

const take = async (
  manager: EntityManager,
  tools: Tools,
  { id, mates }: { readonly id: string; readonly mates: readonly string[] },
  request: Request,
  now: Instant,
): Promise<Claim> => {
  const row = await manager.findOneByOrFail(OutboxTable, { id });
  const outbound = await foldInto(manager, tools, row, mates);
  const change = {
    outbound,
    state: 'sending',
    attempts: row.attempts + 1,
    triedAt: row.triedAt ?? now,
    claimedBy: request.holder,
    claimedAt: now,
    claimedUntil: now + request.ms,
  } as const;
  if ((await update(manager, OutboxTable, { id, state: 'due' }, change)) !== 1) {
    throw new StoreError('CLAIM_LOST', `message ${id} was taken past the lock of its lane`, 'Report this: a defect.');
  }
  await insert(manager, AttemptTable, [{ message: id, n: change.attempts, lane: request.lane, at: now }]);
  return { kind: 'say', message: claimed({ ...row, ...change }, tools) };
};

/** The message under way in this lane: ours where the answer to our COMMIT was lost, else a reason to wait. */
const underWay = (row: OutboxRow, before: Before<Claim>): Claim => {
  const ours = before?.result.kind === 'say' ? before.result.message : null;
  if (ours !== null && ours.id === row.id && ours.attempts === row.attempts) return { kind: 'say', message: ours };
  return { kind: 'wait', until: row.claimedUntil ?? 0 };
};

/** One try of a claim, in its transaction. The lane's row is locked for all of it, so of many claimers one gets the message. */
export async function claimOnce(
  manager: EntityManager,
  tools: Tools,
  request: Request,
  before: Before<Claim>,
): Promise<Claim> {
  const { lane } = request;
  const blockedUntil = (await lockRow(manager, LaneTable, { name: lane })).blockedUntil ?? 0;
  const now = tools.clock.now();
  const [sending] = await manager.findBy(OutboxTable, { lane, state: 'sending' });
  if (sending !== undefined && (sending.claimedUntil ?? 0) > now) return underWay(sending, before);
  if (sending !== undefined) await expire(manager, tools, sending, now);
  if (blockedUntil > now) return { kind: 'wait', until: blockedUntil };
  const waiting = await loadWaiting(manager, lane);
  const { drop, next } = turnOf(waiting, await loadStandings(manager, waiting), now);
  for (const { id, reason } of drop) {
    await update(manager, OutboxTable, { id, state: 'due' }, { state: 'dropped', reason });
    tools.logger.info({ message: id, lane, reason }, 'not wanted any more');
  }
  if (next.kind !== 'say') return next;
  const free = await budgetFree(manager, lane, request.budget, now);
  return free === null ? take(manager, tools, next, request, now) : { kind: 'wait', until: free };
}
