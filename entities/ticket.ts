import { EntitySchema } from 'typeorm';
import type { Category, Level, TicketEvent, TicketState } from '../dispatcher/model.js';
import { count, json, millis, text } from './columns.js';

/** A ticket: what is asked for or reported on in columns of its own, the rest in `body`. */
export type TicketRow = {
  id: string;
  no: string;
  /** The last four digits of `no`, as people say it. */
  shortNo: string;
  state: TicketState;
  level: Level;
  category: Category;
  unit: string | null;
  room: string | null;
  assignee: string | null;
  reporter: string;
  /** `CHANNEL:CHAT` of the group where it is spoken of. */
  homeChat: string;
  reportedAt: number;
  acceptedAt: number | null;
  arrivedAt: number | null;
  resolvedAt: number | null;
  closedAt: number | null;
  /** When it came to its present finished state (resolved, closed, cancelled, merged); null while it is worked on. */
  finishedAt: number | null;
  rating: number | null;
  round: number;
  reopened: number;
  /** The incident it belongs to; its part in it stands in the body. */
  incident: string | null;
  /** What the columns above do not hold, as JSON with telephones sealed. */
  body: string;
  /** Lines in its log. */
  events: number;
  version: number;
};

export const TicketTable = new EntitySchema<TicketRow>({
  name: 'ticket',
  columns: {
    id: text('id', { primary: true }),
    no: text('no'),
    shortNo: text('short_no'),
    state: text('state'),
    level: count('level'),
    category: text('category'),
    unit: text('unit', { nullable: true }),
    room: text('room', { nullable: true }),
    assignee: text('assignee', { nullable: true }),
    reporter: text('reporter'),
    homeChat: text('home_chat'),
    reportedAt: millis('reported_at'),
    acceptedAt: millis('accepted_at', { nullable: true }),
    arrivedAt: millis('arrived_at', { nullable: true }),
    resolvedAt: millis('resolved_at', { nullable: true }),
    closedAt: millis('closed_at', { nullable: true }),
    finishedAt: millis('finished_at', { nullable: true }),
    rating: count('rating', { nullable: true }),
    round: count('round'),
    reopened: count('reopened'),
    incident: text('incident', { nullable: true }),
    body: json('body'),
    events: count('events'),
    version: count('version'),
  },
});

/** Who told of a ticket: its reporter and its members, by person key. */
export type TicketMemberRow = { ticket: string; person: string };

export const TicketMemberTable = new EntitySchema<TicketMemberRow>({
  name: 'ticket_member',
  columns: { ticket: text('ticket', { primary: true }), person: text('person', { primary: true }) },
});

/** One line of a ticket's log. Written once, never changed. */
export type TicketEventRow = {
  ticket: string;
  /** 1 for the first. */
  seq: number;
  kind: TicketEvent['kind'];
  at: number;
  /** A person's key, or `clock`. */
  by: string;
  /** The whole TicketEvent as JSON, telephones sealed. */
  payload: string;
};

export const TicketEventTable = new EntitySchema<TicketEventRow>({
  name: 'ticket_event',
  columns: {
    ticket: text('ticket', { primary: true }),
    seq: count('seq', { primary: true }),
    kind: text('kind'),
    at: millis('at'),
    by: text('by_key'),
    payload: json('payload'),
  },
});
