/** What a planned cut keeps back: reports of its units while it lasts (issue 4, «Planned work»). After the decision, before incidents. Pure. */
import type { Bulletin, Plan } from '../bulletin.js';
import type { Change, Decision, Effect } from '../decision.js';
import type { Instant, Ticket, TicketEvent } from '../model.js';
import { mayBeCarried } from './incident.js';
import { planOf } from './planned.js';
import { change, type Scene } from './scene.js';

const LOST = /停电|断电|没电|供电/u;

/** The plan under way that accounts for this fault: of its unit, and of what a cut takes. Another fault is its own, however grave. */
const accounts = (plans: readonly Bulletin[], ticket: Ticket, now: Instant): Plan | null =>
  plans.find(
    (one): one is Plan =>
      one.kind === 'plan' &&
      one.state === 'planned' &&
      one.from <= now &&
      now < one.to &&
      ticket.unit !== null &&
      one.units.includes(ticket.unit) &&
      (mayBeCarried(ticket) || LOST.test(ticket.fault)),
  ) ?? null;

const held = (scene: Scene, one: Change): { readonly change: Change; readonly plan: Plan } | null => {
  const [first, ...rest] = one.events;
  if (first?.kind !== 'reported' || !rest.some(({ kind }) => kind === 'offered' || kind === 'stranded')) return null;
  const plan = accounts(scene.loaded.bulletins, first.ticket, scene.now);
  if (plan === null) return null;
  const event: TicketEvent = {
    ...{ kind: 'held', at: scene.now, by: 'clock', plan: plan.id, until: plan.to, why: plan.name },
  };
  return { change: change(first.ticket, [first, event], scene.house.policy), plan };
};

const planned = (effect: Effect, ticket: Ticket, plan: Plan): Effect | null =>
  effect.kind === 'receipt' || effect.kind === 'joined'
    ? { kind: 'planned', ticket, name: plan.name, until: plan.to, at: effect.at }
    : null;

/** The decision as planned work has it: what belongs to a cut under way is kept, marked, and answered in one line. */
export const withPlans = (scene: Scene, decision: Decision): Decision => {
  if (decision.kind === 'refused') return decision;
  const kept = decision.changes.flatMap((one) => held(scene, one) ?? []);
  const byId = new Map(kept.map((one) => [one.change.after.id, one] as const));
  const effects = decision.effects.flatMap((effect): readonly Effect[] => {
    if (!('ticket' in effect)) return [effect];
    const one = byId.get(effect.ticket.id);
    if (one !== undefined) return [planned(effect, one.change.after, one.plan)].filter((e) => e !== null);
    const plan = scene.loaded.bulletins.find((b): b is Plan => b.kind === 'plan' && b.id === planOf(effect.ticket));
    return [plan === undefined ? effect : (planned(effect, effect.ticket, plan) ?? effect)];
  });
  const changes = decision.changes.map((one) => byId.get(one.after.id)?.change ?? one);
  return { ...decision, changes, effects };
};
