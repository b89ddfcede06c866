import type { Instant, SayClass, TicketId, TicketState } from '../model.js';
import type { Wanted } from '../ports.js';

/** A waiting message, as far as its turn depends on it. */
export type Waiting = {
  readonly id: string;
  readonly seq: number;
  readonly class: SayClass;
  readonly ticket: TicketId | null;
  readonly notBefore: Instant;
  readonly wanted: Wanted | null;
  /** What it may be folded by with others; null: it goes by itself. */
  readonly foldKey: string | null;
};

/** The present state of a ticket that a message is wanted for. */
export type Standing = { readonly state: TicketState; readonly round: number };

/** Whose turn it is. `wait`: nobody's before `until`. `drop`: met on the way, their reason is gone. */
export type Turn = {
  readonly drop: readonly { readonly id: string; readonly reason: string }[];
  readonly next:
    /** `mates`: others that may be said with it in one message, in the order of making. */
    | { readonly kind: 'say'; readonly id: string; readonly mates: readonly string[] }
    | { readonly kind: 'wait'; readonly until: Instant }
    | { readonly kind: 'empty' };
};

/** design.md 3: level-1 ping > ping > receipt > reminder > information. */
const RANK: { readonly [C in SayClass]: number } = { 'urgent-ping': 0, ping: 1, receipt: 2, reminder: 3, info: 4 };

const whyNot = (wanted: Wanted | null, standings: ReadonlyMap<TicketId, Standing>): string | null => {
  if (wanted === null) return null;
  const now = standings.get(wanted.ticket);
  if (now === undefined) return 'its ticket is not there';
  if (!wanted.states.includes(now.state)) return `its ticket is ${now.state}`;
  if (wanted.round !== null && wanted.round !== now.round) return `its ticket is in round ${now.round}`;
  return null;
};

/** The head of each ticket's own queue, with the rank of the most urgent message behind it: what blocks a ping is as urgent. */
const heads = (waiting: readonly Waiting[]): { message: Waiting; rank: number }[] => {
  const queues = new Map<string, { message: Waiting; rank: number }>();
  for (const message of waiting) {
    const queue = message.ticket === null ? `#${message.id}` : message.ticket;
    const head = queues.get(queue);
    if (head === undefined) queues.set(queue, { message, rank: RANK[message.class] });
    else head.rank = Math.min(head.rank, RANK[message.class]);
  }
  return [...queues.values()];
};

/** What may be said together with the first, in the order of making; never past a message of the same ticket that stays behind. */
const matesOf = (
  first: Waiting,
  key: string,
  waiting: readonly Waiting[],
  standings: ReadonlyMap<TicketId, Standing>,
  now: Instant,
): readonly string[] => {
  const behind = new Set<TicketId>();
  return waiting.flatMap((m) => {
    const ready = m.notBefore <= now && whyNot(m.wanted, standings) === null;
    const may = m.id === first.id || (m.foldKey === key && ready && !(m.ticket !== null && behind.has(m.ticket)));
    if (!may && m.ticket !== null) behind.add(m.ticket);
    return may && m.id !== first.id ? [m.id] : [];
  });
};

/**
 * Pure. Whose turn it is in a lane: by class, then in the order of making, but never past an earlier message of the same ticket, so
 * nobody reads 「已接单」 before 「已派单」. `waiting` is in the order of making.
 */
export function turnOf(waiting: readonly Waiting[], standings: ReadonlyMap<TicketId, Standing>, now: Instant): Turn {
  const drop: { id: string; reason: string }[] = [];
  let left = waiting;
  for (;;) {
    const all = heads(left);
    const ready = all.filter(({ message }) => message.notBefore <= now);
    const [first] = ready.sort((a, b) => a.rank - b.rank || a.message.seq - b.message.seq);
    if (first === undefined) {
      const until = Math.min(...all.map(({ message }) => message.notBefore));
      return { drop, next: all.length === 0 ? { kind: 'empty' } : { kind: 'wait', until } };
    }
    const { id, wanted, foldKey } = first.message;
    const reason = whyNot(wanted, standings);
    if (reason === null) {
      const mates = foldKey === null ? [] : matesOf(first.message, foldKey, left, standings, now);
      return { drop, next: { kind: 'say', id, mates } };
    }
    drop.push({ id, reason });
    left = left.filter((message) => message.id !== id);
  }
}
