/** A record in memory: one decision at a time, no locks. What it loads and writes follows ports.ts. */
import type { ChatRef, Inbound, Press } from '../../bot/gateway.js';
import { REMEMBERED, handsOf } from '../decide/hands.js';
import { isOpen, isWaiting } from '../decide/sla.js';
import type { Bulletin } from '../bulletin.js';
import type { Incident } from '../incident.js';
import type { Guarantee, Instant, RotaEntry, Talk, Ticket, TicketEvent, TicketId, TimerKind } from '../model.js';
import type { Cause, Clock, Loaded, Need, Outcome, Recorder, Said, Settled } from '../ports.js';

const REMEMBERED_MS = 48 * 3_600_000;
const TAKEN_MS = 600_000;
const DAY_MS = 24 * 3_600_000;

type TimerRow = {
  readonly id: string;
  readonly ticket: TicketId;
  readonly key: string;
  readonly kind: TimerKind;
  due: Instant;
  state: 'due' | 'done' | 'cancelled';
};

type Learnt = NonNullable<Outcome['learnt']>;

/** One message that was said, under the platform id it would have. */
export type Uttered = { readonly messageId: string; readonly at: Instant; readonly said: Said };

export type MemoryRecorder = Recorder & {
  readonly tickets: ReadonlyMap<TicketId, Ticket>;
  readonly log: ReadonlyMap<TicketId, readonly TicketEvent[]>;
  readonly uttered: readonly Uttered[];
  readonly reporters: ReadonlyMap<string, Learnt>;
  /** Locks that the last decision asked for. */
  locks(): readonly string[];
  /** The earliest timer that waits, or null. */
  nextTimer(): { readonly id: string; readonly due: Instant } | null;
  /** Keys of the timers of a ticket that still wait, sorted. */
  waiting(ticket: TicketId): readonly string[];
};

const talkKey = ({ chat, person }: { readonly chat: ChatRef; readonly person: string }): string =>
  `${chat.channel}:${chat.kind}:${chat.id}:${person}`;

const finishedAt = (t: Ticket): Instant | null => {
  if (t.state === 'closed') return t.closedAt;
  return t.state === 'resolved' ? t.resolvedAt : null;
};

const isPersons = (t: Ticket, person: string): boolean =>
  t.reporter.key === person || t.caller?.by.key === person || t.members.some((m) => m.key === person);

const sees = (need: Need, now: Instant, refs: readonly TicketId[]) => (t: Ticket) => {
  const done = finishedAt(t);
  const recent = done !== null && now - done <= REMEMBERED_MS;
  const held = need.staff !== null && 'assignee' in t && t.assignee === need.staff;
  return (
    refs.includes(t.id) ||
    (need.allOpen && isOpen(t)) ||
    (need.waiting && (isWaiting(t) || ('acceptedAt' in t && isOpen(t) && now - t.acceptedAt <= TAKEN_MS))) ||
    (need.storm !== null && isOpen(t) && (t.incident !== null || t.reportedAt >= need.storm.since)) ||
    (need.unit !== null && t.unit === need.unit && isOpen(t)) ||
    (held && (isOpen(t) || (t.state === 'resolved' && recent))) ||
    (need.person !== null && isPersons(t, need.person) && (isOpen(t) || recent)) ||
    (need.span !== null && t.reportedAt >= need.span.from && t.reportedAt < need.span.to)
  );
};

/** An empty record on this clock. */
export const createMemoryRecorder = (clock: Clock): MemoryRecorder => {
  const messages = new Map<string, Inbound>();
  const presses = new Map<string, Press>();
  const handled = new Set<string>();
  const tickets = new Map<TicketId, Ticket>();
  const log = new Map<TicketId, readonly TicketEvent[]>();
  const timers = new Map<string, TimerRow>();
  const talks = new Map<string, Talk>();
  const reporters = new Map<string, Learnt>();
  const uttered: Uttered[] = [];
  const guarantees = new Map<string, Guarantee>();
  const rota = new Map<string, RotaEntry>();
  const bulletins = new Map<string, Bulletin>();
  const incidents = new Map<string, Incident>();
  let lastLocks: readonly string[] = [];
  let last = 0;

  const newest = (): Ticket[] =>
    [...tickets.values()].sort((a, b) => b.reportedAt - a.reportedAt || (a.no < b.no ? 1 : -1));

  const active = (): readonly Guarantee[] =>
    [...guarantees.values()]
      .filter((g) => g.state !== 'cancelled' && (g.state === 'planned' || g.to > clock.now() - DAY_MS))
      .sort((a, b) => a.from - b.from);

  const standing = (): readonly RotaEntry[] =>
    [...rota.values()]
      .filter((e) => !e.cancelled && (e.to === null || e.to > clock.now() - DAY_MS))
      .sort((a, b) => a.from - b.from || a.madeAt - b.madeAt);

  const load = (cause: Cause, need: Need): Loaded => {
    const now = clock.now();
    const timer = cause.kind === 'timer' ? (timers.get(cause.id) ?? null) : null;
    const quoted = uttered.find((u) => u.messageId === need.quoted?.messageId)?.said ?? null;
    const all = newest();
    const named = need.tickets.flatMap((ref) => all.find((t) => t.no === ref || t.no.endsWith(`-${ref}`))?.id ?? []);
    const talk = (need.talk === null ? undefined : talks.get(talkKey(need.talk))) ?? { draft: null, choice: null };
    const refs = [
      ...named,
      ...(quoted?.ticket ? [quoted.ticket] : []),
      ...(timer === null ? [] : [timer.ticket]),
      ...(talk.choice?.options ?? []),
    ];
    return {
      now,
      tickets: all.filter(sees(need, now, refs)),
      quoted: quoted === null ? null : { ticket: quoted.ticket, kind: quoted.kind },
      loads: handsOf(all, now - REMEMBERED),
      talk,
      nextNumber: need.numbers ? last + 1 : 0,
      rota: standing(),
      guarantees: active(),
      bulletins: [...bulletins.values()],
      incidents: [...incidents.values()],
      storm: need.storm !== null,
      ...(need.logs === true ? { logs: log } : {}),
      timer: timer === null ? null : { ticket: timer.ticket, key: timer.key, kind: timer.kind, due: timer.due },
    };
  };

  const setTimers = ({ after, timers: wanted }: Outcome['changes'][number]): void => {
    for (const row of timers.values()) {
      if (row.ticket === after.id && row.state === 'due' && !wanted.some((t) => t.key === row.key))
        row.state = 'cancelled';
    }
    for (const { key, kind, due } of wanted) {
      const id = `${after.id}/${key}`;
      const row = timers.get(id);
      if (row === undefined) timers.set(id, { id, ticket: after.id, key, kind, due, state: 'due' });
      else if (row.state !== 'done') Object.assign(row, { due, state: 'due' });
    }
  };

  const write = (need: Need, outcome: Outcome): void => {
    for (const change of outcome.changes) {
      if (!tickets.has(change.after.id)) {
        if (!need.numbers) throw new Error('NUMBER_NOT_LOCKED');
        last += 1;
      }
      tickets.set(change.after.id, change.after);
      log.set(change.after.id, [...(log.get(change.after.id) ?? []), ...change.events]);
      setTimers(change);
    }
    for (const said of outcome.says) uttered.push({ messageId: `s${uttered.length + 1}`, at: clock.now(), said });
    for (const bulletin of outcome.bulletins ?? []) bulletins.set(bulletin.id, bulletin);
    for (const entry of outcome.rota) rota.set(entry.id, entry);
    for (const incident of outcome.incidents) incidents.set(incident.id, incident);
    for (const guarantee of outcome.guarantees) guarantees.set(guarantee.id, guarantee);
    if (outcome.talk !== null && need.talk !== null) talks.set(talkKey(need.talk), outcome.talk);
    if (outcome.learnt !== null) {
      const { person, name } = outcome.learnt;
      reporters.set(person, { ...outcome.learnt, name: name === '' ? (reporters.get(person)?.name ?? '') : name });
    }
  };

  const claim = (cause: Cause): 'ours' | 'again' | 'gone' => {
    const mark = `${cause.kind}:${cause.id}`;
    if (cause.kind === 'timer') {
      const row = timers.get(cause.id);
      if (row === undefined || row.state === 'cancelled' || row.due > clock.now()) return 'gone';
      if (row.state === 'done') return 'again';
      row.state = 'done';
    }
    if (handled.has(mark)) return 'again';
    handled.add(mark);
    return 'ours';
  };

  const due = (): TimerRow | null =>
    [...timers.values()].filter((t) => t.state === 'due').sort((a, b) => a.due - b.due)[0] ?? null;

  return {
    tickets,
    log,
    uttered,
    reporters,
    locks: () => lastLocks,
    nextTimer: due,
    waiting: (ticket) =>
      [...timers.values()].flatMap((t) => (t.ticket === ticket && t.state === 'due' ? [t.key] : [])).sort(),
    keepMessage: (message) => {
      const fresh = !messages.has(message.messageId);
      if (fresh) messages.set(message.messageId, message);
      return Promise.resolve({ id: message.messageId, fresh });
    },
    keepPress: (press) => {
      const fresh = !presses.has(press.pressId);
      if (fresh) presses.set(press.pressId, press);
      return Promise.resolve({ id: press.pressId, fresh });
    },
    readMessage: (id) => Promise.resolve(messages.get(id) ?? null),
    readPress: (id) => Promise.resolve(presses.get(id) ?? null),
    unhandled: () => Promise.resolve([]),
    setAside: () => Promise.resolve(),
    keepFile: () => Promise.resolve(),
    people: () =>
      Promise.resolve(
        [...reporters.values()].map(({ person, name, unit, phone }) => ({ key: person, name, unit, phone })),
      ),
    author: (_chat, messageId) => Promise.resolve(messages.get(messageId)?.from.id ?? null),
    history: (ref) => {
      const ticket = newest().find((t) => t.no === ref || t.no.endsWith(`-${ref}`));
      return Promise.resolve(ticket === undefined ? null : { ticket, events: log.get(ticket.id) ?? [] });
    },
    queued: () => Promise.resolve([]),
    rota: () => Promise.resolve(standing()),
    bulletins: () => Promise.resolve([...bulletins.values()]),
    guarantees: () => Promise.resolve(active()),
    reporter: (key) => Promise.resolve(reporters.get(key) ?? null),
    decide: (cause, need, decide): Promise<Settled> => {
      lastLocks = need.locks;
      const claimed = claim(cause);
      if (claimed !== 'ours') return Promise.resolve({ kind: claimed });
      const outcome = decide(load(cause, need));
      write(need, outcome);
      const lanes = [...new Set(outcome.says.map((s) => s.lane))];
      return Promise.resolve({ kind: 'done', lanes, nextTimer: due()?.due ?? null, note: outcome.note });
    },
  };
};
