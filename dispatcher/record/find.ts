/** Which tickets a decision has to see: ids only, read without locks. */
import { In, IsNull, MoreThanOrEqual, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { IncidentTable } from '../../entities/incident.js';
import { OutboxTable, type OutboxRow } from '../../entities/outbox.js';
import { TicketMemberTable, TicketTable, type TicketRow } from '../../entities/ticket.js';
import type { Instant, TicketId } from '../model.js';
import type { Need } from '../ports.js';
import { fit } from './fit.js';
import { RUNNING } from './incidents.js';
import { OPEN } from './ticket-row.js';

const HOUR_MS = 3_600_000;
/** How long a finished ticket stays in its people's sight (ports.ts, Need.person and Need.staff). */
const FINISHED_MS = 48 * HOUR_MS;
/** How long a job just taken stays in sight of those who come second (ports.ts, Need.waiting). */
const TAKEN_MS = 10 * 60_000;
/** How far back four digits are looked for (ports.ts, Need.tickets). */
const SHORT_NO_MS = 30 * 24 * HOUR_MS;

const open = In([...OPEN]);

const idsWhere = async (
  manager: EntityManager,
  where: FindOptionsWhere<TicketRow> | FindOptionsWhere<TicketRow>[],
): Promise<TicketId[]> => (await manager.find(TicketTable, { select: { id: true }, where })).map(({ id }) => id);

const ofPerson = async (manager: EntityManager, person: string, now: Instant): Promise<TicketId[]> => {
  const rows = await manager
    .createQueryBuilder(TicketTable, 'ticket')
    .select('ticket.id', 'id')
    .innerJoin(TicketMemberTable.options.name, 'member', 'member.ticket = ticket.id')
    .where('member.person = :person', { person: fit(person) })
    .andWhere('(ticket.state IN (:...open) OR ticket.finishedAt >= :since)', { open: OPEN, since: now - FINISHED_MS })
    .getRawMany<{ id: string }>();
  return rows.map(({ id }) => id);
};

/** Whole numbers by themselves; of tickets with the same four digits the newest. */
const byNumbers = async (manager: EntityManager, refs: readonly string[], now: Instant): Promise<TicketId[]> => {
  const whole = refs.filter((ref) => ref.length > 4);
  const found = whole.length === 0 ? [] : await idsWhere(manager, { no: In(whole) });
  for (const shortNo of refs.filter((ref) => ref.length <= 4)) {
    const newest = await manager.findOne(TicketTable, {
      select: { id: true },
      where: { shortNo, reportedAt: MoreThanOrEqual(now - SHORT_NO_MS) },
      order: { reportedAt: 'DESC', no: 'DESC' },
    });
    if (newest !== null) found.push(newest.id);
  }
  return found;
};

/** Three questions instead of one with OR: each has its index. */
const inSpan = async (manager: EntityManager, { from, to }: NonNullable<Need['span']>): Promise<TicketId[]> => {
  const found: TicketId[] = [];
  for (const column of ['reportedAt', 'resolvedAt', 'finishedAt'] as const) {
    const rows = await manager
      .createQueryBuilder(TicketTable, 'ticket')
      .select('ticket.id', 'id')
      .where(`ticket.${column} >= :from AND ticket.${column} < :to`, { from, to })
      .getRawMany<{ id: string }>();
    found.push(...rows.map(({ id }) => id));
  }
  return found;
};

/** The message of ours that was quoted or pressed; of several with one platform id the newest. */
export function findQuoted(manager: EntityManager, quoted: NonNullable<Need['quoted']>): Promise<OutboxRow | null> {
  const { channel, kind, id } = quoted.chat;
  return manager.findOne(OutboxTable, {
    where: { platformMessageId: fit(quoted.messageId), chatId: fit(id), channel, chatKind: kind },
    order: { seq: 'DESC' },
  });
}

/** What may be one incident with what is told now; and with the head of a running one all that wait for it. */
const ofStorm = async (
  manager: EntityManager,
  { since, incident }: NonNullable<Need['storm']>,
  found: readonly TicketId[],
): Promise<TicketId[]> => {
  const recent = { state: open, incident: IsNull(), reportedAt: MoreThanOrEqual(since) };
  const heads = found.length === 0 ? [] : [{ head: In([...found]), state: In([...RUNNING]) }];
  const named = incident === null ? [] : [incident === 'running' ? { state: In([...RUNNING]) } : { id: incident }];
  const where = [...heads, ...named];
  const incidents =
    where.length === 0 ? [] : await manager.find(IncidentTable, { select: { id: true, head: true }, where });
  const members = await Promise.all(incidents.map(({ id }) => idsWhere(manager, { incident: id, state: open })));
  return [...(await idsWhere(manager, recent)), ...incidents.map(({ head }) => head), ...members.flat()];
};

/** Ids of the tickets that `need` names, each once, sorted. */
export async function findTickets(
  manager: EntityManager,
  need: Need,
  known: readonly (TicketId | null)[],
  now: Instant,
): Promise<readonly TicketId[]> {
  const found = known.filter((id) => id !== null);
  if (need.allOpen) found.push(...(await idsWhere(manager, { state: open })));
  else {
    if (need.unit !== null) found.push(...(await idsWhere(manager, { unit: need.unit, state: open })));
    if (need.staff !== null) found.push(...(await idsWhere(manager, { assignee: need.staff, state: open })));
  }
  if (need.waiting && !need.allOpen) {
    const taken = MoreThanOrEqual(now - TAKEN_MS);
    const where = [{ state: In(['unassigned', 'offered']) }, { state: In(['accepted', 'arrived']), acceptedAt: taken }];
    found.push(...(await idsWhere(manager, where as FindOptionsWhere<TicketRow>[])));
  }
  if (need.staff !== null) {
    const resolved = { state: 'resolved', resolvedAt: MoreThanOrEqual(now - FINISHED_MS) } as const;
    found.push(...(await idsWhere(manager, { assignee: need.staff, ...resolved })));
  }
  if (need.person !== null) found.push(...(await ofPerson(manager, need.person, now)));
  if (need.tickets.length > 0) found.push(...(await byNumbers(manager, need.tickets, now)));
  if (need.span !== null) found.push(...(await inSpan(manager, need.span)));
  if (need.storm !== null) found.push(...(await ofStorm(manager, need.storm, found)));
  return [...new Set(found)].sort();
}
