import type { Budget, Gateway, Outbound, SendOutcome } from '../bot/gateway.js';
import type { Instant, Millis } from '../dispatcher/model.js';
import type { Claimed, Logger, Outbox } from '../dispatcher/ports.js';

/** What became of a lane: emptied, or more to say at `until`. */
export type LaneState = { readonly kind: 'empty' } | { readonly kind: 'wait'; readonly until: Instant };

export type Deliver = (lane: string) => Promise<LaneState>;

/** A claim outlives the slowest send (WeCom: 5 s for an ack, a few frames); after that the outcome counts as unknown. */
const CLAIM_MS: Millis = 60_000;

/** Words sent a second time after an unknown outcome say so (channels.md G.1). */
const marked = (message: Claimed): Outbound =>
  message.again ? { ...message.outbound, spans: ['（重发）', ...message.outbound.spans] } : message.outbound;

/** What a channel's lanes may carry: of each chat, and of the second robot that mentions, where there is one. */
export type LaneBudgets = { readonly chat: Budget; readonly mention: Budget | null };

const budgetOf = (budgets: LaneBudgets, lane: string): Budget =>
  lane.endsWith(':mention') ? (budgets.mention ?? budgets.chat) : budgets.chat;

/**
 * Empties a lane of one gateway: claim, send, book the outcome, again. One run a lane at a time in this process; the claim itself keeps
 * other processes out. Stops when the lane is empty, waits for its budget, or the channel fails.
 */
export const createDeliver = (
  gateway: Gateway,
  outbox: Outbox,
  budgets: LaneBudgets,
  holder: string,
  log: Logger,
): Deliver => {
  const running = new Map<string, { again: boolean; done: Promise<LaneState> }>();

  const book = (message: Claimed, outcome: SendOutcome): Promise<{ readonly next: Instant | null }> => {
    const fields = { outbox: message.id, lane: message.lane, ticket: message.outbound.ticket, outcome: outcome.kind };
    if (outcome.kind === 'sent') log.debug(fields, 'sent');
    else log.warn({ ...fields, reason: outcome.reason }, 'a message was not surely delivered');
    return outbox.settle(message, outcome);
  };

  /** What was said makes buttons of earlier messages meaningless: they go where the channel can edit. Nothing waits for this to succeed. */
  const retire = async (message: Claimed): Promise<void> => {
    if (gateway.retire === undefined || !gateway.capabilities.edit || message.outbound.ticket === null) return;
    try {
      for (const old of await outbox.stale(message)) await gateway.retire(old);
    } catch (error) {
      const name = error instanceof Error ? error.name : 'unknown';
      log.warn(
        { outbox: message.id, ticket: message.outbound.ticket, error: name },
        'old buttons could not be taken off',
      );
    }
  };

  const empty = async (lane: string): Promise<LaneState> => {
    for (;;) {
      const claim = await outbox.claim(lane, budgetOf(budgets, lane), holder, CLAIM_MS);
      if (claim.kind !== 'say') return claim;
      const outcome = await gateway.send(marked(claim.message));
      const { next } = await book(claim.message, outcome);
      if (outcome.kind === 'sent') await retire(claim.message);
      if (next !== null) return { kind: 'wait', until: next };
    }
  };

  const run = async (lane: string, state: { again: boolean }): Promise<LaneState> => {
    let result: LaneState;
    do {
      state.again = false;
      result = await empty(lane);
    } while (state.again);
    return result;
  };

  return (lane) => {
    const present = running.get(lane);
    if (present !== undefined) {
      present.again = true;
      return present.done;
    }
    const state = { again: false, done: Promise.resolve<LaneState>({ kind: 'empty' }) };
    running.set(lane, state);
    state.done = run(lane, state).finally(() => running.delete(lane));
    return state.done;
  };
};
