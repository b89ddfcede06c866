import type { Decision } from '../decision.js';
import type { Millis, StaffId, Ticket } from '../model.js';
import { SURE_ACT, ask } from './choice.js';
import { underGuarantee } from './guarantee-phase.js';
import { goesOut, lapsedFrom } from './lifecycle.js';
import { narrowed } from './narrow.js';
import { byPriority } from './priority.js';
import { accepted, type Scene } from './scene.js';
import { isWaiting } from './sla.js';
import { MINUTE } from './time.js';
import { decideWork } from './work.js';

/** Whoever comes second within this is told who has it. */
const JUST_TAKEN: Millis = 10 * MINUTE;

/** Spoken of in this chat; directly, of any. */
const isHere = (ticket: Ticket, { at }: Scene): boolean =>
  at.chat.kind === 'direct' || (ticket.home.channel === at.chat.channel && ticket.home.id === at.chat.id);

/** Those the words point at: 崔建超那个, 漷县中学那个. All where they point at none. */
const pointedAt = (tickets: readonly Ticket[], { facts, sender }: Scene): readonly Ticket[] => {
  const { target, units } = facts;
  return tickets.filter(
    (t) =>
      (target === null ||
        target === sender.staff ||
        t.passed.includes(target) ||
        t.lapsed.includes(target) ||
        ('assignee' in t && t.assignee === target)) &&
      (units.length === 0 || (t.unit !== null && units.includes(t.unit))),
  );
};

/** The first of these groups that has anything in it. */
const nearest = (...groups: readonly (readonly Ticket[])[]): readonly Ticket[] =>
  groups.find((group) => group.length > 0) ?? [];

/** Accepted just now: whoever takes it as well must hear who has it, and not go there. */
const justTaken = (scene: Scene): Ticket | null => {
  const { now, sender, loaded } = scene;
  const taken = pointedAt(
    loaded.tickets.filter((t) => isHere(t, scene) && takenAt(t) !== null && now - (takenAt(t) ?? 0) <= JUST_TAKEN),
    scene,
  );
  const asked = taken.filter((t) => sender.staff !== null && t.passed.includes(sender.staff));
  return [...nearest(asked, taken)].sort((a, b) => (takenAt(b) ?? 0) - (takenAt(a) ?? 0))[0] ?? null;
};

const takenAt = (ticket: Ticket): number | null =>
  ticket.state === 'accepted' || ticket.state === 'arrived' ? ticket.acceptedAt : null;

const nobodyWaits = (scene: Scene): Decision => {
  const { sender, facts, addressed } = scene;
  const sure = addressed || facts.confidence >= SURE_ACT;
  const taken = justTaken(scene);
  const by = taken !== null && 'assignee' in taken ? taken.assignee : null;
  if (taken !== null && by !== null && by !== sender.staff)
    return { kind: 'refused', refusal: { kind: 'taken', ticket: taken, by } };
  if (taken !== null && sure)
    return { kind: 'refused', refusal: { kind: 'not-in-state', ticket: taken, act: 'accept' } };
  // 我去 between colleagues is talk; 接单 is said to us.
  return sure ? { kind: 'refused', refusal: { kind: 'nothing-waits' } } : accepted('talk', {});
};

/** Offered to this one, now or before. */
const wasAsked = (ticket: Ticket, staff: StaffId | null): boolean =>
  staff !== null &&
  ((ticket.state === 'offered' && ticket.assignee === staff) ||
    lapsedFrom(ticket, staff) ||
    ticket.passed.includes(staff));

/** 好 or 我去 of somebody at work is said of that work: it never takes what was offered to another, unless the words point at it. */
const isOnlyANod = ({ facts, sender, loaded }: Scene, first: Ticket): boolean => {
  const busy = loaded.tickets.some(
    (t) => (t.state === 'accepted' || t.state === 'arrived' || t.state === 'suspended') && t.assignee === sender.staff,
  );
  const pointed = facts.target !== null || facts.units.length > 0;
  return busy && !pointed && facts.confidence < SURE_ACT && !wasAsked(first, sender.staff);
};

/**
 * Somebody takes a job without naming it. As long as nobody has accepted, whoever goes out may have it: what is offered to the one who
 * speaks, else what was, else what waits in this chat; of several it is asked which. An acceptance is never met with silence: where nothing
 * waits any more, who has it is told. Null: this is no such message, or not somebody who goes out.
 */
export const decideTake = (scene: Scene): Decision | null => {
  const { facts, sender, loaded, house, now } = scene;
  if (facts.intent !== 'accept' || facts.tickets.length > 0 || !goesOut(sender.role)) return null;
  if (loaded.tickets.some((t) => t.id === loaded.quoted?.ticket)) return null;
  const waiting = pointedAt(
    loaded.tickets.filter((t) => isWaiting(t) && isHere(t, scene) && !(t.state === 'unassigned' && t.why === 'unit')),
    scene,
  );
  const options = nearest(
    waiting.filter((t) => t.state === 'offered' && t.assignee === sender.staff),
    waiting.filter((t) => lapsedFrom(t, sender.staff)),
    waiting.filter((t) => sender.staff !== null && t.passed.includes(sender.staff)),
    waiting,
  );
  const [first] = options;
  if (first === undefined) return nobodyWaits(scene);
  if (isOnlyANod(scene, first)) return accepted('talk', {});
  const [one, ...others] = narrowed(options, scene);
  if (one !== undefined && others.length === 0) return decideWork(scene, 'accept', one);
  const order = byPriority(house.units, house.policy, underGuarantee(loaded.guarantees, now));
  return ask(scene, [...options].sort(order));
};
