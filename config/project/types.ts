/** What the project's files come to. Structurally the inside's own types (`dispatcher/policy.ts`), and what the edges need beside. */
import type { Category, Channel, Millis, Role, StaffRole } from './vocabulary.js';

export type Unit = {
  readonly name: string;
  readonly short: string;
  readonly shortNames: readonly string[];
  readonly kind: string;
  readonly town: string | null;
  readonly node: string;
  readonly key: boolean;
};

export type Staff = {
  readonly id: string;
  readonly name: string;
  readonly role: StaffRole;
  /** The post in people's words (技术负责人). */
  readonly title: string;
  readonly primary: readonly Category[];
  readonly secondary: readonly Category[];
  readonly ids: { readonly wecom?: string; readonly telegram?: string; readonly playground?: string };
};

export type Span =
  { readonly unit: 'ms'; readonly ms: Millis } | { readonly unit: 'working-days'; readonly days: number };

export type Sla = {
  readonly acceptMs: Millis;
  readonly arrive: Span;
  readonly resolve: Span;
  readonly hours: 'all' | 'working';
  readonly beatMs: Millis | null;
};

/** A stretch of days, `YYYY-MM-DD`, both ends counted. */
export type Days = { readonly from: string; readonly to: string };

/** What calendar.yaml tells: days off and on beyond the library's holidays, the years it knows whole, and the schools' vacations. */
export type Calendar = {
  readonly days: { readonly off: readonly string[]; readonly on: readonly string[]; readonly known: readonly number[] };
  readonly vacations: readonly ({ readonly name: string } & Days)[];
};

export type Room = { readonly name: string; readonly aliases: readonly string[]; readonly core: boolean };

/** Shifts out of hours, who takes turns on them, and the groups of the reserve. Minutes after midnight; `to` may lie on the next day. */
export type Rota = {
  readonly shifts: readonly {
    readonly name: string;
    readonly from: number;
    readonly to: number;
    readonly days: '每天' | '工作日' | '休息日';
  }[];
  readonly rotation: {
    readonly start: string;
    readonly days: number;
    readonly turns: readonly (readonly string[])[];
  } | null;
  readonly reserve: readonly {
    readonly name: string;
    readonly aliases: readonly string[];
    readonly most: number | null;
    readonly categories: readonly Category[];
  }[];
};

/** Who inspects what, how often (inspections.yaml). Minutes after midnight; `every` in working days from `start` (YYYY-MM-DD). */
export type Inspections = {
  readonly morning: number;
  readonly evening: number;
  readonly plans: readonly {
    readonly name: string;
    /** 校园: every unit that hangs on these rooms. 机房: the rooms themselves. */
    readonly of: '校园' | '机房';
    readonly rooms: readonly string[];
    /** In order: the first who is not away goes. */
    readonly staff: readonly string[];
    readonly every: number;
    readonly start: string;
  }[];
};

export type Policy = {
  readonly sla: Readonly<Record<1 | 2 | 3, Sla>>;
  readonly workingHours: {
    readonly parts: readonly { readonly from: number; readonly to: number }[];
    readonly days: Calendar['days'];
  };
  readonly vacations: Calendar['vacations'];
  readonly warn: { readonly accept: Millis; readonly arrive: Millis; readonly resolve: Millis };
  readonly ladder: { readonly again: Millis };
  readonly managerAfter: Millis;
  readonly retryAssign: Millis;
  readonly suspendCheck: Millis;
  readonly closeAfter: Millis;
  readonly draftMs: Millis;
  readonly choiceMs: Millis;
  readonly assign: { readonly most: number | null; readonly stay: Millis };
  readonly guarantee: { readonly eve: number; readonly morning: number };
  readonly rota: Rota;
  readonly inspections: Inspections;
  readonly incident: {
    readonly units: number;
    readonly ringUnits: number;
    readonly within: Millis;
    readonly roomWithin: Millis;
    readonly beat: Millis;
    readonly fold: Millis;
  };
  readonly digestAt: number;
  readonly lead: string;
  readonly manager: string;
  readonly desk: string;
  readonly rooms: readonly Room[];
};

/** What hangs on what above the units' own rooms; names of rooms as in the policy. */
export type Topology = {
  readonly trunks: readonly { readonly name: string; readonly ends: readonly [string, string] }[];
  readonly rings: readonly { readonly name: string; readonly rooms: readonly string[] }[];
};

/** Messages that a lane may carry. */
export type Budget = {
  readonly perSecond: number | null;
  readonly perMinute: number;
  readonly perHour: number | null;
};

/** A channel's budgets: of each chat, and of the second robot that mentions, where there is one (WeCom's webhook). */
export type Lanes = Readonly<Record<Channel, { readonly chat: Budget; readonly mention: Budget | null }>>;

/** A line of the contract's service list (annex 1). Prices in fen, so that sums are exact. */
export type CatalogueLine = {
  readonly no: number;
  readonly item: string;
  readonly quantity: number;
  readonly unit: string;
  readonly priceFen: number;
  /** Kinds of work that are booked on this line unless somebody says otherwise. */
  readonly categories: readonly Category[];
};

/** Somebody whom the playground can speak as, beside the roster. */
export type PlaygroundPerson = {
  readonly id: string;
  readonly name: string;
  readonly role: 'reporter';
  readonly title: string;
  /** The person's own unit by its official name; null for a stranger. */
  readonly unit: string | null;
  readonly phone: string | null;
};

/** A ready-made sentence for the playground. */
export type Sample = { readonly role: Role; readonly text: string; readonly chat?: 'group' | 'direct' };

/** The project's own data, whole and checked. */
export type LoadedProject = {
  readonly policy: Policy;
  readonly topology: Topology;
  readonly units: readonly Unit[];
  readonly staff: readonly Staff[];
  readonly lanes: Lanes;
  readonly catalogue: readonly CatalogueLine[];
  readonly people: readonly PlaygroundPerson[];
  readonly samples: readonly Sample[];
};
