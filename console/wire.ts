/**
 * The JSON that the console speaks (design.md 5), and how it is made of what the inside gives. The page imports the types only.
 */
import type { Instant, Level } from '../dispatcher/model.js';
import type { BoardClock, BoardEntry, Person, PlaygroundMessage, Sample } from './deps.js';

export type WireMessage = {
  id: string;
  n: number;
  at: string;
  from: string;
  to?: string;
  text: string;
  mentions: readonly string[];
  buttons?: readonly { id: string; label: string }[];
  replyTo?: string;
  ticket?: string;
};

export type WireClock = { kind: BoardClock['kind']; due: string; done: boolean; late: boolean };

export type WireTicket = {
  no: string;
  unit: string | null;
  place: string | null;
  level: Level;
  state: BoardEntry['state'];
  assignee: string | null;
  reportedAt: string;
  dueAt: string | null;
  incident?: string;
  fault: string;
  clocks: readonly WireClock[];
  assigneeName: string | null;
  stateName: string;
};

export type WirePerson = Person;
export type WireSample = Sample;

/** The first event of a stream: all there is to show. */
export type WireSnapshot = {
  now: string;
  playground: boolean;
  clockMoves: boolean;
  messages: readonly WireMessage[];
  tickets: readonly WireTicket[];
};

const SHANGHAI_MS = 8 * 3_600_000;

/** ISO 8601 with +08:00 and milliseconds of an instant in ms since the epoch (design.md 3: the zone is always +8). */
export function iso(at: Instant): string {
  return new Date(at + SHANGHAI_MS).toISOString().replace('Z', '+08:00');
}

/** A playground message as JSON; fields that are not set are left out. */
export function toWireMessage(message: PlaygroundMessage): WireMessage {
  return {
    id: message.id,
    n: message.n,
    at: message.at,
    from: message.from,
    ...(message.to ? { to: message.to } : {}),
    text: message.text,
    mentions: message.mentions,
    ...(message.buttons?.length ? { buttons: message.buttons.map(({ id, label }) => ({ id, label })) } : {}),
    ...(message.replyTo ? { replyTo: message.replyTo } : {}),
    ...(message.ticket ? { ticket: message.ticket } : {}),
  };
}

/** An open ticket as JSON, its instants as ISO times. */
export function toWireTicket(entry: BoardEntry): WireTicket {
  return {
    no: entry.no,
    unit: entry.unit,
    place: entry.place,
    level: entry.level,
    state: entry.state,
    assignee: entry.assignee,
    reportedAt: iso(entry.reportedAt),
    dueAt: entry.dueAt === null ? null : iso(entry.dueAt),
    ...(entry.incident ? { incident: entry.incident } : {}),
    fault: entry.fault,
    clocks: entry.clocks.map(({ kind, due, done, late }) => ({ kind, due: iso(due), done, late })),
    assigneeName: entry.assigneeName,
    stateName: entry.stateName,
  };
}
