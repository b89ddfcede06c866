import { EntitySchema } from 'typeorm';
import { count, millis, text } from './columns.js';

/** Something that can be locked before there is a row of its own: `unit:NAME`, `chat:CHANNEL:ID`, `person:KEY`. */
export type MutexRow = { name: string };

export const MutexTable = new EntitySchema<MutexRow>({
  name: 'mutex',
  columns: { name: text('name', { primary: true }) },
});

/** The last ticket number given out on a day (`2026-11-22`, Asia/Shanghai). */
export type CounterRow = { day: string; last: number };

export const CounterTable = new EntitySchema<CounterRow>({
  name: 'counter',
  columns: { day: text('day', { primary: true }), last: count('last_no') },
});

/** Who may do something that only one may do, and until when. */
export type LeaseRow = { name: string; holder: string; until: number };

export const LeaseTable = new EntitySchema<LeaseRow>({
  name: 'lease',
  columns: { name: text('name', { primary: true }), holder: text('holder'), until: millis('held_until') },
});

/** A turn of the calendar (`digest:2026-11-22`), handled once. */
export type TurnRow = {
  id: string;
  state: 'kept' | 'handled' | 'set-aside';
  handledAt: number | null;
  error: string | null;
};

export const TurnTable = new EntitySchema<TurnRow>({
  name: 'turn',
  columns: {
    id: text('id', { primary: true }),
    state: text('state'),
    handledAt: millis('handled_at', { nullable: true }),
    error: text('error', { nullable: true }),
  },
});
