import { EntitySchema } from 'typeorm';
import type { ChannelId } from '../bot/gateway.js';
import type { SayClass } from '../dispatcher/model.js';
import { count, flag, json, millis, sequence, text } from './columns.js';

/**
 * One message to be sent. `due` waits (from `notBefore` on), `sending` is claimed, and the others are final: `sent`, `unknown` (it
 * may have arrived and is not sent again), `dead` (it never will), `dropped` (its reason was gone before its turn came), `folded` (its
 * words stand in the message that `reason` names).
 */
export type OutboxRow = {
  /** Order of making; given by the database. */
  seq: number;
  id: string;
  lane: string;
  channel: ChannelId;
  chatKind: 'group' | 'direct';
  chatId: string;
  class: SayClass;
  kind: string;
  ticket: string | null;
  /** The Outbound as JSON, telephones sealed. */
  outbound: string;
  /** The Wanted as JSON. */
  wanted: string | null;
  repeat: 'again' | 'never';
  state: 'due' | 'sending' | 'sent' | 'unknown' | 'dead' | 'dropped' | 'folded';
  /** Sends begun so far; also tells an old claim from the present one. */
  attempts: number;
  /** An earlier send had an unknown outcome: the words may already be there. */
  again: boolean;
  notBefore: number;
  /** When it was first tried; 24 h later it is given up. */
  triedAt: number | null;
  claimedBy: string | null;
  claimedAt: number | null;
  claimedUntil: number | null;
  reason: string | null;
  platformMessageId: string | null;
  createdAt: number;
  sentAt: number | null;
  /** What it may be said together with others of the same lane by; the Fold as JSON, telephones sealed. */
  foldKey: string | null;
  fold: string | null;
};

export const OutboxTable = new EntitySchema<OutboxRow>({
  name: 'outbox',
  columns: {
    seq: sequence('seq'),
    id: text('id'),
    lane: text('lane'),
    channel: text('channel'),
    chatKind: text('chat_kind'),
    chatId: text('chat_id'),
    class: text('class'),
    kind: text('kind'),
    ticket: text('ticket', { nullable: true }),
    outbound: json('outbound'),
    wanted: json('wanted', { nullable: true }),
    repeat: text('repeat_policy'),
    state: text('state'),
    attempts: count('attempts'),
    again: flag('again'),
    notBefore: millis('not_before'),
    triedAt: millis('tried_at', { nullable: true }),
    claimedBy: text('claimed_by', { nullable: true }),
    claimedAt: millis('claimed_at', { nullable: true }),
    claimedUntil: millis('claimed_until', { nullable: true }),
    reason: json('reason', { nullable: true }),
    platformMessageId: text('platform_message_id', { nullable: true }),
    createdAt: millis('created_at'),
    sentAt: millis('sent_at', { nullable: true }),
    foldKey: text('fold_key', { nullable: true }),
    fold: json('fold', { nullable: true }),
  },
});

/** One claim of a message: what a lane's budget is counted by. */
export type AttemptRow = { message: string; n: number; lane: string; at: number };

export const AttemptTable = new EntitySchema<AttemptRow>({
  name: 'attempt',
  columns: {
    message: text('message', { primary: true }),
    n: count('n', { primary: true }),
    lane: text('lane'),
    at: millis('at'),
  },
});

/** A queue to one chat (or to its second robot). Its row is locked by whoever claims from it. */
export type LaneRow = { name: string; blockedUntil: number | null; blockedReason: string | null };

export const LaneTable = new EntitySchema<LaneRow>({
  name: 'lane',
  columns: {
    name: text('name', { primary: true }),
    blockedUntil: millis('blocked_until', { nullable: true }),
    blockedReason: json('blocked_reason', { nullable: true }),
  },
});
