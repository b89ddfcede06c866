import { IsNull, Not } from 'typeorm';
import type { ChatRef, Outbound } from '../../bot/gateway.js';
import { OutboxTable } from '../../entities/outbox.js';
import { TicketTable } from '../../entities/ticket.js';
import { areStale } from '../decide/press.js';
import type { Claimed } from '../ports.js';
import { fit } from './fit.js';
import { update } from './rows.js';
import type { Tools } from './tools.js';

export type Stale = { readonly chat: ChatRef; readonly messageId: string };

/**
 * Earlier messages of this message's ticket, in its channel, whose buttons do nothing any more. Each is given once: the buttons are struck
 * from the stored message, so a process that dies in between leaves them where they were, and pressing them changes nothing.
 */
export const staleOf = async (
  { database, crypt }: Tools,
  { id, outbound: { ticket, chat } }: Claimed,
): Promise<readonly Stale[]> => {
  if (ticket === null) return [];
  return database.steady(async (manager) => {
    const standing = await manager.findOne(TicketTable, { select: { id: true, state: true }, where: { id: ticket } });
    if (standing === null) return [];
    const rows = await manager.find(OutboxTable, {
      where: { ticket, channel: chat.channel, state: 'sent', platformMessageId: Not(IsNull()), id: Not(fit(id)) },
      order: { seq: 'ASC' },
    });
    const stale: Stale[] = [];
    for (const row of rows) {
      const said = crypt.open<Outbound>(row.outbound);
      if (row.platformMessageId === null || !areStale(said.buttons, ticket, standing.state)) continue;
      await update(manager, OutboxTable, { id: row.id }, { outbound: crypt.seal({ ...said, buttons: [] }) });
      stale.push({ chat: said.chat, messageId: row.platformMessageId });
    }
    return stale;
  });
};
