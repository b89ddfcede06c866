import { EntitySchema } from 'typeorm';
import type { IncidentState } from '../dispatcher/incident.js';
import { json, millis, text } from './columns.js';

/** An incident. Its members are the tickets whose `incident` it is. */
export type IncidentRow = {
  id: string;
  /** The IncidentCause as JSON. */
  cause: string;
  state: IncidentState;
  /** The ChatRef of the group where it is spoken of, as JSON. */
  home: string;
  head: string;
  /** Official names of units, a JSON array. */
  units: string;
  openedAt: number;
  endedAt: number | null;
  lineAt: number;
  /** The log as JSON. */
  log: string;
};

export const IncidentTable = new EntitySchema<IncidentRow>({
  name: 'incident',
  columns: {
    id: text('id', { primary: true }),
    cause: json('cause'),
    state: text('state'),
    home: json('home'),
    head: text('head'),
    units: json('units'),
    openedAt: millis('opened_at'),
    endedAt: millis('ended_at', { nullable: true }),
    lineAt: millis('line_at'),
    log: json('log'),
  },
});
