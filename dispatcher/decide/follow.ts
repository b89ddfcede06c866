/** What follows from a decision for other jobs: the next that waits, and what lies on the way. After it, and before the words. Pure. */
import type { Change, Effect } from '../decision.js';
import type { Decision } from '../decision.js';
import type { Instant, Ticket } from '../model.js';
import type { Loaded } from '../ports.js';
import { withTicket } from './hands.js';
import { nearbyTold } from './nearby.js';
import type { House } from './scene.js';
import { freedBy, offerWaiting } from './waiting.js';

type Known = { readonly now: Instant; readonly house: House; readonly loaded: Loaded };
type Done = { readonly changes: readonly Change[]; readonly effects: readonly Effect[] };

const beforeOf = (id: string, loaded: Loaded): Ticket | undefined => loaded.tickets.find((t) => t.id === id);

/** Whoever has a hand free by these changes is offered what waits. */
export const withNext = <D extends Done>(done: D, { now, house, loaded }: Known): D => {
  const who = done.changes.flatMap(({ after }) => {
    const before = beforeOf(after.id, loaded);
    return (before === undefined ? null : freedBy(before, after)) ?? [];
  });
  if (who.length === 0) return done;
  const loads = done.changes.reduce((hands, { after }) => withTicket(hands, after), loaded.loads);
  const touched = new Set(done.changes.map(({ after }) => after.id));
  const rest = loaded.tickets.filter(({ id }) => !touched.has(id));
  const next = offerWaiting(rest, { now, house, loads, guarantees: loaded.guarantees, who });
  return { ...done, changes: [...done.changes, ...next.changes], effects: [...done.effects, ...next.effects] };
};

/** A decision with all that follows from it; a refusal has nothing that does. */
export const withFollowing = (known: Known, decision: Decision): Decision =>
  decision.kind === 'refused' ? decision : nearbyTold(withNext(decision, known), known);
