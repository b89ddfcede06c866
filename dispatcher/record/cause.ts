/** Claiming what set a decision off, so that it is decided once. */
import { LessThanOrEqual, type EntityManager } from 'typeorm';
import { TurnTable } from '../../entities/coordination.js';
import { InboundTable } from '../../entities/inbound.js';
import { TimerTable } from '../../entities/timer.js';
import type { Instant, TicketId } from '../model.js';
import type { Cause } from '../ports.js';
import { fit } from './fit.js';
import { update } from './rows.js';

/** again: it was handled before. gone: it is not there, was set aside, or (a timer) is cancelled or not due. */
export type Claim = 'ours' | 'again' | 'gone';

const otherwise = (state: string | undefined, handled: string): Claim => (state === handled ? 'again' : 'gone');

const claimInbound = async (manager: EntityManager, id: string, now: Instant): Promise<Claim> => {
  const claimed = await update(manager, InboundTable, { id, state: 'kept' }, { state: 'handled', handledAt: now });
  if (claimed === 1) return 'ours';
  return otherwise((await manager.findOneBy(InboundTable, { id }))?.state, 'handled');
};

const claimTurn = async (manager: EntityManager, turn: string, now: Instant): Promise<Claim> => {
  const id = fit(turn);
  const claimed = await update(manager, TurnTable, { id, state: 'kept' }, { state: 'handled', handledAt: now });
  if (claimed === 1) return 'ours';
  return otherwise((await manager.findOneBy(TurnTable, { id }))?.state, 'handled');
};

/**
 * Claims a message, press or turn, before anything else is locked; the second of two waits here for the first. A timer is claimed
 * by `claimTimer`, because its row is locked after its ticket's by everybody who sets timers.
 */
export function claimEarly(manager: EntityManager, cause: Cause, now: Instant): Promise<Claim> {
  switch (cause.kind) {
    case 'message':
    case 'press':
      return claimInbound(manager, cause.id, now);
    case 'turn':
      return claimTurn(manager, cause.id, now);
    case 'timer':
      return Promise.resolve('ours');
    default:
      return cause satisfies never;
  }
}

/** The ticket whose timer this is; null where there is no such timer. */
export async function ticketOfTimer(manager: EntityManager, id: string): Promise<TicketId | null> {
  return (await manager.findOneBy(TimerTable, { id }))?.ticket ?? null;
}

/** Claims a timer that is due, once its ticket is locked. */
export async function claimTimer(manager: EntityManager, id: string, now: Instant): Promise<Claim> {
  const due = { id, state: 'due', due: LessThanOrEqual(now) } as const;
  if ((await update(manager, TimerTable, due, { state: 'done', doneAt: now })) === 1) return 'ours';
  return otherwise((await manager.findOneBy(TimerTable, { id }))?.state, 'done');
}

/** Sets a cause aside with an error's code. Of a timer: cancelled, so that its ticket's next change sets it again. */
export async function setAside(manager: EntityManager, cause: Cause, code: string): Promise<void> {
  const error = code.slice(0, 64);
  switch (cause.kind) {
    case 'message':
    case 'press':
      await update(manager, InboundTable, { id: cause.id, state: 'kept' }, { state: 'set-aside', error });
      return;
    case 'turn':
      await update(manager, TurnTable, { id: fit(cause.id), state: 'kept' }, { state: 'set-aside', error });
      return;
    case 'timer':
      await update(manager, TimerTable, { id: cause.id, state: 'due' }, { state: 'cancelled', error });
      return;
    default:
      cause satisfies never;
  }
}
