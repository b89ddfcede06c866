import { EntitySchema } from 'typeorm';
import type { ChannelId } from '../bot/gateway.js';
import { json, millis, sequence, text } from './columns.js';

/** A raw message or press, kept before anything is made of it. Unique by (channel, kind, platform id). */
export type InboundRow = {
  /** Order of arrival; given by the database. */
  seq: number;
  id: string;
  kind: 'message' | 'press';
  channel: ChannelId;
  platformId: string;
  chatKind: 'group' | 'direct';
  chatId: string;
  senderId: string;
  /** The Inbound or Press as JSON, telephones sealed. */
  payload: string;
  arrivedAt: number;
  state: 'kept' | 'handled' | 'set-aside';
  handledAt: number | null;
  /** Why it was set aside: an error's code. */
  error: string | null;
  /** The first ticket that came of it. */
  ticket: string | null;
};

export const InboundTable = new EntitySchema<InboundRow>({
  name: 'inbound',
  columns: {
    seq: sequence('seq'),
    id: text('id'),
    kind: text('kind'),
    channel: text('channel'),
    platformId: text('platform_id'),
    chatKind: text('chat_kind'),
    chatId: text('chat_id'),
    senderId: text('sender_id'),
    payload: json('payload'),
    arrivedAt: millis('arrived_at'),
    state: text('state'),
    handledAt: millis('handled_at', { nullable: true }),
    error: text('error', { nullable: true }),
    ticket: text('ticket', { nullable: true }),
  },
});
