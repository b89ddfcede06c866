import type { ChatRef } from '../../bot/gateway.js';
import type { Change, Decision, Effect, Place } from '../decision.js';
import type {
  Actor,
  Attendance,
  Facts,
  Instant,
  Sender,
  Staff,
  Talk,
  Ticket,
  TicketEvent,
  Unit,
  UnitName,
} from '../model.js';
import type { Policy, Topology } from '../policy.js';
import type { Loaded } from '../ports.js';
import { evolveAll } from './evolve.js';
import { timersOf } from './timers.js';

/** What every decision sees of the project: its rules, its people, its units. */
export type House = {
  readonly policy: Policy;
  readonly staff: readonly Staff[];
  readonly units: ReadonlyMap<UnitName, Unit>;
  /** Who is there now; `houseAt` makes it. */
  readonly attendance: Attendance;
  readonly topology: Topology;
};

/** Everything a decision on a message may look at. Values only; nothing in it can be asked for more. */
export type Scene = {
  readonly now: Instant;
  readonly house: House;
  readonly loaded: Loaded;
  readonly sender: Sender;
  readonly facts: Facts;
  readonly text: string;
  readonly addressed: boolean;
  /** Where the sender spoke, to answer there. */
  readonly at: Place;
  /** The sender's user id on the platform. */
  readonly user: string;
  /** The group in which tickets that come of this are spoken of. */
  readonly home: ChatRef;
  /** The sender called, and `sender.via` enters it (代报). */
  readonly call?: Call;
};

/** A call: when it came, where the words say so, and the caller's own account on a channel, where they are known. */
export type Call = {
  readonly at: Instant | null;
  readonly known: { readonly key: string; readonly name: string } | null;
};

/** The sender as the ticket's log names them. */
export const actorOf = ({ key, name, role, via }: Sender): Exclude<Actor, 'clock'> => ({
  key,
  name,
  role,
  ...(via === undefined ? {} : { via }),
});

/** A ticket carried through events, with the timers it wants afterwards. */
export const change = (ticket: Ticket, events: readonly TicketEvent[], policy: Policy): Change => {
  const after = evolveAll(ticket, events);
  return { after, events, timers: timersOf(after, policy) };
};

type Accepted = Extract<Decision, { kind: 'accepted' }>;

/** An accepted decision; what is not given does not change. */
export const accepted = (
  note: string,
  parts: {
    readonly changes?: readonly Change[];
    readonly effects?: readonly Effect[];
    readonly talk?: Talk | null;
    readonly learnt?: Accepted['learnt'];
    readonly incidents?: Accepted['incidents'];
  },
): Accepted => ({
  kind: 'accepted',
  note,
  changes: parts.changes ?? [],
  effects: parts.effects ?? [],
  talk: parts.talk ?? null,
  learnt: parts.learnt ?? null,
  incidents: parts.incidents ?? [],
});

/** A conversation in which nothing is pending. */
export const QUIET: Talk = { draft: null, choice: null };
