/**
 * What a deployment may set, as the deciding code reads it. Types only; `config/` fills them from `config/tongzhou/`.
 * Defaults that the contract leaves to other documents are marked as defaults there (design.md 4).
 */
import type { Category, Level, Millis, Staff, StaffId, Unit } from './model.js';

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
  readonly days: SpecialDays;
};

/** Days (`YYYY-MM-DD`) that are off or on whatever the library's table says, and the years that are known whole beside the library's. */
export type SpecialDays = {
  readonly off: readonly string[];
  readonly on: readonly string[];
  readonly known: readonly number[];
};

/** A vacation of the schools; days as `YYYY-MM-DD`, both ends counted. */
export type Vacation = { readonly name: string; readonly from: string; readonly to: string };

/** Out of hours (rota.yaml). Minutes after midnight; `to` beyond 1440 lies on the next day. */
export type Shift = {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly days: '每天' | '工作日' | '休息日';
};

/** A group of the reserve (contract.md, annex 3): what its people can do, and how many there are; null where nobody counted. */
export type ReserveGroup = {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly most: number | null;
  readonly categories: readonly Category[];
};

export type RotaPolicy = {
  readonly shifts: readonly Shift[];
  /** Every `days` days from `start` (YYYY-MM-DD) the next of `turns` has duty; null where nobody takes turns. */
  readonly rotation: {
    readonly start: string;
    readonly days: number;
    readonly turns: readonly (readonly StaffId[])[];
  } | null;
  readonly reserve: readonly ReserveGroup[];
};

/** Who inspects what, how often (inspections.yaml). Minutes after midnight; `every` in working days from `start` (YYYY-MM-DD). */
export type InspectionPolicy = {
  readonly morning: number;
  readonly evening: number;
  readonly plans: readonly {
    readonly name: string;
    /** 校园: every unit that hangs on these rooms. 机房: the rooms themselves. */
    readonly of: '校园' | '机房';
    readonly rooms: readonly string[];
    /** In order: the first who is not away goes. */
    readonly staff: readonly StaffId[];
    readonly every: number;
    readonly start: string;
  }[];
};

export type Policy = {
  readonly sla: Readonly<Record<Level, Sla>>;
  readonly workingHours: WorkingHours;
  readonly vacations: readonly Vacation[];
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
  /** Who goes: level 2 and 3 wait while everybody has `most` open jobs (null: they never do); on site counts for `stay` after the repair. */
  readonly assign: { readonly most: number | null; readonly stay: Millis };
  /** When those on duty are called for a guaranteed event, the evening before and on the day; minutes after midnight. */
  readonly guarantee: { readonly eve: number; readonly morning: number };
  readonly rota: RotaPolicy;
  readonly inspections: InspectionPolicy;
  /** When reports are taken for one incident, and how it is spoken of. */
  readonly incident: {
    /** So many units of one node within `within`. */
    readonly units: number;
    /** So many units of one ring, from at least two of its rooms, within `within`. */
    readonly ringUnits: number;
    readonly within: Millis;
    /** An open alarm of a machine room counts for this long. */
    readonly roomWithin: Millis;
    /** How often the group is told how it goes. */
    readonly beat: Millis;
    /** Lines to those who join are gathered over this. */
    readonly fold: Millis;
  };
  /** When the day's digest goes out, minutes after midnight. */
  readonly digestAt: number;
  /** Who leads, manages, and sits at the desk, by roster id. */
  readonly lead: StaffId;
  readonly manager: StaffId;
  readonly desk: StaffId;
  /** Machine rooms: the core and the nodes, by the name of the place that houses them. */
  readonly rooms: readonly { readonly name: string; readonly aliases: readonly string[]; readonly core: boolean }[];
};

/** What hangs on what, above the units' own machine room (`Unit.node`). Room names as in the policy. */
export type Topology = {
  /** A line between two rooms. */
  readonly trunks: readonly { readonly name: string; readonly ends: readonly [string, string] }[];
  readonly rings: readonly { readonly name: string; readonly rooms: readonly string[] }[];
};

/** The project's own data. */
export type Project = {
  readonly topology: Topology;
  readonly policy: Policy;
  readonly units: readonly Unit[];
  readonly staff: readonly Staff[];
};
