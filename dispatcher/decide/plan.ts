/** Planned cuts and changes: told before, listed, moved, ended; what waits for them goes with them (issue 4, «Planned work»). Pure. */
import type { ChatRef } from '../../bot/gateway.js';
import type { Bulletin, Plan, PlanEvent } from '../bulletin.js';
import type { Change } from '../decision.js';
import type { Instant, Ticket } from '../model.js';
import type { PlanOrder } from '../understand/plan-order.js';
import { faulty, type DeskDecision, type PlanNews } from './desk-decision.js';
import { eveOf } from './guarantee-turns.js';
import type { NoticeScene } from './notice.js';
import { actorOf, change } from './scene.js';
import { MINUTE } from './time.js';
import { planOf } from './planned.js';
import type { Turn, TurnSource } from './turn.js';

type Scene = NoticeScene & { readonly tickets: readonly Ticket[] };

/** So long before it begins it is told once more (issue 4). */
const SOON = 30 * MINUTE;

const standing = (bulletins: readonly Bulletin[], now: Instant): readonly Plan[] =>
  bulletins.filter((one): one is Plan => one.kind === 'plan' && one.state === 'planned' && one.to > now);

const step = (plan: Plan, set: Partial<Plan>, event: PlanEvent): Plan => ({
  ...plan,
  ...set,
  log: [...plan.log, event],
});

const done = (
  note: string,
  changed: readonly Plan[],
  news: readonly PlanNews[],
  changes: readonly Change[] = [],
): DeskDecision => ({
  changes,
  effects: [],
  desk: news.map((one) => ({ kind: 'plan', news: one })),
  learnt: null,
  bulletins: changed,
  note: `plan ${note}`,
});

/** Tickets kept back by the plan wait until its new end. */
const moved = ({ tickets, house, now }: Scene, plan: Plan): readonly Change[] =>
  tickets
    .filter((ticket) => planOf(ticket) === plan.id)
    .map((ticket) => {
      const event = { kind: 'held', at: now, by: 'clock', plan: plan.id, until: plan.to, why: plan.name } as const;
      return change(ticket, [event], house.policy);
    });

const meant = (scene: Scene, name: string): Plan | DeskDecision => {
  const plans = standing(scene.bulletins, scene.now);
  const found = plans.filter((plan) => plan.name.includes(name));
  const [first, ...others] = found;
  if (first === undefined) return faulty({ kind: 'no-plan', name }, scene.at);
  return others.length === 0 ? first : faulty({ kind: 'which-plan', options: found }, scene.at);
};

/** What an order about planned work leads to. */
export const decidePlan = (scene: Scene, order: PlanOrder, home: ChatRef): DeskDecision => {
  const { now, sender, at, id } = scene;
  const by = actorOf(sender);
  switch (order.what) {
    case 'list':
      return done('list', [], [{ kind: 'list', plans: standing(scene.bulletins, now), at }]);
    case 'add': {
      const { name, units, from, to, reason } = order;
      const plan: Plan = {
        ...{ id, kind: 'plan', state: 'planned', from, to, name, units, reason, home },
        madeBy: { key: sender.key, name: sender.name },
        log: [{ kind: 'planned', at: now, by }],
      };
      return done('made', [plan], [{ kind: 'made', plan, at }]);
    }
    case 'move': {
      const found = meant(scene, order.name);
      if (!('units' in found)) return found;
      const { from, to } = order;
      const after = step(found, { from, to }, { kind: 'moved', at: now, by, from, to });
      return done('moved', [after], [{ kind: 'moved', plan: after, at }], moved(scene, after));
    }
    case 'finish': {
      const found = meant(scene, order.name);
      if (!('units' in found)) return found;
      const after = step(found, { state: 'finished', to: now }, { kind: 'finished', at: now, by });
      return done('finished', [after], [{ kind: 'finished', plan: after, at }], moved(scene, after));
    }
    default:
      return order satisfies never;
  }
};

type Told = Turn & { readonly plan: Plan; readonly when: 'eve' | 'soon'; readonly until: Instant };

const turnsOf = (plan: Plan): readonly Told[] => {
  const turn = (when: 'eve' | 'soon', at: Instant, until: Instant): Told => ({
    ...{ kind: 'plan', id: `plan-${when}:${plan.id}:${plan.from}`, at, since: null, staff: null },
    ...{ plan, when, until },
  });
  const made = plan.log[0]?.at ?? plan.from;
  const soon = plan.from - SOON;
  // What was planned after its evening, or within the half hour, has just been told.
  return [turn('eve', eveOf(plan), soon), turn('soon', soon, plan.from)].filter(({ at }) => at > made);
};

const planned = (bulletins: readonly Bulletin[]): readonly Told[] =>
  bulletins.flatMap((one) => (one.kind === 'plan' && one.state === 'planned' ? turnsOf(one) : []));

/** The evening before and half an hour before. */
export const PLAN_TURNS: TurnSource = {
  due: ({ now, bulletins }) => planned(bulletins).filter(({ at, until }) => at <= now && now < until),
  next: ({ now, bulletins }) => {
    const ahead = planned(bulletins).filter(({ at }) => at > now);
    return ahead.length === 0 ? null : Math.min(...ahead.map(({ at }) => at));
  },
};

/** The word before it; one that was moved or ended meanwhile has no such turn any more. */
export const decidePlanTurn = (
  id: string,
  bulletins: readonly Bulletin[],
  now: Instant,
  groups: readonly ChatRef[],
): DeskDecision => {
  const turn = planned(bulletins).find((one) => one.id === id && one.at <= now && now < one.until);
  if (turn === undefined) return done('turn not wanted', [], []);
  const { plan, when } = turn;
  const after = step(plan, {}, { kind: 'told', at: now, by: 'clock', when });
  return done(`told ${when}`, [after], [{ kind: 'told', plan: after, groups }]);
};
