import { In } from 'typeorm';
import { TicketEventTable, TicketTable } from '../../entities/ticket.js';
import type { TicketEvent } from '../model.js';
import type { Views } from '../ports.js';
import { corrected } from './corrected.js';
import { figures } from './figures.js';
import { OPEN, ticketOf } from './ticket-row.js';
import type { Tools } from './tools.js';

/** Reading without locks, for people's eyes. */
export function createViews({ database, clock, crypt }: Tools): Views {
  return {
    openTickets: async () => {
      const where = { state: In([...OPEN]) };
      const rows = await database.steady((manager) =>
        manager.find(TicketTable, { where, order: { reportedAt: 'DESC', no: 'DESC' } }),
      );
      return rows.map((row) => ticketOf(row, crypt));
    },
    ticket: async (no) => {
      const row = await database.steady((manager) => manager.findOneBy(TicketTable, { no }));
      return row === null ? null : ticketOf(row, crypt);
    },
    log: async (ticket) => {
      const rows = await database.steady((manager) =>
        manager.find(TicketEventTable, { where: { ticket }, order: { seq: 'ASC' } }),
      );
      return rows.map((row) => ({ ticket: row.ticket, event: crypt.open<TicketEvent>(row.payload) }));
    },
    corrected: () => database.steady((manager) => corrected(manager)),
    figures: () => database.steady((manager) => figures(manager, clock.now())),
    ping: async () => {
      await database.once((manager) => manager.query('SELECT 1'));
    },
  };
}
