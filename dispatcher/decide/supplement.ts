import type { Decision, Effect } from '../decision.js';
import type { Ticket, TicketEvent, UnitName } from '../model.js';
import { evolveAll } from './evolve.js';
import { learntOf } from './learnt.js';
import { liftBy } from './lift.js';
import { offer } from './offer.js';
import { placeAfter } from './place.js';
import { needsPlace, questionFor } from './question.js';
import { accepted, actorOf, change, type Scene } from './scene.js';
import { isAsked } from './same-fault.js';
import { isOpen } from './sla.js';

type Set = Extract<TicketEvent, { kind: 'supplemented' }>['set'];

/** A unit that was missing may lift the level, where the words do not set it anew. */
const lifted = (scene: Scene, ticket: Ticket): Set => {
  const { unit, faults } = scene.facts;
  const known = unit === null ? undefined : scene.house.units.get(unit);
  if (ticket.unit !== null || known === undefined || faults.length > 0) return {};
  return liftBy(ticket, known, scene.loaded.guarantees, scene.now) ?? {};
};

/** A unit counts only where it was missing or is named in these words; one's own unit, known beforehand, changes nothing. */
const unitSaid = (scene: Scene, ticket: Ticket): Set => {
  const { unit, units } = scene.facts;
  const counts = unit !== null && unit !== ticket.unit && (ticket.unit === null || units.includes(unit));
  return counts ? { unit } : {};
};

/** Words beside the place, in characters, up to which a message tells the place and nothing else. */
const LITTLE = 8;

/**
 * The place after these words. It counts where it is needed or asked for, where it puts right what was told, where it is all that is said, and
 * where it holds the place known already; else it is where somebody waits or a key lies, which the engineer is told in the words themselves.
 */
const placeSaid = (scene: Scene, ticket: Ticket): string | null => {
  const { facts } = scene;
  const told = facts.location ?? facts.faults[0]?.location ?? null;
  if (told === null) return null;
  const wanted = ticket.asked === 'location' || ticket.asked === 'scope' || facts.faults.length > 0 || facts.amends;
  const alone = facts.symptoms.length === 0 && [...facts.words].length - [...told].length <= LITTLE;
  if (ticket.place === null) return wanted || alone || needsPlace(ticket) ? told : null;
  const after = placeAfter(ticket.place, told, facts.amends);
  const holds = after === told || after === ticket.place;
  return wanted || alone || holds ? after : null;
};

/** What the words add to the ticket. The newest statement wins (triage-rubric.md 2): a scope said anew sets the level anew. */
const additions = (scene: Scene, ticket: Ticket): Set => {
  const { facts } = scene;
  const [fault] = facts.faults;
  const place = placeSaid(scene, ticket);
  return {
    ...unitSaid(scene, ticket),
    ...lifted(scene, ticket),
    ...(place === null ? {} : { place }),
    ...(facts.phone === null ? {} : { phone: facts.phone }),
    ...(facts.contact === null ? {} : { contact: facts.contact }),
    // A scope counts also where it leaves the level as it was: it answers the question how far the fault reaches.
    ...(fault === undefined || fault.scope === 'unknown' ? {} : { scope: fault.scope }),
    ...(fault === undefined || fault.severity === ticket.level
      ? {}
      : { level: fault.severity, reason: fault.reason, scope: fault.scope }),
  };
};

/** It is not dispatched before its school is known. */
const holds = (ticket: Ticket): boolean => ticket.state === 'unassigned' && ticket.why === 'unit';

/** More schools than these are no help. */
const FEW = 6;

/** The schools whose short name begins with what was said and nothing else: 张家湾. */
const schoolsLike = ({ text, house }: Scene): readonly UnitName[] => {
  const said = text.replace(/^@\S+\s*|[\s,，。.!！的是]|我们|这边|这儿/gu, '');
  if (said.length < 2 || said.length > 5) return [];
  const found = [...house.units.values()].filter(({ shortNames }) => shortNames.some((name) => name.startsWith(said)));
  return found.length > FEW ? [] : found.map(({ name }) => name);
};

/** Waited for its unit and has it now, or has been raised to a level that does not wait. */
const ready = (before: Ticket, after: Ticket): boolean => holds(before) && (after.unit !== null || after.level === 1);

/** The words go to whoever works on it, unless those are the engineer's own. */
const passedOn = (scene: Scene, before: Ticket, after: Ticket): readonly Effect[] =>
  !('assignee' in before) || before.assignee === scene.sender.staff
    ? []
    : [{ kind: 'passed-on', ticket: after, what: 'supplement', words: scene.text, to: before.assignee }];

/** Several units named as the place are no missing unit. */
const several = (scene: Scene, ticket: Ticket): boolean =>
  scene.facts.units.length > 1 || (ticket.unit === null && ticket.place !== null && ticket.asked !== 'unit');

/**
 * Detail for an open ticket: noted, passed to the engineer, the next question asked; dispatched now if it waited for this.
 * asks: false where another ticket of the same words asks the next question (one at a time, voice.md 5).
 */
export const decideSupplement = (scene: Scene, ticket: Ticket, asks = true): Decision => {
  if (!isOpen(ticket)) return { kind: 'refused', refusal: { kind: 'not-in-state', ticket, act: 'supplement' } };
  const { now, sender, house, at, loaded } = scene;
  const said: TicketEvent = {
    kind: 'supplemented',
    at: now,
    by: actorOf(sender),
    text: scene.text,
    set: additions(scene, ticket),
  };
  const noted = evolveAll(ticket, [said]);
  const wanted = isAsked(ticket, sender) ? questionFor(noted, sender, several(scene, ticket)) : noted.asked;
  const next = asks ? wanted : null;
  // Nothing is asked twice, but a school that was told by half is asked for with those it could be.
  const among = next === 'unit' && ticket.asked === 'unit' && holds(ticket) ? schoolsLike(scene) : [];
  const question = next === ticket.asked && among.length === 0 ? null : next;
  const events: readonly TicketEvent[] =
    next === ticket.asked ? [said] : [said, { kind: 'asked', at: now, by: 'clock', what: next }];
  const learnt = learntOf(scene);
  if (ready(ticket, noted)) {
    const request = { now, by: 'clock', house, loads: loaded.loads, step: 'first', named: null, from: null } as const;
    const sent = offer(ticket, events, request);
    const after = evolveAll(ticket, sent.events);
    return accepted('complete, dispatched', {
      changes: [change(ticket, sent.events, house.policy)],
      effects: [{ kind: 'receipt', ticket: after, at, question }, ...sent.effects],
      learnt,
    });
  }
  const after = evolveAll(ticket, events);
  const raised: readonly Effect[] =
    after.level < ticket.level ? [{ kind: 'raised', ticket: after, from: ticket.level }] : [];
  return accepted('supplemented', {
    changes: [change(ticket, events, house.policy)],
    effects: [{ kind: 'noted', ticket: after, at, question, among }, ...raised, ...passedOn(scene, ticket, after)],
    learnt,
  });
};
