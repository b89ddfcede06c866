import type { Decision } from '../decision.js';
import { UNNAMED, type Introduction } from '../model.js';
import { QUIET, accepted, type Scene } from './scene.js';

type Learnt = Extract<Decision, { kind: 'accepted' }>['learnt'];

/** A ticket of the sender's waits for an answer, so that a name with a school may be the person to ask for on site. */
const isAsked = ({ loaded, sender }: Scene): boolean =>
  loaded.tickets.some(
    (t) => t.reporter.key === sender.key && t.asked !== null && t.asked !== 'rating' && t.asked !== 'unit',
  );

/**
 * The introduction in these words, where it counts: a reporter's own. A signature does not move somebody who is known to be at
 * another school: whoever speaks of another school reports for that one and stays where they are.
 */
export const introducedIn = (scene: Scene): Introduction | null => {
  const { facts, sender } = scene;
  const told = facts.introduction;
  if (told === null || sender.role !== 'reporter' || sender.via !== undefined) return null;
  if (told.how === 'said') return told;
  return (sender.unit === null || sender.unit === told.unit) && !isAsked(scene) ? told : null;
};

/** A number told with somebody else's name is that person's. */
const ownPhone = ({ facts, sender }: Scene): string | null =>
  facts.contact === null || sender.name === UNNAMED || facts.contact.charAt(0) === sender.name.charAt(0)
    ? facts.phone
    : null;

/**
 * What a reporter's words tell of themselves: the unit they say they are of, else the first that they report for; a number to call;
 * their name where they tell it, or where the platform tells none the one to ask for ('' leaves it as it is). Null: nothing new.
 */
export const learntOf = (scene: Scene): Learnt => {
  const { facts, sender } = scene;
  if (sender.role !== 'reporter' || sender.via !== undefined) return null;
  const told = introducedIn(scene);
  if (told === null && facts.unit === null && facts.phone === null) return null;
  return {
    unit: told?.unit ?? sender.unit ?? facts.unit,
    phone: ownPhone(scene) ?? sender.phone,
    name: told?.name ?? (sender.name === UNNAMED ? facts.contact : null) ?? '',
  };
};

/** A decision with what the words tell of their sender, where it has learnt nothing itself. */
export const withIntroduction = (scene: Scene, decision: Decision): Decision =>
  decision.kind === 'refused' || decision.learnt !== null || introducedIn(scene) === null
    ? decision
    : { ...decision, learnt: learntOf(scene) };

/**
 * Somebody says who they are and nothing else: remembered, and said so where the bot was spoken to. Null where it is no such message,
 * or the words answer a question about a ticket.
 */
export const decideIntroduction = (scene: Scene): Decision | null => {
  const { facts, sender, loaded, at } = scene;
  const told = introducedIn(scene);
  if (told === null || !told.alone || facts.tickets.length > 0) return null;
  const waits = loaded.tickets.some((t) => t.reporter.key === sender.key && t.asked !== null && t.asked !== 'rating');
  if (waits || loaded.talk.draft !== null || loaded.talk.choice !== null) return null;
  const learnt = learntOf(scene);
  const former = sender.unit === told.unit ? null : sender.unit;
  const met = { kind: 'met', unit: told.unit, name: told.name, former, at } as const;
  return accepted('introduced', { effects: scene.addressed ? [met] : [], learnt, talk: QUIET });
};
