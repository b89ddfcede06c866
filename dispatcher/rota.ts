/** What is said of people in time: who is away, who is on duty out of hours, who of the reserve is called. Types only. */
import type { ChatRef } from '../bot/gateway.js';
import type { Category, Instant, Level, Staff, StaffId, UnitName } from './terms.js';

type Made = {
  readonly id: string;
  /** Half-open. `to` is null where it lasts until somebody ends it. */
  readonly from: Instant;
  readonly to: Instant | null;
  /** The group in which it is spoken of. */
  readonly home: ChatRef;
  readonly madeBy: { readonly key: string; readonly name: string };
  readonly madeAt: Instant;
  /** Taken back before it began; what was ended early has its end in `to`. */
  readonly cancelled: boolean;
};

/** 请假: nothing is offered to the person, and nobody pings them. */
export type Leave = Made & {
  readonly kind: 'leave';
  readonly to: Instant;
  readonly staff: StaffId;
  /** As it was typed; '' for none. */
  readonly why: string;
};

/** 值班 for a stretch, in place of whom the rotation names. */
export type Duty = Made & { readonly kind: 'duty'; readonly to: Instant; readonly people: readonly StaffId[] };

/** One of the reserve (后备, contract.md annex 3), called by name: assignable while it lasts. */
export type Reserve = Made & {
  readonly kind: 'reserve';
  readonly staff: StaffId;
  readonly name: string;
  /** The group of the reserve, as rota.yaml names it. */
  readonly group: string;
  readonly categories: readonly Category[];
  readonly ids: Staff['ids'];
};

export type RotaEntry = Leave | Duty | Reserve;

/** Who is there at a moment, derived from the rota. */
export type Attendance = {
  /** Who is away, and until when. */
  readonly away: ReadonlyMap<StaffId, Instant>;
  /** Who is on duty out of hours; empty within working hours, and where nobody is named. */
  readonly onDuty: readonly StaffId[];
  /** Who belongs to the reserve: asked after the roster's own. */
  readonly reserve: ReadonlySet<StaffId>;
};

/** One job that somebody has in hand, or finished lately: how busy they are, and where. */
export type Hand = {
  readonly ticket: string;
  readonly unit: UnitName | null;
  readonly level: Level;
  readonly state: 'offered' | 'accepted' | 'arrived' | 'resolved';
  /** When it came to that state. */
  readonly at: Instant;
};
/** What everybody has in hand. */
export type Hands = ReadonlyMap<StaffId, readonly Hand[]>;

/** Why somebody was chosen; shown on demand (「为什么派给他」). */
export type Reason =
  /** 值班, out of hours. */
  | { readonly kind: 'on-duty' }
  | { readonly kind: 'duty'; readonly of: 'primary' | 'secondary' | 'reserve' }
  /** On site at `unit`: of the same unit, of its town, or under its machine room. */
  | { readonly kind: 'near'; readonly how: 'unit' | 'town' | 'node'; readonly unit: UnitName }
  | { readonly kind: 'load'; readonly open: number }
  /** Asked for by name, by this person. */
  | { readonly kind: 'named'; readonly by: string }
  /** Repaired it before. */
  | { readonly kind: 'knows' };

/** Why somebody with the duty was not chosen: the first thing in which they came second. */
export type PassedOver = {
  readonly who: StaffId;
  readonly why: 'away' | 'asked' | 'full' | 'off-duty' | 'farther' | 'deputy' | 'busier' | 'later';
  readonly open: number;
};

export type Because = { readonly reasons: readonly Reason[]; readonly others: readonly PassedOver[] };

/** Why nobody goes. */
export type Nobody = 'nobody on this duty' | 'everybody asked' | 'all busy' | 'all away';
