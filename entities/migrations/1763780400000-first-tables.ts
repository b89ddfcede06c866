import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { dialect, type Dialect } from './dialect.js';

const ID = 64;
const WORD = 32;
/** Keys and platform ids; three of them fit one index of InnoDB (3072 bytes at 4 bytes a character). */
const KEY = 191;

const index = (name: string, ...columnNames: string[]): TableIndex => new TableIndex({ name, columnNames });
const unique = (name: string, ...columnNames: string[]): TableIndex =>
  new TableIndex({ name, columnNames, isUnique: true });

const inbound = (c: Dialect): Table =>
  new Table({
    name: 'inbound',
    columns: [
      c.sequence('seq'),
      c.text('id', ID),
      c.text('kind', WORD),
      c.text('channel', WORD),
      c.text('platform_id', KEY),
      c.text('chat_kind', WORD),
      c.text('chat_id', KEY),
      c.text('sender_id', KEY),
      c.json('payload'),
      c.millis('arrived_at'),
      c.text('state', WORD),
      c.millis('handled_at', { nullable: true }),
      c.text('error', ID, { nullable: true }),
      c.text('ticket', ID, { nullable: true }),
    ],
    indices: [
      unique('inbound_id', 'id'),
      unique('inbound_platform', 'channel', 'kind', 'platform_id'),
      index('inbound_state', 'state', 'seq'),
    ],
  });

const ticket = (c: Dialect): Table =>
  new Table({
    name: 'ticket',
    columns: [
      c.text('id', ID, { primary: true }),
      c.text('no', WORD),
      c.text('short_no', WORD),
      c.text('state', WORD),
      c.count('level'),
      c.text('category', WORD),
      c.text('unit', KEY, { nullable: true }),
      c.text('room', KEY, { nullable: true }),
      c.text('assignee', KEY, { nullable: true }),
      c.text('reporter', KEY),
      c.text('home_chat', KEY),
      c.millis('reported_at'),
      c.millis('accepted_at', { nullable: true }),
      c.millis('arrived_at', { nullable: true }),
      c.millis('resolved_at', { nullable: true }),
      c.millis('closed_at', { nullable: true }),
      c.millis('finished_at', { nullable: true }),
      c.millis('paused_ms'),
      c.count('rating', { nullable: true }),
      c.count('round'),
      c.count('reopened'),
      c.json('body'),
      c.count('events'),
      c.count('version'),
    ],
    indices: [
      unique('ticket_no', 'no'),
      index('ticket_short', 'short_no', 'reported_at'),
      index('ticket_state', 'state', 'assignee'),
      index('ticket_unit', 'unit', 'state'),
      index('ticket_assignee', 'assignee', 'state'),
      index('ticket_reported', 'reported_at'),
      index('ticket_resolved', 'resolved_at'),
      index('ticket_finished', 'finished_at'),
    ],
  });

const ticketParts = (c: Dialect): Table[] => [
  new Table({
    name: 'ticket_member',
    columns: [c.text('ticket', ID, { primary: true }), c.text('person', KEY, { primary: true })],
    indices: [index('ticket_member_person', 'person')],
  }),
  new Table({
    name: 'ticket_event',
    columns: [
      c.text('ticket', ID, { primary: true }),
      c.count('seq', { primary: true }),
      c.text('kind', WORD),
      c.millis('at'),
      c.text('by_key', KEY),
      c.json('payload'),
    ],
    indices: [index('ticket_event_at', 'at')],
  }),
  new Table({
    name: 'timer',
    columns: [
      c.text('id', ID, { primary: true }),
      c.text('ticket', ID),
      c.text('timer_key', KEY),
      c.text('kind', WORD),
      c.millis('due'),
      c.text('state', WORD),
      c.millis('done_at', { nullable: true }),
      c.text('error', ID, { nullable: true }),
    ],
    indices: [unique('timer_key', 'ticket', 'timer_key'), index('timer_due', 'state', 'due')],
  }),
];

const outbox = (c: Dialect): Table =>
  new Table({
    name: 'outbox',
    columns: [
      c.sequence('seq'),
      c.text('id', ID),
      c.text('lane', KEY),
      c.text('channel', WORD),
      c.text('chat_kind', WORD),
      c.text('chat_id', KEY),
      c.text('class', WORD),
      c.text('kind', ID),
      c.text('ticket', ID, { nullable: true }),
      c.json('outbound'),
      c.json('wanted', { nullable: true }),
      c.text('repeat_policy', WORD),
      c.text('state', WORD),
      c.count('attempts'),
      c.flag('again'),
      c.millis('not_before'),
      c.millis('tried_at', { nullable: true }),
      c.text('claimed_by', KEY, { nullable: true }),
      c.millis('claimed_at', { nullable: true }),
      c.millis('claimed_until', { nullable: true }),
      c.json('reason', { nullable: true }),
      c.text('platform_message_id', KEY, { nullable: true }),
      c.millis('created_at'),
      c.millis('sent_at', { nullable: true }),
    ],
    indices: [
      unique('outbox_id', 'id'),
      index('outbox_lane', 'lane', 'state', 'seq'),
      index('outbox_state', 'state', 'created_at'),
      index('outbox_sent', 'platform_message_id', 'chat_id'),
      index('outbox_ticket', 'ticket'),
    ],
  });

const lanes = (c: Dialect): Table[] => [
  new Table({
    name: 'attempt',
    columns: [
      c.text('message', ID, { primary: true }),
      c.count('n', { primary: true }),
      c.text('lane', KEY),
      c.millis('at'),
    ],
    indices: [index('attempt_lane', 'lane', 'at')],
  }),
  new Table({
    name: 'lane',
    columns: [
      c.text('name', KEY, { primary: true }),
      c.millis('blocked_until', { nullable: true }),
      c.json('blocked_reason', { nullable: true }),
    ],
  }),
];

const coordination = (c: Dialect): Table[] => [
  new Table({ name: 'mutex', columns: [c.text('name', KEY, { primary: true })] }),
  new Table({ name: 'counter', columns: [c.text('day', WORD, { primary: true }), c.count('last_no')] }),
  new Table({
    name: 'lease',
    columns: [c.text('name', KEY, { primary: true }), c.text('holder', KEY), c.millis('held_until')],
  }),
  new Table({
    name: 'turn',
    columns: [
      c.text('id', KEY, { primary: true }),
      c.text('state', WORD),
      c.millis('handled_at', { nullable: true }),
      c.text('error', ID, { nullable: true }),
    ],
  }),
];

const people = (c: Dialect): Table[] => [
  new Table({
    name: 'reporter',
    columns: [
      c.text('person', KEY, { primary: true }),
      c.json('name'),
      c.text('unit', KEY, { nullable: true }),
      c.json('phone', { nullable: true }),
      c.millis('learnt_at'),
    ],
  }),
  new Table({
    name: 'talk',
    columns: [
      c.text('chat', KEY, { primary: true }),
      c.text('person', KEY, { primary: true }),
      c.json('state'),
      c.millis('at'),
    ],
  }),
  new Table({
    name: 'file',
    columns: [
      c.text('id', ID, { primary: true }),
      c.text('message', ID),
      c.text('kind', WORD),
      c.json('name', { nullable: true }),
      c.text('sha256', ID),
      c.count('bytes'),
      c.text('path', KEY),
      c.millis('kept_at'),
    ],
    indices: [unique('file_message', 'message', 'sha256')],
  }),
];

const tables = (c: Dialect): Table[] => [
  inbound(c),
  ticket(c),
  ...ticketParts(c),
  outbox(c),
  ...lanes(c),
  ...coordination(c),
  ...people(c),
];

/** The tables of the first release. */
export class FirstTables1763780400000 implements MigrationInterface {
  readonly name = 'FirstTables1763780400000';

  /** `ifNotExist`: MySQL commits every statement by itself, so a migration broken off half-way must be able to go on. */
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables(await dialect(runner))) await runner.createTable(table, true);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables(await dialect(runner)).reverse()) await runner.dropTable(table, true);
  }
}
