import { describe, expect, it } from 'vitest';
import type { Bulletin, Plan } from '../bulletin.js';
import type { Ticket } from '../model.js';
import { factsOf } from '../testing/facts.js';
import { HOUSE, KUOXIAN, ZHANGJIAWAN } from '../testing/house.js';
import { member, reporter } from '../testing/people.js';
import { acceptedOf, loadedOf, sceneOf } from '../testing/scenes.js';
import { GROUP, ticketIn, type Extra } from '../testing/tickets.js';
import { NOW, at } from '../testing/time.js';
import { evolveAll } from './evolve.js';
import { withPlans } from './plan-hold.js';
import { planOf } from './planned.js';
import { PLAN_TURNS, decidePlan, decidePlanTurn } from './plan.js';
import { accepted, change } from './scene.js';
import { HOUR } from './time.js';
import { decideTimer } from './timer.js';
import { timersOf } from './timers.js';

const PLAN: Plan = {
  ...{ id: 'P1', kind: 'plan', state: 'planned', from: NOW - HOUR, to: NOW + HOUR, name: '停电', units: [KUOXIAN] },
  ...{ reason: '检修', home: GROUP, madeBy: { key: 'staff:zhangbingbing', name: '张冰冰' } },
  log: [{ kind: 'planned', at: NOW - 48 * HOUR, by: 'clock' }],
};

const outage = (extra: Extra = {}): Ticket =>
  ticketIn('unassigned', { unit: KUOXIAN, scope: 'unit', fault: '全校断网', why: 'new', round: 0, level: 1, ...extra });

/** A report that would be sent out, under these plans. */
const reported = (ticket: Ticket, ...bulletins: readonly Bulletin[]) => {
  const scene = sceneOf(reporter(), factsOf('report'), [], { loaded: { bulletins } });
  const events = [
    { kind: 'reported', at: NOW, by: 'clock', ticket, text: '' },
    { kind: 'offered', at: NOW, by: 'clock', to: 'cuijianchao', why: 'primary' },
  ] as const;
  const after = evolveAll(ticket, events);
  const effects = [{ kind: 'receipt', ticket: after, at: scene.at, question: null } as const];
  const changes = [change(ticket, events, HOUSE.policy)];
  return acceptedOf(withPlans(scene, accepted('report', { changes, effects })));
};

describe('what is told of planned work while it lasts', () => {
  it('is kept and marked, and waits for the end', () => {
    const { changes, effects } = reported(outage(), PLAN);
    const [one] = changes;
    expect(one?.after).toMatchObject({ state: 'unassigned', round: 0 });
    expect(one === undefined ? null : planOf(one.after)).toBe('P1');
    expect(one?.timers).toEqual([{ key: `plan-end:${PLAN.to}`, kind: 'plan-end', due: PLAN.to }]);
    expect(effects).toMatchObject([{ kind: 'planned', name: '停电', until: PLAN.to }]);
  });

  it.each([
    ['another school', outage({ unit: ZHANGJIAWAN }), PLAN],
    ['another fault, of level 1', outage({ category: 'security', fault: '网页被篡改' }), PLAN],
    ['before it begins', outage(), { ...PLAN, from: NOW + 1 }],
    ['after its end', outage(), { ...PLAN, to: NOW }],
    ['called off', outage(), { ...PLAN, state: 'finished' }],
  ] as const)('goes out: %s', (_, ticket, plan) => {
    const { changes, effects } = reported(ticket, plan);
    expect([changes[0]?.after.state, effects[0]?.kind]).toEqual(['offered', 'receipt']);
  });

  it('is asked for once after the end, then dispatched where nobody answers', () => {
    const kept = reported(outage(), PLAN).changes[0]?.after;
    if (kept === undefined) throw new Error('nothing was kept');
    const ring = (ticket: Ticket, now: number, bulletins: readonly Bulletin[]) => {
      const [timer] = timersOf(ticket, HOUSE.policy);
      if (timer === undefined) throw new Error('no timer');
      const fired = { ticket: ticket.id, key: timer.key, kind: timer.kind, due: timer.due };
      return acceptedOf(decideTimer(loadedOf([ticket], { now, timer: fired, bulletins }), HOUSE));
    };
    const asked = ring(kept, PLAN.to, [PLAN]);
    expect(asked.effects.map((e) => e.kind)).toEqual(['plan-over']);
    const waits = asked.changes[0]?.after ?? kept;
    const sent = ring(waits, PLAN.to + HOUR / 4, [PLAN]);
    expect(sent.changes[0]?.after.state).toBe('offered');
    const later = { ...PLAN, to: PLAN.to + HOUR };
    const on = ring(kept, PLAN.to, [later]);
    expect(on.effects).toEqual([]);
    expect(on.changes[0]?.timers.map(({ due }) => due)).toEqual([later.to]);
  });
});

describe('planned work', () => {
  const scene = (bulletins: readonly Bulletin[], tickets: readonly Ticket[] = []) => ({
    ...{ now: NOW, house: HOUSE, bulletins, tickets, sender: member('zhangbingbing'), groups: [GROUP], id: 'P2' },
    at: { chat: GROUP, replyTo: null },
  });

  it('is told the evening before and half an hour before, each once, and not what has just been told', () => {
    const plan = { ...PLAN, from: at('2026-11-25 08:00'), to: at('2026-11-25 12:00') };
    const due = (now: number, one: Plan = plan) =>
      PLAN_TURNS.due({ now, bulletins: [one], policy: HOUSE.policy, guarantees: [], rota: [] });
    expect(due(at('2026-11-24 18:29'))).toEqual([]);
    const [eve] = due(at('2026-11-24 18:30'));
    expect(decidePlanTurn(eve?.id ?? '', [plan], at('2026-11-24 18:30'), [GROUP]).desk).toHaveLength(1);
    expect(due(at('2026-11-25 07:30')).map(({ id }) => id)).not.toContain(eve?.id);
    expect(due(at('2026-11-25 07:30'))).toHaveLength(1);
    expect(due(at('2026-11-25 08:00'))).toEqual([]);
    const late = { ...plan, log: [{ kind: 'planned', at: at('2026-11-24 20:00'), by: 'clock' } as const] };
    expect(due(at('2026-11-24 20:01'), late)).toEqual([]);
    expect(decidePlanTurn(eve?.id ?? '', [{ ...plan, state: 'finished' }], eve?.at ?? 0, [GROUP]).desk).toEqual([]);
  });

  it('takes the tickets that wait for it along where it is moved or ended', () => {
    const kept = reported(outage(), PLAN).changes[0]?.after ?? outage();
    const to = NOW + 3 * HOUR;
    const moved = decidePlan(scene([PLAN], [kept]), { kind: 'plan', what: 'move', name: '停电', from: NOW, to }, GROUP);
    expect(moved.changes[0]?.timers.map(({ due }) => due)).toEqual([to]);
    const ended = decidePlan(scene([PLAN], [kept]), { kind: 'plan', what: 'finish', name: '' }, GROUP);
    expect(ended.changes[0]?.timers.map(({ due }) => due)).toEqual([NOW]);
  });

  it('that is not there, or of which several are meant, is told', () => {
    const order = { kind: 'plan', what: 'finish', name: '停电' } as const;
    const faultOf = (...plans: readonly Plan[]) => {
      const [first] = decidePlan(scene(plans), order, GROUP).desk;
      return first?.kind === 'fault' ? first.fault.kind : null;
    };
    expect([faultOf(), faultOf(PLAN, { ...PLAN, id: 'P3' }), faultOf({ ...PLAN, name: '割接' })]).toEqual([
      'no-plan',
      'which-plan',
      'no-plan',
    ]);
  });
});
