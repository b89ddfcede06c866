import type { Role, Sender, Ticket } from '../model.js';
import { isOf } from './same-fault.js';

/** What is ordered in words beside the work itself. `call`: a hotline call entered (代报); `behalf`: anything else for somebody; `record`: a ticket's log; `grade`: its level by word; `lanes`: what waits to be said. */
export const DESK_ACTS = [
  'bind',
  'call',
  'behalf',
  'record',
  'merge',
  'split',
  'grade',
  'lanes',
  'notice',
  'notice-seen',
  'plan',
  'inspection',
] as const;
export type DeskAct = (typeof DESK_ACTS)[number];

/** What a school says of its ticket, or somebody for it (triage-rubric.md 1); `reopen` is 「还是不行」. */
export const SCHOOL_ACTS = ['supplement', 'urge', 'query', 'recovered', 'cancel', 'feedback', 'reopen'] as const;
export type SchoolAct = (typeof SCHOOL_ACTS)[number];

/** What those do who repair (triage-rubric.md 1). */
export const WORK_ACTS = ['accept', 'decline', 'arrive', 'progress', 'suspend', 'resume', 'resolve'] as const;
export type WorkAct = (typeof WORK_ACTS)[number];

/** Everything that is anybody's right; `correct` puts a reading right (issue 3). */
export type Act = DeskAct | 'correct' | SchoolAct | WorkAct;

/**
 * own: of tickets that are one's own: reported or joined; of the work, held. unit: those, and the tickets of one's school.
 * Where a role has no part in it at all it is `no`.
 */
export type Right = 'yes' | 'unit' | 'own' | 'no';

type ByRole = Readonly<Record<Role, Right>>;

const KEEPS_DESK: ByRole = { reporter: 'no', engineer: 'no', desk: 'yes', lead: 'yes', manager: 'yes', client: 'no' };
/** A colleague of the same school sees the same dark screen; those who keep the desk speak for schools; others for what they reported. */
const SPEAKS: ByRole = { reporter: 'unit', engineer: 'own', desk: 'yes', lead: 'yes', manager: 'yes', client: 'own' };
/** Anybody of ours or of 甲方 may ask and press; a school only for itself. */
const ASKS: ByRole = { reporter: 'unit', engineer: 'yes', desk: 'yes', lead: 'yes', manager: 'yes', client: 'yes' };
/** Of the work that one holds. */
const HOLDS: ByRole = { reporter: 'no', engineer: 'own', desk: 'own', lead: 'own', manager: 'own', client: 'no' };

/** Who may do what (design.md 4; issue 4, «Rights by role, in one table»). Every cell stands here and is tested by itself. */
export const RIGHTS: Readonly<Record<Act, ByRole>> = {
  bind: KEEPS_DESK,
  /** Somebody else's 代报 is their own report with another's name and number: a fault told is never lost. */
  call: KEEPS_DESK,
  behalf: KEEPS_DESK,
  merge: KEEPS_DESK,
  split: KEEPS_DESK,
  grade: KEEPS_DESK,
  lanes: KEEPS_DESK,
  plan: KEEPS_DESK,
  /** Whoever goes out says what he inspected; those who keep the desk see everybody's. */
  inspection: { ...KEEPS_DESK, engineer: 'yes' },
  notice: { ...KEEPS_DESK, desk: 'no' },
  /** Whoever reads it may say so. */
  'notice-seen': { reporter: 'yes', engineer: 'yes', desk: 'yes', lead: 'yes', manager: 'yes', client: 'yes' },
  correct: KEEPS_DESK,
  supplement: { ...ASKS, client: 'own' },
  urge: ASKS,
  query: ASKS,
  recovered: SPEAKS,
  cancel: SPEAKS,
  reopen: SPEAKS,
  /** Whoever repairs never rates; the desk rates what it reported itself, and for callers (see `ratesFor`). */
  feedback: { reporter: 'own', engineer: 'no', desk: 'own', lead: 'own', manager: 'own', client: 'own' },
  accept: { ...HOLDS, engineer: 'yes', desk: 'yes', lead: 'yes', manager: 'no' },
  /** Handing on what is not one's own is 改派. */
  decline: { ...HOLDS, desk: 'yes', lead: 'yes', manager: 'yes' },
  arrive: HOLDS,
  progress: HOLDS,
  suspend: HOLDS,
  resume: HOLDS,
  resolve: HOLDS,
  /** Schools see how their own ticket stands; who was asked and who declined is the team's and 甲方's. */
  record: { reporter: 'no', engineer: 'yes', desk: 'yes', lead: 'yes', manager: 'yes', client: 'yes' },
};

/** May this person do it to this ticket, as far as schools' acts go? Of the work `lifecycle` knows what is one's own. */
export const maySay = (act: SchoolAct, ticket: Ticket, sender: Sender): boolean => {
  const right = RIGHTS[act][sender.role];
  switch (right) {
    case 'yes':
      return true;
    case 'unit':
      return isOf(ticket, sender) || isColleague(ticket, sender);
    case 'own':
      return isOf(ticket, sender);
    case 'no':
      return false;
  }
};

/** Of the ticket's school, without having reported or joined it. */
export const isColleague = (ticket: Ticket, sender: Sender): boolean =>
  sender.role === 'reporter' && sender.unit !== null && sender.unit === ticket.unit && !isOf(ticket, sender);

/** A caller writes no messages: their rating comes over the telephone, and whoever keeps the desk enters it for them (代办). */
export const ratesFor = (ticket: Ticket, sender: Sender): boolean =>
  ticket.caller !== null && RIGHTS.behalf[sender.role] === 'yes';
