import { EntitySchema } from 'typeorm';
import type { Guarantee } from '../dispatcher/model.js';
import { count, json, millis, text } from './columns.js';

/** A guaranteed event. */
export type GuaranteeRow = {
  id: string;
  /** As it was typed, telephones sealed. */
  name: string;
  /** Official names of units, a JSON array. */
  units: string;
  from: number;
  to: number;
  /** 10 to 14, of the service list. */
  line: number;
  /** The ChatRef of the group where it is spoken of, as JSON. */
  home: string;
  madeBy: string;
  madeByName: string;
  madeAt: number;
  state: Guarantee['state'];
  /** The log as JSON, telephones sealed. */
  log: string;
};

export const GuaranteeTable = new EntitySchema<GuaranteeRow>({
  name: 'guarantee',
  columns: {
    id: text('id', { primary: true }),
    name: json('name'),
    units: json('units'),
    from: millis('starts_at'),
    to: millis('ends_at'),
    line: count('line_no'),
    home: json('home'),
    madeBy: text('made_by'),
    madeByName: text('made_by_name'),
    madeAt: millis('made_at'),
    state: text('state'),
    log: json('log'),
  },
});
