import type { Decision } from '../decision.js';
import type { Facts, Ticket } from '../model.js';
import { accepted, type Scene } from './scene.js';

/** From here on an act is taken for what was meant, also where a question stands open. */
export const SURE_ACT = 0.8;

/** Asks which one is meant, and remembers what shall be done with the answer. */
export const ask = (scene: Scene, options: readonly Ticket[]): Decision =>
  accepted('choice asked', {
    effects: [{ kind: 'choice', options, at: scene.at }],
    talk: {
      draft: scene.loaded.talk.draft,
      choice: { facts: scene.facts, options: options.map((t) => t.id), at: scene.now },
    },
  });

/** A number with an act of its own (「0018 撤单」) is a new word, not the answer to the question that still stands. */
const namesAct = (facts: Facts, pending: Facts): boolean =>
  // A button's 选这张 asks how the ticket stands, unless a question waits for it.
  (facts.words !== '' || facts.intent !== 'query') &&
  facts.confidence >= SURE_ACT &&
  facts.intent !== 'supplement' &&
  facts.intent !== 'chatter' &&
  facts.intent !== pending.intent;

/** The answer to 「您说的是哪张」: what was meant then, with the ticket chosen now. Null where this is no such answer. */
export const chosen = (scene: Scene): { readonly facts: Facts; readonly ticket: Ticket } | null => {
  const { loaded, facts, now, house } = scene;
  const pending = loaded.talk.choice;
  if (pending === null || now - pending.at > house.policy.choiceMs) return null;
  const [only, ...more] = pending.options;
  const yes = facts.bare === 'yes' && more.length === 0 ? only : undefined;
  const byNumber = facts.choice === null ? undefined : pending.options[facts.choice - 1];
  const byRef = namesAct(facts, pending.facts)
    ? undefined
    : pending.options.find((id) => facts.tickets.some((ref) => id === ref || id.endsWith(`-${ref}`)));
  const ticket = loaded.tickets.find((t) => t.id === (byNumber ?? yes ?? byRef));
  return ticket === undefined ? null : { facts: pending.facts, ticket };
};
