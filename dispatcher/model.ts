/**
 * The vocabulary of the domain: tickets, what happens to them, what is refused. The plain terms stand in terms.ts, what a message says
 * in facts.ts; both are given on from here. Types only; every state and every refusal is a value.
 */
import type { ChatRef } from '../bot/gateway.js';
import type { Asked, Facts } from './facts.js';
import type { Because } from './rota.js';
import type { Agent, Category, Instant, Intent, Level, Scope, StaffId, UnitName } from './terms.js';

export type * from './facts.js';
export type * from './rota.js';
export * from './terms.js';

export type TicketId = string;
/** SJ-YYYYMMDD-NN, counted per day. */
export type IncidentId = string;

/** A stretch in which the clock stood still; `to` is null while it stands. */
export type Break = { readonly from: Instant; readonly to: Instant | null; readonly reason: string };

/** `with`: came with this ticket when it was merged, and leaves with it where that is undone. */
export type Member = { readonly key: string; readonly name: string; readonly with?: TicketId };

type TicketBase = {
  readonly id: TicketId;
  /** TZ-YYYYMMDD-NNNN, design.md 5. */
  readonly no: string;
  /** The group where this ticket is spoken of. */
  readonly home: ChatRef;
  readonly reporter: { readonly key: string; readonly name: string; readonly chat: ChatRef; readonly user: string };
  /** Who called in, and who of the desk entered it (代报); null where the reporter wrote. */
  readonly caller: { readonly name: string; readonly by: Agent } | null;
  /** Others who told the same fault. */
  readonly members: readonly Member[];
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
  /** Since when, in the reporter's words; null where nothing was told. The clocks run from the report all the same. */
  readonly began: string | null;
  /** Where the arrive and resolve clocks start: the report, or the moment the ticket was opened again. */
  readonly clockFrom: Instant;
  readonly breaks: readonly Break[];
  readonly asked: Asked | null;
  /** How often this ticket has been offered; a new offer starts a new accept clock. */
  readonly round: number;
  /** Who was offered this ticket and did not take it. */
  readonly passed: readonly StaffId[];
  /** Whose time to accept ran out: they may still say 接单 as long as nobody has accepted. */
  readonly lapsed: readonly StaffId[];
  /** When somebody was first on site since `clockFrom`: the promise to be there is kept, whoever goes on with the work. */
  readonly reachedAt: Instant | null;
  /** Timers that have spoken, by their key; each speaks once. */
  readonly told: readonly string[];
  /** When the engineer was last heard on it; level 1 asks for a word at intervals. */
  readonly heardAt: Instant;
  /** When the engineer last said a word of his own since he accepted; null: not yet. An acceptance without a word expires. */
  readonly wordAt: Instant | null;
  readonly urged: number;
  readonly reopened: number;
  /** The incident it belongs to: its head is dispatched for all, a member waits for the head. Null: none. */
  readonly incident: { readonly id: IncidentId; readonly part: 'head' | 'member'; readonly since: Instant } | null;
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
export type Actor = (Agent & { /** Who did it in this person's place. */ readonly via?: Agent }) | 'clock';

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
  | { readonly kind: 'joined'; readonly member: Member; readonly text: string }
  /** because: how the choice was made; lines of before it was kept have none. */
  | { readonly kind: 'offered'; readonly to: StaffId; readonly why: string; readonly because?: Because }
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
  /** Kept back by planned work, until its end; `why` is what is planned. */
  | { readonly kind: 'held'; readonly plan: string; readonly until: Instant; readonly why: string }
  /** Merged by mistake: a ticket of its own again. */
  | { readonly kind: 'unmerged' }
  /** These members (by key) have a ticket of their own now. */
  | { readonly kind: 'left'; readonly members: readonly string[] }
  /** Put right by a person of the desk; exported as a labelled line (`npm run corrections`). */
  | {
      readonly kind: 'corrected';
      readonly set: Partial<Pick<TicketBase, 'unit' | 'level' | 'category' | 'reason'>>;
      readonly why: string;
    }
  | { readonly kind: 'told'; readonly timer: string }
  /** Taken into an incident; a member's own dispatch ends with it. */
  | { readonly kind: 'gathered'; readonly incident: IncidentId; readonly part: 'head' | 'member' }
  /** Out of the incident again, to be dispatched by itself. */
  | { readonly kind: 'released'; readonly why: string }
  /** The incident was repaired, and this member with it. */
  | {
      readonly kind: 'restored';
      readonly work: Working & { readonly arrivedAt: Instant | null };
      readonly resolution: string;
    }
);

/** Deadlines and reminders of a ticket. `key` is unique within the ticket and holds the round where it counts. */
export type TimerKind =
  | 'accept-warn'
  | 'accept-due'
  | 'accept-again'
  | 'arrive-warn'
  | 'arrive-due'
  | 'arrive-late'
  | 'arrive-ask'
  | 'arrive-expired'
  | 'resolve-warn'
  | 'resolve-due'
  | 'resolve-late'
  | 'beat'
  | 'retry-assign'
  | 'suspend-check'
  | 'close'
  | 'incident-beat'
  | 'plan-end';
export type Timer = { readonly key: string; readonly kind: TimerKind; readonly due: Instant };

/** Why nothing was changed. Each has its Chinese sentence in say/. */
export type Refusal =
  | { readonly kind: 'no-such-ticket'; readonly ref: string }
  | { readonly kind: 'nothing-open' }
  /** No job waits for somebody to take it. */
  | { readonly kind: 'nothing-waits' }
  /** act: what a school's contact wanted of it; the work's acts leave it out. */
  | { readonly kind: 'not-yours'; readonly ticket: Ticket; readonly act?: Intent }
  | { readonly kind: 'taken'; readonly ticket: Ticket; readonly by: StaffId }
  | { readonly kind: 'not-in-state'; readonly ticket: Ticket; readonly act: Intent }
  | { readonly kind: 'role'; readonly act: Intent }
  | { readonly kind: 'own-rating'; readonly ticket: Ticket }
  | { readonly kind: 'no-reason'; readonly ticket: Ticket; readonly act: Intent }
  | { readonly kind: 'no-such-person'; readonly name: string }
  | { readonly kind: 'away'; readonly who: StaffId; readonly until: Instant }
  | { readonly kind: 'too-late'; readonly ticket: Ticket }
  /** An order about an incident; `words` names what is wrong with it. */
  | {
      readonly kind: 'incident';
      readonly why:
        'role' | 'none' | 'which' | 'over' | 'unknown-unit' | 'not-in-it' | 'no-such-ticket' | 'cannot-join';
      readonly words: string;
    };

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

/** Of `min` or more waiting in one lane under one key, one message is made: the first's `head`, every `item`, the last's `tail`. */
export type Fold = {
  readonly key: string;
  readonly min: number;
  readonly head: string;
  readonly item: string;
  readonly tail: string;
};

/** A line of the service list on which a guaranteed event is booked (contract.md, annex 1). */
export type GuaranteeLine = 10 | 11 | 12 | 13 | 14;

/** What happened to a guaranteed event, in the order of its log. */
export type GuaranteeEvent = { readonly at: Instant; readonly by: Actor } & (
  | { readonly kind: 'made' }
  /** `from` and `to` are what it was moved to. */
  | { readonly kind: 'moved'; readonly from: Instant; readonly to: Instant }
  | { readonly kind: 'units-added'; readonly units: readonly UnitName[] }
  | { readonly kind: 'units-dropped'; readonly units: readonly UnitName[] }
  /** Who stands by, by name; the newest counts. */
  | { readonly kind: 'named'; readonly people: readonly StaffId[] }
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
