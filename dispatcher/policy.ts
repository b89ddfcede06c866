/**
 * What a deployment may set, as the deciding code reads it. Types only; `config/` fills them from `config/tongzhou/`.
 * Defaults that the contract leaves to other documents are marked as defaults there (design.md 4).
 */
import type { Level, Millis, Staff, StaffId, Unit } from './model.js';

/** The clocks of one level. Working time counts only within working hours; the others round the clock. */
export type Sla = {
  readonly acceptMs: Millis;
  readonly arrive: Span;
  readonly resolve: Span;
  /** all: round the clock. working: within working hours. */
  readonly hours: 'all' | 'working';
  /** How often the engineer is asked for a word while it is open; null for never. */
  readonly beatMs: Millis | null;
};

/** A length of working days or of plain time. */
export type Span =
  { readonly unit: 'ms'; readonly ms: Millis } | { readonly unit: 'working-days'; readonly days: number };

export type WorkingHours = {
  /** Minutes after midnight, half-open, in order: 08:00-12:00 and 13:00-18:00. */
  readonly parts: readonly { readonly from: number; readonly to: number }[];
};

export type Policy = {
  readonly sla: Readonly<Record<Level, Sla>>;
  readonly workingHours: WorkingHours;
  /** A warning is said this long before a deadline; for short spans a quarter of the span. */
  readonly warn: { readonly accept: Millis; readonly arrive: Millis; readonly resolve: Millis };
  /** The steps after a missed acceptance, counted from the deadline. */
  readonly ladder: { readonly again: Millis };
  /** After a missed arrive or resolve deadline the manager is told this much later than the lead. */
  readonly managerAfter: Millis;
  /** A ticket with nobody free is tried again after this. */
  readonly retryAssign: Millis;
  /** A suspended ticket is asked about after this. */
  readonly suspendCheck: Millis;
  /** A resolved ticket without a word of the reporter closes after this; within it 「还是不行」 reopens. */
  readonly closeAfter: Millis;
  /** Words said in parts belong together within this. */
  readonly draftMs: Millis;
  /** A question with choices waits this long for its answer. */
  readonly choiceMs: Millis;
  /** When the day's digest goes out, minutes after midnight. */
  readonly digestAt: number;
  /** Who leads, manages, and sits at the desk, by roster id. */
  readonly lead: StaffId;
  readonly manager: StaffId;
  readonly desk: StaffId;
  /** Machine rooms: the core and the nodes, by the name of the place that houses them. */
  readonly rooms: readonly { readonly name: string; readonly aliases: readonly string[]; readonly core: boolean }[];
};

/** The project's own data. */
export type Project = {
  readonly policy: Policy;
  readonly units: readonly Unit[];
  readonly staff: readonly Staff[];
};
