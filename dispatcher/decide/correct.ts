import type { Decision, Effect } from '../decision.js';
import type { Correction, Role, Ticket, TicketEvent } from '../model.js';
import { evolveAll } from './evolve.js';
import { offer } from './offer.js';
import { RIGHTS } from './rights.js';
import { QUIET, accepted, actorOf, change, type Scene } from './scene.js';
import { isOpen } from './sla.js';

/** May this role put a reading right? Its word counts over the reading (issue 3). */
export const mayCorrect = (role: Role): boolean => RIGHTS.correct[role] === 'yes';

type Set = Extract<TicketEvent, { kind: 'corrected' }>['set'];

const setOf = (ticket: Ticket, correction: Correction, by: string, why: string): Set => ({
  ...(correction.level === null || correction.level === ticket.level
    ? {}
    : { level: correction.level, reason: { words: '', meaning: `${by}改定${why === '' ? '' : `：${why}`}` } }),
  ...(correction.category === null ? {} : { category: correction.category }),
  ...(correction.unit === null ? {} : { unit: correction.unit }),
});

/**
 * A person puts the reading right: the ticket changes with its clocks, the log holds who and why. A job still waiting for its engineer
 * goes to whoever the right category, or the unit that was missing, asks for.
 */
export const decideCorrection = (scene: Scene, ticket: Ticket, correction: Correction): Decision => {
  const { now, sender, house, loaded, at } = scene;
  if (!mayCorrect(sender.role)) return { kind: 'refused', refusal: { kind: 'role', act: 'supplement' } };
  if (ticket.state === 'cancelled' || ticket.state === 'merged') {
    return { kind: 'refused', refusal: { kind: 'not-in-state', ticket, act: 'supplement' } };
  }
  const by = actorOf(sender);
  const event: TicketEvent = {
    kind: 'corrected',
    at: now,
    by,
    set: setOf(ticket, correction, sender.name, correction.reason),
    why: correction.reason,
  };
  const after = evolveAll(ticket, [event]);
  const waits = ticket.state === 'offered' || ticket.state === 'unassigned';
  const reroute =
    waits && (after.category !== ticket.category || (ticket.state === 'unassigned' && ticket.unit === null));
  const told: Effect = { kind: 'corrected', ticket: after, by: sender.name, at };
  if (reroute) {
    const step = ticket.state === 'offered' ? 'next' : 'first';
    const from = ticket.state === 'offered' ? { name: sender.name, reason: '类别更正' } : null;
    const sent = offer(ticket, [event], { now, by, house, loads: loaded.loads, step, named: null, from });
    const final = evolveAll(ticket, sent.events);
    return accepted('corrected, offered anew', {
      changes: [change(ticket, sent.events, house.policy)],
      effects: [{ ...told, ticket: final }, ...sent.effects],
      talk: QUIET,
    });
  }
  const raised: readonly Effect[] =
    isOpen(after) && after.level < ticket.level ? [{ kind: 'raised', ticket: after, from: ticket.level }] : [];
  return accepted('corrected', {
    changes: [change(ticket, [event], house.policy)],
    effects: raised.length > 0 ? raised : [told],
    talk: QUIET,
  });
};
