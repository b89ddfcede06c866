import type { Role } from '../model.js';

/** What is ordered in words beside the work itself. `call`: a hotline call entered (代报); `behalf`: anything else for somebody; `record`: a ticket's log; `grade`: its level by word. */
export const DESK_ACTS = ['bind', 'call', 'behalf', 'record', 'merge', 'split', 'grade'] as const;
export type DeskAct = (typeof DESK_ACTS)[number];

/** own: of tickets that are one's own. */
export type Right = 'yes' | 'own' | 'no';

const KEEPS_DESK: Readonly<Record<Role, Right>> = {
  reporter: 'no',
  engineer: 'no',
  desk: 'yes',
  lead: 'yes',
  manager: 'yes',
  client: 'no',
};

/** Who may give which order (issue 4, «Rights by role, in one table»). Every cell stands here and is tested by itself. */
export const RIGHTS: Readonly<Record<DeskAct, Readonly<Record<Role, Right>>>> = {
  bind: KEEPS_DESK,
  /** Somebody else's 代报 is their own report with another's name and number: a fault told is never lost. */
  call: KEEPS_DESK,
  behalf: KEEPS_DESK,
  merge: KEEPS_DESK,
  split: KEEPS_DESK,
  grade: KEEPS_DESK,
  /** Schools see how their own ticket stands; who was asked and who declined is the team's and 甲方's. */
  record: { reporter: 'no', engineer: 'yes', desk: 'yes', lead: 'yes', manager: 'yes', client: 'yes' },
};
