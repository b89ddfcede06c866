import { EntitySchema } from 'typeorm';
import type { RotaEntry } from '../dispatcher/model.js';
import { flag, json, millis, text } from './columns.js';

/** A leave, a stretch of duty, or one of the reserve who is called. */
export type RotaRow = {
  id: string;
  kind: RotaEntry['kind'];
  from: number;
  /** Null where it lasts until somebody ends it. */
  to: number | null;
  cancelled: boolean;
  madeAt: number;
  /** What the columns above do not hold, as JSON with telephones sealed. */
  body: string;
};

export const RotaTable = new EntitySchema<RotaRow>({
  name: 'rota',
  columns: {
    id: text('id', { primary: true }),
    kind: text('kind'),
    from: millis('starts_at'),
    to: millis('ends_at', { nullable: true }),
    cancelled: flag('cancelled'),
    madeAt: millis('made_at'),
    body: json('body'),
  },
});
