import { In, type EntityManager } from 'typeorm';
import type { SendOutcome } from '../../bot/gateway.js';
import { LaneTable, OutboxTable, type OutboxRow } from '../../entities/outbox.js';
import type { Instant } from '../model.js';
import type { Claimed } from '../ports.js';
import type { Before } from './database.js';
import { fit } from './fit.js';
import { lockRow } from './locks.js';
import { afterOutcome, backoff, type Change } from './outcome.js';
import { update } from './rows.js';
import type { Tools } from './tools.js';

export type Booked = { readonly next: Instant | null };

/** States in which the outcome of this very attempt still counts: a late «sent» stops the sending again of what had run out. */
const countsIn = (outcome: SendOutcome): OutboxRow['state'][] =>
  outcome.kind === 'sent' ? ['sending', 'due', 'unknown'] : ['sending'];

const tell = ({ logger }: Tools, message: Claimed, outcome: SendOutcome, { state }: Change): void => {
  const fields = { message: message.id, lane: message.lane, attempts: message.attempts, outcome: outcome.kind, state };
  if (state === 'dead' || state === 'unknown') logger.error(fields, 'a message was given up');
  else if (outcome.kind === 'sent') logger.debug(fields, 'sent');
  else logger.warn(fields, 'a message is sent again');
};

const block = async (
  manager: EntityManager,
  tools: Tools,
  message: Claimed,
  outcome: Extract<SendOutcome, { kind: 'retry' }>,
  now: Instant,
): Promise<Instant> => {
  const blockedUntil = now + (outcome.afterMs ?? backoff(message.attempts));
  const blockedReason = tools.crypt.sealWords(outcome.reason);
  await update(manager, LaneTable, { name: message.lane }, { blockedUntil, blockedReason });
  return blockedUntil;
};

/**
 * Books what became of a claimed message, in a transaction; the lane's row is locked first, as claims do. `next`: when it may be
 * tried again, null where it is settled for good or is somebody else's by now (the claim ran out and was taken over).
 */
export async function settleOnce(
  manager: EntityManager,
  tools: Tools,
  message: Claimed,
  outcome: SendOutcome,
  before: Before<Booked>,
): Promise<Booked> {
  await lockRow(manager, LaneTable, { name: message.lane });
  const now = tools.clock.now();
  const { id, attempts } = message;
  const mine = { id, attempts, state: In(countsIn(outcome)) };
  const row = await manager.findOneBy(OutboxTable, mine);
  if (row === null) {
    if (before === null)
      tools.logger.warn({ message: id, attempts, outcome: outcome.kind }, 'an outcome came too late');
    return before?.result ?? { next: null };
  }
  const change = afterOutcome(row, outcome, now);
  const platform = change.platformMessageId;
  await update(manager, OutboxTable, mine, {
    ...change,
    reason: change.reason === null ? null : tools.crypt.sealWords(change.reason),
    ...(platform === undefined || platform === null ? {} : { platformMessageId: fit(platform) }),
  });
  tell(tools, message, outcome, change);
  const blocked = outcome.kind === 'retry' && outcome.slow ? await block(manager, tools, message, outcome, now) : null;
  return { next: blocked ?? (change.state === 'due' ? (change.notBefore ?? null) : null) };
}
