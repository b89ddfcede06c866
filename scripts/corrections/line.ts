/** One correction as a labelled line of the set (test/data/labelled/README.md). Pure. */
import { maskNumbers } from '../../advisor/mask.js';
import { evolveAll } from '../../dispatcher/decide/evolve.js';
import { iso } from '../../dispatcher/decide/time.js';
import type { Category, Level, Role, Ticket, TicketEvent, TicketId, UnitName } from '../../dispatcher/model.js';

type FaultLabel = {
  readonly severity: Level;
  readonly category: Category;
  readonly location: string | null;
  readonly summary: string;
};

/** The line's own fields are those of `npm run triage`; by, at and why are for whoever reads it over. */
export type CorrectionLine = {
  readonly id: string;
  readonly text: string;
  readonly role: Role;
  readonly context: { readonly unit?: UnitName };
  readonly labels: {
    readonly intent: 'report';
    readonly severity: Level;
    readonly category: Category;
    readonly unit: UnitName | null;
    readonly location: string | null;
    readonly phone: null;
    readonly faults: readonly FaultLabel[];
  };
  readonly by: string;
  readonly at: string;
  readonly why: string;
};

/** A ticket's log, oldest first. */
export type Log = { readonly ticket: TicketId; readonly events: readonly TicketEvent[] };

type Reported = Extract<TicketEvent, { kind: 'reported' }>;

const reportIn = (log: Log): Reported | null => log.events.find((event) => event.kind === 'reported') ?? null;

/** The ticket as its report made it and people put it right, without what other messages added: those words are not in the line. */
const putRight = (log: Log, until: (event: TicketEvent, index: number) => boolean): Ticket | null => {
  const report = reportIn(log);
  if (report === null) return null;
  return evolveAll(
    report.ticket,
    log.events.filter((event, index) => event.kind === 'corrected' && until(event, index)),
  );
};

/** The place as written; one that was told in another message is not in this one's words. */
const placeIn = (ticket: Ticket, text: string): string | null =>
  [ticket.place, ticket.room].find((place) => place !== null && text.includes(place)) ?? null;

const labelOf = (ticket: Ticket, text: string): FaultLabel => ({
  severity: ticket.level,
  category: ticket.category,
  location: placeIn(ticket, text),
  summary: maskNumbers(ticket.fault),
});

/** Letters, then digits, the same at every export: the set's rule of what is kept aside goes by the number. */
const idOf = (no: string, index: number): string => `k${no.replace(/\D/g, '')}${String(index + 1).padStart(3, '0')}`;

/**
 * The lines of one ticket, one for each time it was put right, oldest first: the report's words, and as labels what all its tickets
 * say after that correction. together: the logs of all tickets of the same message, this one's included, in the order of their
 * numbers. unit: the reporter's own, where known. Telephone numbers are masked, so the label `phone` is null.
 */
export const linesOf = (of: TicketId, together: readonly Log[], unit: UnitName | null): readonly CorrectionLine[] => {
  const own = together.find((log) => log.ticket === of);
  const report = own === undefined ? null : reportIn(own);
  if (own === undefined || report === null) return [];
  return own.events.flatMap((event, index): readonly CorrectionLine[] => {
    if (event.kind !== 'corrected') return [];
    const tickets = together.flatMap(
      (log) => putRight(log, log === own ? (_, n) => n <= index : (other) => other.at <= event.at) ?? [],
    );
    const corrected = tickets.find((ticket) => ticket.id === of);
    const faults = tickets.map((ticket) => labelOf(ticket, report.text));
    const gravest = faults.reduce<FaultLabel | null>(
      (one, f) => (one === null || f.severity < one.severity ? f : one),
      null,
    );
    if (corrected === undefined || gravest === null) return [];
    const { severity, category, location } = gravest;
    return [
      {
        id: idOf(corrected.no, index),
        text: maskNumbers(report.text),
        role: report.by === 'clock' ? 'reporter' : report.by.role,
        context: unit === null ? {} : { unit },
        labels: { intent: 'report', severity, category, unit: corrected.unit, location, phone: null, faults },
        by: event.by === 'clock' ? 'clock' : event.by.key,
        at: iso(event.at),
        why: maskNumbers(event.why),
      },
    ];
  });
};
