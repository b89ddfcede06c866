import { In, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { TalkTable } from '../../entities/people.js';
import { TicketEventTable, TicketTable, type TicketRow } from '../../entities/ticket.js';
import { TimerTable } from '../../entities/timer.js';
import type { ChatRef } from '../../bot/gateway.js';
import type { Hand, Hands, Instant, StaffId, Talk, Ticket, TicketEvent, TicketId } from '../model.js';
import type { Cause, Loaded, Need } from '../ports.js';
import { loadBulletins } from './bulletins.js';
import type { Crypt } from './crypt.js';
import { dateOf } from '../decide/time.js';
import { findQuoted, findTickets } from './find.js';
import { loadInspections } from './inspections.js';
import { fit } from './fit.js';
import { loadGuarantees } from './guarantees.js';
import { loadIncidents } from './incidents.js';
import { peekNumber } from './numbers.js';
import { loadRota } from './rota.js';
import { LOADING, ticketOf } from './ticket-row.js';

/** What was found, and the rows it came from. */
export type Snapshot = { readonly loaded: Loaded; readonly rows: ReadonlyMap<TicketId, TicketRow> };

/** Rows of one statement; a longer list of ids is cut up. */
const CHUNK = 500;
/** How long a finished job tells where its engineer is (ports.ts, Loaded.loads). */
const REMEMBERED_MS = 4 * 3_600_000;

const NOTHING_SAID: Talk = { draft: null, choice: null };

/** The key of a conversation's row. */
export const talkKey = (chat: ChatRef, person: string): { chat: string; person: string } => ({
  chat: fit(`${chat.channel}:${chat.kind}:${chat.id}`),
  person: fit(person),
});

/** Locks in the order of ids, as everybody does, so that nobody waits in a circle. */
const lockTickets = async (manager: EntityManager, ids: readonly TicketId[]): Promise<TicketRow[]> => {
  const rows: TicketRow[] = [];
  for (let at = 0; at < ids.length; at += CHUNK) {
    const where = { id: In(ids.slice(at, at + CHUNK)) };
    const lock = { mode: 'pessimistic_write' } as const;
    rows.push(...(await manager.find(TicketTable, { where, order: { id: 'ASC' }, lock })));
  }
  return rows;
};

const loadTalk = async (manager: EntityManager, talk: Need['talk'], crypt: Crypt): Promise<Talk> => {
  if (talk === null) return NOTHING_SAID;
  const row = await manager.findOneBy(TalkTable, talkKey(talk.chat, talk.person));
  return row === null ? NOTHING_SAID : crypt.open<Talk>(row.state);
};

/** Columns tell enough of it: nothing is opened that was sealed. */
const loadHands = async (manager: EntityManager, now: Instant): Promise<Hands> => {
  const rows = await manager.find(TicketTable, {
    select: {
      id: true,
      unit: true,
      level: true,
      state: true,
      assignee: true,
      acceptedAt: true,
      arrivedAt: true,
      resolvedAt: true,
    },
    where: [{ state: In([...LOADING]) }, { resolvedAt: MoreThanOrEqual(now - REMEMBERED_MS) }],
    order: { id: 'ASC' },
  });
  const hands = new Map<StaffId, Hand[]>();
  for (const { id, unit, level, state, assignee, acceptedAt, arrivedAt, resolvedAt } of rows) {
    if (assignee === null) continue;
    const job = state === 'offered' || state === 'accepted' || state === 'arrived' ? state : 'resolved';
    const at = { offered: now, accepted: acceptedAt, arrived: arrivedAt, resolved: resolvedAt }[job] ?? now;
    hands.set(assignee, [...(hands.get(assignee) ?? []), { ticket: id, unit, level, state: job, at }]);
  }
  return hands;
};

/** What happened to these tickets, each in order. */
const loadLogs = async (
  manager: EntityManager,
  ids: readonly TicketId[],
  crypt: Crypt,
): Promise<ReadonlyMap<TicketId, readonly TicketEvent[]>> => {
  const logs = new Map<TicketId, TicketEvent[]>();
  for (let at = 0; at < ids.length; at += CHUNK) {
    const where = { ticket: In(ids.slice(at, at + CHUNK)) };
    const rows = await manager.find(TicketEventTable, { where, order: { ticket: 'ASC', seq: 'ASC' } });
    for (const { ticket, payload } of rows)
      logs.set(ticket, [...(logs.get(ticket) ?? []), crypt.open<TicketEvent>(payload)]);
  }
  return logs;
};

const newestFirst = (a: Ticket, b: Ticket): number => b.reportedAt - a.reportedAt || (a.no < b.no ? 1 : -1);

/**
 * Loads what `need` names and the tickets of a choice that stands open, and locks the tickets. `timerTicket`: the ticket of the timer that is the cause. `nextNumber` is the one to be
 * seen now, not yet locked, and 0 where numbers were not asked for. Runs in a transaction whose named locks are taken.
 */
export async function load(
  manager: EntityManager,
  need: Need,
  cause: Cause,
  timerTicket: TicketId | null,
  now: Instant,
  crypt: Crypt,
): Promise<Snapshot> {
  const quoted = need.quoted === null ? null : await findQuoted(manager, need.quoted);
  const talk = await loadTalk(manager, need.talk, crypt);
  const asked = talk.choice?.options ?? [];
  // A school told before the fault itself: what it reported already is seen, so that the same is not told twice.
  const unit = need.unit ?? (need.numbers ? (talk.draft?.unit ?? null) : null);
  const ids = await findTickets(manager, { ...need, unit }, [timerTicket, quoted?.ticket ?? null, ...asked], now);
  const rows = await lockTickets(manager, ids);
  const timer = cause.kind === 'timer' ? await manager.findOneBy(TimerTable, { id: cause.id }) : null;
  const loaded: Loaded = {
    now,
    tickets: rows.map((row) => ticketOf(row, crypt)).sort(newestFirst),
    quoted: quoted === null ? null : { ticket: quoted.ticket, kind: quoted.kind },
    loads: await loadHands(manager, now),
    talk,
    timer: timer === null ? null : { ticket: timer.ticket, key: timer.key, kind: timer.kind, due: timer.due },
    nextNumber: need.numbers ? await peekNumber(manager, now) : 0,
    bulletins: await loadBulletins(manager, now, crypt),
    rota: await loadRota(manager, now, crypt),
    guarantees: await loadGuarantees(manager, now, crypt),
    incidents: await loadIncidents(manager, now, crypt),
    storm: need.storm !== null,
    ...(need.inspections === true ? { inspections: await loadInspections(manager, dateOf(now), crypt) } : {}),
    ...(need.logs === true ? { logs: await loadLogs(manager, ids, crypt) } : {}),
  };
  return { loaded, rows: new Map(rows.map((row) => [row.id, row])) };
}
