import type { Intent, Role, Sender, Ticket } from '../model.js';
import type { Target } from './correlate.js';
import { RIGHTS } from './rights.js';
import type { Scene } from './scene.js';
import { isOpen } from './sla.js';

/** Who sees the whole desk: those who keep it, and 甲方. */
const OVERSEES: readonly Role[] = ['desk', 'lead', 'manager', 'client'];

/** What one does to jobs that are not one's own. */
const ACTS = ['urge', 'query', 'recovered', 'cancel', 'decline'] as const;
type Overseen = (typeof ACTS)[number];

const isOverseen = (act: Intent): act is Overseen => ACTS.some((one) => one === act);

/** More than these are no choice: then the number is asked for. */
const MOST = 9;

/** May these words be about anybody's open ticket, so that all of them have to be seen? Only where the bot was spoken to. */
export const overseesAll = (act: Intent, refs: readonly string[], sender: Sender, addressed: boolean): boolean =>
  addressed &&
  refs.length === 0 &&
  isOverseen(act) &&
  OVERSEES.includes(sender.role) &&
  RIGHTS[act][sender.role] === 'yes';

/** 「崔建超手上几个单」「让崔建超赶紧接」: those of the engineer who is named. */
const ofNamed = (tickets: readonly Ticket[], { facts }: Scene, act: Intent): readonly Ticket[] => {
  const theirs = tickets.filter((t) => 'assignee' in t && t.assignee === facts.target);
  return act !== 'decline' && theirs.length > 0 ? theirs : tickets;
};

/**
 * The ticket that somebody who oversees the desk means without having one of his own (「@小通 催一下」): the only open one, or a choice. Schools
 * that are named narrow it. Between people (not said to the bot) it counts only where a school is named that has one open ticket.
 */
export const overseen = (scene: Scene, act: Intent): Target => {
  const { facts, sender, loaded, addressed } = scene;
  const { units } = facts;
  if (!overseesAll(act, facts.tickets, sender, addressed || units.length > 0)) return { kind: 'none' };
  const tickets = loaded.tickets.filter(
    (t: Ticket) => isOpen(t) && (units.length === 0 || (t.unit !== null && units.includes(t.unit))),
  );
  const [only, ...others] = ofNamed(tickets, scene, act);
  if (only === undefined) return { kind: 'none' };
  if (others.length === 0) return { kind: 'one', ticket: only };
  return addressed && (act === 'query' || others.length < MOST)
    ? { kind: 'many', tickets: [only, ...others] }
    : { kind: 'none' };
};
