import type { TicketId, UnitName } from '../../dispatcher/model.js';
import type { Views } from '../../dispatcher/ports.js';
import { linesOf, type CorrectionLine, type Log } from './line.js';

/** All corrections on record as labelled lines, in the order of the ticket numbers. unitOf: a reporter's own unit by person key. */
export async function* exportCorrections(
  views: Pick<Views, 'corrected' | 'log'>,
  unitOf: (person: string) => Promise<UnitName | null>,
): AsyncGenerator<CorrectionLine> {
  const read = async (ticket: TicketId): Promise<Log> => ({
    ticket,
    events: (await views.log(ticket)).map((line) => line.event),
  });
  for (const { ticket, together } of await views.corrected()) {
    const logs: Log[] = [];
    for (const id of together) logs.push(await read(id));
    const report = logs.find((log) => log.ticket === ticket)?.events.find((event) => event.kind === 'reported');
    yield* linesOf(ticket, logs, report === undefined ? null : await unitOf(report.ticket.reporter.key));
  }
}
