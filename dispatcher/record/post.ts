import type { EntityManager } from 'typeorm';
import { OutboxTable } from '../../entities/outbox.js';
import type { Instant } from '../model.js';
import type { Said } from '../ports.js';
import { fit } from './fit.js';
import { insert } from './rows.js';
import type { Tools } from './tools.js';

/** Puts messages into the outbox, in the order they were said. They go out after the commit. */
export function post(
  manager: EntityManager,
  { ids, crypt }: Tools,
  says: readonly Said[],
  now: Instant,
): Promise<void> {
  const rows = says.map((said) => ({
    id: ids.next(),
    lane: fit(said.lane),
    channel: said.outbound.chat.channel,
    chatKind: said.outbound.chat.kind,
    chatId: fit(said.outbound.chat.id),
    class: said.class,
    kind: said.kind,
    ticket: said.ticket,
    outbound: crypt.seal(said.outbound),
    wanted: said.wanted === null ? null : JSON.stringify(said.wanted),
    repeat: said.repeat,
    state: 'due' as const,
    attempts: 0,
    again: false,
    notBefore: said.notBefore ?? now,
    triedAt: null,
    claimedBy: null,
    claimedAt: null,
    claimedUntil: null,
    reason: null,
    platformMessageId: null,
    createdAt: now,
    sentAt: null,
    foldKey: said.fold === null ? null : fit(said.fold.key),
    fold: said.fold === null ? null : crypt.seal(said.fold),
  }));
  return insert(manager, OutboxTable, rows);
}
