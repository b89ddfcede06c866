import { EntitySchema } from 'typeorm';
import type { TimerKind } from '../dispatcher/model.js';
import { millis, text } from './columns.js';

/** A deadline or reminder of a ticket. Unique by (ticket, key): one that is done never comes again. */
export type TimerRow = {
  id: string;
  ticket: string;
  key: string;
  kind: TimerKind;
  due: number;
  state: 'due' | 'done' | 'cancelled';
  doneAt: number | null;
  /** Why it could not be handled: an error's code. Then it is cancelled until its ticket changes. */
  error: string | null;
};

export const TimerTable = new EntitySchema<TimerRow>({
  name: 'timer',
  columns: {
    id: text('id', { primary: true }),
    ticket: text('ticket'),
    key: text('timer_key'),
    kind: text('kind'),
    due: millis('due'),
    state: text('state'),
    doneAt: millis('done_at', { nullable: true }),
    error: text('error', { nullable: true }),
  },
});
