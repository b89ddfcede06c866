/** What is inspected (巡检): one visit to one school or machine room. Types only; the rules stand in decide/inspection*.ts. */
import type { Actor, Instant, StaffId, UnitName } from './model.js';

/** What is looked at: a school, or a machine room by its name in the policy. */
export type Inspected =
  { readonly kind: 'unit'; readonly unit: UnitName } | { readonly kind: 'room'; readonly room: string };

/** What happened to an inspection, in the order of its log. Days as YYYY-MM-DD. */
export type InspectionEvent = { readonly at: Instant; readonly by: Actor } & (
  | { readonly kind: 'due'; readonly day: string; readonly staff: StaffId }
  /** fault: he was called away. leave: he was not there. asked: he said so. missed: nobody knows why. */
  | {
      readonly kind: 'moved';
      readonly to: string;
      readonly why: 'fault' | 'leave' | 'asked' | 'missed';
      readonly words: string;
    }
  | { readonly kind: 'handed'; readonly to: StaffId }
  | { readonly kind: 'done'; readonly finding: string }
);

export type Inspection = {
  readonly id: string;
  readonly state: 'due' | 'done';
  /** On which day it is due, or was done: YYYY-MM-DD. */
  readonly day: string;
  readonly plan: string;
  readonly of: Inspected;
  readonly staff: StaffId;
  readonly log: readonly InspectionEvent[];
};
