import { EntitySchema } from 'typeorm';
import type { Inspection } from '../dispatcher/inspection.js';
import { json, text } from './columns.js';

/** One inspection of one school or machine room. */
export type InspectionRow = {
  id: string;
  state: Inspection['state'];
  /** On which day it is due, or was done: YYYY-MM-DD. */
  day: string;
  staff: string;
  /** All of it as JSON, telephones sealed. */
  body: string;
};

export const InspectionTable = new EntitySchema<InspectionRow>({
  name: 'inspection',
  columns: {
    id: text('id', { primary: true }),
    state: text('state'),
    day: text('day'),
    staff: text('staff'),
    body: json('body'),
  },
});
