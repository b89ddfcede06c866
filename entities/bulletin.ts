import { EntitySchema } from 'typeorm';
import type { Bulletin } from '../dispatcher/bulletin.js';
import { json, millis, text } from './columns.js';

/** Something told to everybody. */
export type BulletinRow = {
  id: string;
  kind: Bulletin['kind'];
  state: Bulletin['state'];
  from: number;
  to: number;
  /** All of it as JSON, telephones sealed. */
  body: string;
};

export const BulletinTable = new EntitySchema<BulletinRow>({
  name: 'bulletin',
  columns: {
    id: text('id', { primary: true }),
    kind: text('kind'),
    state: text('state'),
    from: millis('starts_at'),
    to: millis('ends_at'),
    body: json('body'),
  },
});
