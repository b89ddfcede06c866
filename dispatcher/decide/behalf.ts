import type { Decision } from '../decision.js';
import type { Sender, Ticket, TicketEvent } from '../model.js';
import { faulty, type DeskDecision, type DeskEffect } from './desk-decision.js';
import { withFollowing } from './follow.js';
import { decideMessage } from './message.js';
import type { Scene } from './scene.js';

/** Acts of the work itself, of which the engineer must know that somebody did them in his place. */
const WORK = ['accepted', 'declined', 'arrived', 'progressed', 'suspended', 'resumed', 'resolved'] as const;
export type WorkDone = (typeof WORK)[number];

const doneIn = (events: readonly TicketEvent[]): WorkDone | null =>
  WORK.find((kind) => events.some((event) => event.kind === kind && event.by !== 'clock')) ?? null;

/** The engineer for whom somebody acted hears of it, directly. */
const toldOf = (decision: Extract<Decision, { kind: 'accepted' }>, { sender }: Scene): readonly DeskEffect[] => {
  const { staff, via } = sender;
  if (staff === null || via === undefined || via.key === sender.key) return [];
  return decision.changes.flatMap(({ after, events }) => {
    const done = doneIn([...events].reverse());
    return done === null ? [] : [{ kind: 'acted-for', ticket: after, done, to: staff, by: via.name } as const];
  });
};

const choiceIn = (decision: Extract<Decision, { kind: 'accepted' }>): readonly Ticket[] | null =>
  decision.effects.flatMap((effect) => (effect.kind === 'choice' ? [effect.options] : []))[0] ?? null;

/**
 * A word of the desk for somebody else, decided as that person's own: `scene.sender` is that person, with the desk as `via`. What that
 * person may not do, the desk cannot do for them.
 */
export const decideBehalf = (scene: Scene): DeskDecision => {
  const { sender, at } = scene;
  const decision = withFollowing(scene, decideMessage(scene));
  if (decision.kind === 'refused')
    return faulty({ kind: 'not-done', name: sender.name, refusal: decision.refusal }, at);
  const options = choiceIn(decision);
  if (options !== null) return faulty({ kind: 'which', tickets: options }, at);
  const nothing = decision.effects.every(({ kind }) => kind === 'unplaced') && decision.changes.length === 0;
  if (nothing) return faulty({ kind: 'form', form: 'behalf' }, at);
  return {
    changes: decision.changes,
    effects: decision.effects,
    desk: toldOf(decision, scene),
    learnt: null,
    note: `on behalf: ${decision.note}`,
  };
};

/** Somebody of the roster for whom the desk speaks. */
export const memberFor = (
  member: { readonly id: string; readonly name: string; readonly role: Sender['role'] },
  by: Sender,
): Sender => ({
  key: `staff:${member.id}`,
  name: member.name,
  role: member.role,
  staff: member.id,
  unit: null,
  phone: null,
  via: { key: by.key, name: by.name, role: by.role },
});
