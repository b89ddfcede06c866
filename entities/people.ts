import { EntitySchema } from 'typeorm';
import { json, millis, text } from './columns.js';

/** What was learnt of a person who reports. */
export type ReporterRow = {
  key: string;
  /** May hold a number that somebody put into a display name, so telephones in it are sealed too. */
  name: string;
  unit: string | null;
  /** Sealed whole. */
  phone: string | null;
  learntAt: number;
};

export const ReporterTable = new EntitySchema<ReporterRow>({
  name: 'reporter',
  columns: {
    key: text('person', { primary: true }),
    name: json('name'),
    unit: text('unit', { nullable: true }),
    phone: json('phone', { nullable: true }),
    learntAt: millis('learnt_at'),
  },
});

/** What is remembered of a conversation with one person in one chat. */
export type TalkRow = {
  /** `CHANNEL:KIND:CHAT`. */
  chat: string;
  person: string;
  /** The Talk as JSON, telephones sealed. */
  state: string;
  at: number;
};

export const TalkTable = new EntitySchema<TalkRow>({
  name: 'talk',
  columns: {
    chat: text('chat', { primary: true }),
    person: text('person', { primary: true }),
    state: json('state'),
    at: millis('at'),
  },
});
