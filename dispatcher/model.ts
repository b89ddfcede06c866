/**
 * The vocabulary of the domain. Types only; every state and every refusal is a value.
 * Sources: contract.md (levels, people), triage-rubric.md (labels), design.md 4 (states).
 */
import type { ChatRef } from '../bot/gateway.js';

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
};

/** How wide a fault reaches, as far as the words tell. */
export type Scope =
  'region' | 'unit' | 'unit-partly' | 'building' | 'floor' | 'rooms' | 'room' | 'terminal' | 'unknown';

/** Why an answer was given: the words that decided, and the line of the rubric. */
export type Evidence = { readonly field: string; readonly words: string; readonly rule: string };

/** One fault as told. */
export type Fault = {
  readonly severity: Level;
  readonly category: Category;
  readonly scope: Scope;
  readonly location: string | null;
  /** What is broken, in a few words of our own or the reporter's. */
  readonly summary: string;
  /** The level's reason for people: quoted words and what they mean (voice.md 3), e.g. “三楼整层”，影响一层楼. */
  readonly reason: { readonly words: string; readonly meaning: string };
};

/** A command that is answered at once and changes nothing. */
export type Command = 'help' | 'progress' | 'mine' | 'waiting' | 'today' | 'duty';

/** What somebody of the desk puts right on a ticket; null leaves it as it is. */
export type Correction = {
  readonly level: Level | null;
  readonly category: Category | null;
  readonly unit: UnitName | null;
  readonly reason: string;
};

/** What a message says, with its evidence. Pure data, the same for the same words and context. */
export type Facts = {
  readonly intent: Intent;
  readonly command: Command | null;
  readonly faults: readonly Fault[];
  /** The one affected unit; null where none or several are named, or a machine room. */
  readonly unit: UnitName | null;
  /** All units named. */
  readonly units: readonly UnitName[];
  /** A machine room that is itself affected, by its name in the policy. */
  readonly room: string | null;
  readonly location: string | null;
  /** Digits only. */
  readonly phone: string | null;
  readonly contact: string | null;
  /** Ticket numbers in the text or its quote, whole (`TZ-20261122-0017`) or as the last four digits (`0017`). */
  readonly tickets: readonly string[];
  /** The choice made by a bare number or a circled one (1-based), where the text is nothing else. */
  readonly choice: number | null;
  readonly rating: number | null;
  /** The words say that a repair did not hold (「还是不行」「又断了」): with a finished ticket it is opened again. */
  readonly relapse: boolean;
  /** A person named to take over. */
  readonly target: StaffId | null;
  /** The words that carry it: a reason, what was done, a comment. Without address, number and phone. */
  readonly words: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
};

/** What the bot asked the sender last and still waits for. */
export type Asked = 'unit' | 'location' | 'phone' | 'scope' | 'fault' | 'rating' | 'choice';

/** What is known beside the words. `triage` reads the same from its JSON lines. */
export type Context = {
  readonly role: Role;
  readonly unit: UnitName | null;
  readonly addressed: boolean;
  /** offered: a job waits for the sender's answer. working: accepted or on site. */
  readonly assignment: 'none' | 'offered' | 'working';
  readonly replyTo: 'dispatch' | 'reminder' | 'other' | 'none';
  /** The reporter has an open ticket, or one closed within 48 h. */
  readonly ticket: 'none' | 'open' | 'finished';
  readonly asked: Asked | null;
  readonly event: {
    readonly name: string;
    readonly units: readonly UnitName[];
    readonly phase: 'on' | 'tomorrow' | 'next-week';
  } | null;
};

export type TicketId = string;

/** A stretch in which the clock stood still; `to` is null while it stands. */
export type Break = { readonly from: Instant; readonly to: Instant | null; readonly reason: string };

type TicketBase = {
  readonly id: TicketId;
  /** TZ-YYYYMMDD-NNNN, design.md 5. */
  readonly no: string;
  /** The group where this ticket is spoken of. */
  readonly home: ChatRef;
  readonly reporter: { readonly key: string; readonly name: string; readonly chat: ChatRef; readonly user: string };
  /** Others who told the same fault. */
  readonly members: readonly { readonly key: string; readonly name: string }[];
  readonly unit: UnitName | null;
  readonly room: string | null;
  readonly place: string | null;
  readonly fault: string;
  readonly level: Level;
  readonly reason: { readonly words: string; readonly meaning: string };
  readonly category: Category;
  readonly scope: Scope;
  readonly phone: string | null;
  readonly contact: string | null;
  readonly reportedAt: Instant;
  /** Where the arrive and resolve clocks start: the report, or the moment the ticket was opened again. */
  readonly clockFrom: Instant;
  readonly breaks: readonly Break[];
  readonly asked: Asked | null;
  /** How often this ticket has been offered; a new offer starts a new accept clock. */
  readonly round: number;
  /** Who was offered this ticket and did not take it. */
  readonly passed: readonly StaffId[];
  /** Timers that have spoken, by their key; each speaks once. */
  readonly told: readonly string[];
  /** When the engineer was last heard on it; level 1 asks for a word at intervals. */
  readonly heardAt: Instant;
  readonly urged: number;
  readonly reopened: number;
};

export type Held = { readonly assignee: StaffId; readonly offeredAt: Instant };
export type Working = Held & { readonly acceptedAt: Instant };
export type Finished = Working & {
  readonly arrivedAt: Instant | null;
  readonly resolvedAt: Instant;
  readonly resolution: string;
};

/** design.md 4. A state has just the fields that are true in it. */
export type Ticket = TicketBase &
  (
    | { readonly state: 'unassigned'; readonly why: string }
    | ({ readonly state: 'offered' } & Held)
    | ({ readonly state: 'accepted' } & Working)
    | ({ readonly state: 'arrived'; readonly arrivedAt: Instant } & Working)
    | ({ readonly state: 'suspended'; readonly arrivedAt: Instant | null; readonly why: string } & Working)
    | ({ readonly state: 'resolved' } & Finished)
    | ({ readonly state: 'closed'; readonly closedAt: Instant; readonly rating: Rating | null } & Finished)
    | { readonly state: 'cancelled'; readonly cancelledAt: Instant; readonly why: string }
    | { readonly state: 'merged'; readonly into: TicketId; readonly mergedAt: Instant }
  );

export type TicketState = Ticket['state'];
/** The ticket in one of its states. */
export type In<S extends TicketState> = Extract<Ticket, { state: S }>;

export type Rating = { readonly score: 1 | 2 | 3 | 4 | 5; readonly words: string };

/** Who did something: a person's key, or the clock. */
export type Actor = { readonly key: string; readonly name: string; readonly role: Role } | 'clock';

/** What happened to a ticket, in the order of its log. `at` is when, `by` is who. */
export type TicketEvent = { readonly at: Instant; readonly by: Actor } & (
  | { readonly kind: 'reported'; readonly ticket: Ticket; readonly text: string }
  | {
      readonly kind: 'supplemented';
      readonly text: string;
      readonly set: Partial<
        Pick<
          TicketBase,
          'unit' | 'room' | 'place' | 'phone' | 'contact' | 'level' | 'reason' | 'scope' | 'category' | 'fault'
        >
      >;
    }
  | { readonly kind: 'asked'; readonly what: Asked | null }
  | { readonly kind: 'joined'; readonly member: { readonly key: string; readonly name: string }; readonly text: string }
  | { readonly kind: 'offered'; readonly to: StaffId; readonly why: string }
  | { readonly kind: 'stranded'; readonly why: string }
  | { readonly kind: 'accepted' }
  | { readonly kind: 'declined'; readonly who: StaffId; readonly reason: string }
  | { readonly kind: 'arrived' }
  | { readonly kind: 'progressed'; readonly text: string }
  | { readonly kind: 'suspended'; readonly reason: string }
  | { readonly kind: 'resumed' }
  | { readonly kind: 'resolved'; readonly resolution: string }
  | { readonly kind: 'recovered'; readonly text: string }
  | { readonly kind: 'reopened'; readonly text: string }
  | { readonly kind: 'urged'; readonly text: string }
  | { readonly kind: 'rated'; readonly rating: Rating }
  | { readonly kind: 'closed' }
  | { readonly kind: 'cancelled'; readonly reason: string }
  | { readonly kind: 'merged'; readonly into: TicketId }
  /** Put right by a person of the desk; exported as a labelled line (`npm run corrections`). */
  | {
      readonly kind: 'corrected';
      readonly set: Partial<Pick<TicketBase, 'unit' | 'level' | 'category' | 'reason'>>;
      readonly why: string;
    }
  | { readonly kind: 'told'; readonly timer: string }
);

/** Deadlines and reminders of a ticket. `key` is unique within the ticket and holds the round where it counts. */
export type TimerKind =
  | 'accept-warn'
  | 'accept-due'
  | 'accept-again'
  | 'arrive-warn'
  | 'arrive-due'
  | 'arrive-late'
  | 'resolve-warn'
  | 'resolve-due'
  | 'resolve-late'
  | 'beat'
  | 'retry-assign'
  | 'suspend-check'
  | 'close';
export type Timer = { readonly key: string; readonly kind: TimerKind; readonly due: Instant };

/** Why nothing was changed. Each has its Chinese sentence in say/. */
export type Refusal =
  | { readonly kind: 'no-such-ticket'; readonly ref: string }
  | { readonly kind: 'nothing-open' }
  | { readonly kind: 'not-yours'; readonly ticket: Ticket }
  | { readonly kind: 'taken'; readonly ticket: Ticket; readonly by: StaffId }
  | { readonly kind: 'not-in-state'; readonly ticket: Ticket; readonly act: Intent }
  | { readonly kind: 'role'; readonly act: Intent }
  | { readonly kind: 'own-rating'; readonly ticket: Ticket }
  | { readonly kind: 'no-reason'; readonly ticket: Ticket; readonly act: Intent }
  | { readonly kind: 'no-such-person'; readonly name: string }
  | { readonly kind: 'too-late'; readonly ticket: Ticket };

/** What is remembered of a conversation with one person in one chat, between messages. */
export type Talk = {
  /** Words said before the fault itself was told. */
  readonly draft: {
    readonly unit: UnitName | null;
    readonly location: string | null;
    readonly phone: string | null;
    readonly at: Instant;
  } | null;
  /** A question with choices, and what to do with the answer. */
  readonly choice: { readonly facts: Facts; readonly options: readonly TicketId[]; readonly at: Instant } | null;
};

/** Five classes in which waiting words are ordered, the first before the others (design.md 3). */
export type SayClass = 'urgent-ping' | 'ping' | 'receipt' | 'reminder' | 'info';

/** A line of the service list on which a guaranteed event is booked (contract.md, annex 1). */
export type GuaranteeLine = 10 | 11 | 12 | 13 | 14;

/** What happened to a guaranteed event, in the order of its log. */
export type GuaranteeEvent = { readonly at: Instant; readonly by: Actor } & (
  | { readonly kind: 'made' }
  /** `from` and `to` are what it was moved to. */
  | { readonly kind: 'moved'; readonly from: Instant; readonly to: Instant }
  | { readonly kind: 'units-added'; readonly units: readonly UnitName[] }
  | { readonly kind: 'units-dropped'; readonly units: readonly UnitName[] }
  /** Those on duty were called, the evening before or in the morning. */
  | { readonly kind: 'called'; readonly when: 'eve' | 'morning' }
  /** Somebody told how the line tests went. */
  | { readonly kind: 'tested'; readonly words: string }
  | { readonly kind: 'ended' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'summed' }
);

/** A guaranteed event (重大活动保障, triage-rubric.md 2): from 24 hours before it until its end it lifts its units' faults. */
export type Guarantee = {
  readonly id: string;
  readonly name: string;
  /** Official names, each once, in the order they were named. */
  readonly units: readonly UnitName[];
  /** Half-open: on from `from` until `to`. Ended before its time, `to` is when. */
  readonly from: Instant;
  readonly to: Instant;
  readonly line: GuaranteeLine;
  /** The group in which it is spoken of. */
  readonly home: ChatRef;
  readonly madeBy: { readonly key: string; readonly name: string };
  readonly madeAt: Instant;
  readonly state: 'planned' | 'ended' | 'cancelled';
  readonly log: readonly GuaranteeEvent[];
};
