/**
 * The vocabulary of the domain. Types only; every state and every refusal is a value.
 * Sources: contract.md (levels, people), triage-rubric.md (labels), design.md 4 (states).
 */

/** Milliseconds since the epoch, UTC. */
export type Instant = number;
/** A length of time in milliseconds. */
export type Millis = number;

export type Level = 1 | 2 | 3;

export const CATEGORIES = [
  'campus',
  'fibre',
  'metro',
  'room',
  'wireless',
  'virtual',
  'backup',
  'video',
  'security',
  'surveillance',
  'event',
  'platform',
  'support',
] as const;
/** triage-rubric.md section 3. */
export type Category = (typeof CATEGORIES)[number];

export const INTENTS = [
  'report',
  'supplement',
  'urge',
  'query',
  'recovered',
  'cancel',
  'feedback',
  'accept',
  'decline',
  'arrive',
  'progress',
  'suspend',
  'resume',
  'resolve',
  'chatter',
] as const;
/** triage-rubric.md section 1. */
export type Intent = (typeof INTENTS)[number];

export type Role = 'reporter' | 'engineer' | 'desk' | 'lead' | 'manager' | 'client';

/** What somebody is called of whom only an id is known. */
export const UNNAMED = '报修人';

/** The roster's own id of a member of staff (full pinyin, e.g. `zhaogaobin`). */
export type StaffId = string;
/** A unit's official name. */
export type UnitName = string;

/** A unit of the district, as the project's own list tells it. */
export type Unit = {
  readonly name: UnitName;
  /** How people say it in the group: the first short name. */
  readonly short: string;
  readonly shortNames: readonly string[];
  readonly kind: string;
  readonly town: string | null;
  /** The machine room it hangs on (an assumption by geography, see units.csv). */
  readonly node: string;
  readonly key: boolean;
};

/** A member of staff (contract.md, annex 3). */
export type Staff = {
  readonly id: StaffId;
  readonly name: string;
  readonly role: Exclude<Role, 'reporter'>;
  readonly primary: readonly Category[];
  readonly secondary: readonly Category[];
  /** Platform user ids by channel; none means that this channel cannot reach the person. */
  readonly ids: { readonly wecom?: string; readonly telegram?: string; readonly playground?: string };
};

/** Who wrote a message. `key` is `staff:ID` or `CHANNEL:USERID`, the same for one person for ever. */
export type Sender = {
  readonly key: string;
  readonly name: string;
  readonly role: Role;
  readonly staff: StaffId | null;
  /** A reporter's own unit, once known. */
  readonly unit: UnitName | null;
  readonly phone: string | null;
  /** Who speaks in this person's place (代 …), where somebody does: the log names both. */
  readonly via?: Agent;
};

/** Somebody who acts for another: a person's key, name and role. */
export type Agent = { readonly key: string; readonly name: string; readonly role: Role };

/** How wide a fault reaches, as far as the words tell. */
export type Scope =
  'region' | 'unit' | 'unit-partly' | 'building' | 'floor' | 'rooms' | 'room' | 'terminal' | 'unknown';
