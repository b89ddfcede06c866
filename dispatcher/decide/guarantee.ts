import type { ChatRef } from '../../bot/gateway.js';
import type { Place } from '../decision.js';
import type { Guarantee, GuaranteeEvent, Instant, Role, Sender } from '../model.js';
import type { GuaranteeOrder } from '../understand/guarantee.js';
import type { GuaranteeDecision, GuaranteeDone, GuaranteeEffect, GuaranteeFault } from './guarantee-decision.js';
import { dutyOf, silentOf } from './guarantee-duty.js';
import { lineOf } from './guarantee-line.js';
import { eveOf } from './guarantee-turns.js';
import { assertNever } from './never.js';
import { actorOf, type House } from './scene.js';

/** Everything an order may look at. `id` is the id that an event made by it gets; `home` the group it is spoken of in. */
export type OrderScene = {
  readonly now: Instant;
  readonly house: House;
  readonly guarantees: readonly Guarantee[];
  readonly sender: Sender;
  readonly at: Place;
  readonly home: ChatRef;
  readonly id: string;
};

/** Whose word makes, changes and ends an event (issue 4). */
const ORDERS: readonly Role[] = ['lead', 'manager'];
/** Who tells how a line test went. */
const TESTS: readonly Role[] = ['engineer', 'desk', 'lead', 'manager'];

const may = (order: GuaranteeOrder, role: Role): boolean => {
  switch (order.kind) {
    case 'list':
      return true;
    case 'tested':
      return TESTS.includes(role);
    case 'add':
    case 'finish':
    case 'units':
    case 'move':
    case 'named':
    case 'wrong':
      return ORDERS.includes(role);
    default:
      return assertNever(order);
  }
};

const refused = (fault: GuaranteeFault, { at }: OrderScene): GuaranteeDecision => ({
  changed: [],
  effects: [{ kind: 'fault', fault, at }],
  note: `guarantee refused: ${fault.kind}`,
});

const planned = ({ guarantees, now }: OrderScene): readonly Guarantee[] =>
  guarantees.filter((event) => event.state === 'planned' && event.to > now);

const bare = (name: string): string => name.replace(/\s+/gu, '').toLowerCase();

type Meant = { readonly kind: 'event'; readonly event: Guarantee } | GuaranteeFault;

/** The planned event of this name; without a name the only one. Of several that the words could mean none is guessed. */
const meant = (name: string, scene: OrderScene): Meant => {
  const events = planned(scene);
  const exact = events.filter((event) => bare(event.name) === bare(name));
  const found = exact.length > 0 ? exact : events.filter((event) => bare(event.name).includes(bare(name)));
  const [first, ...others] = found;
  if (first === undefined) return { kind: 'no-such-event', name, planned: events };
  return others.length === 0 ? { kind: 'event', event: first } : { kind: 'which-event', options: found };
};

/** The event after a step, with its log line, and the read-back. */
const changed = (
  before: Guarantee,
  set: Partial<Guarantee>,
  line: GuaranteeEvent,
  done: GuaranteeDone,
  scene: OrderScene,
): GuaranteeDecision => {
  const event: Guarantee = { ...before, ...set, log: [...before.log, line] };
  const called = done !== 'made' && (scene.now >= eveOf(before) || scene.now >= eveOf(event));
  const effect: GuaranteeEffect = {
    kind: 'read-back',
    event,
    done,
    at: scene.at,
    alert: called ? dutyOf(event, scene.house.staff) : [],
  };
  return { changed: [event], effects: [effect], note: `guarantee ${done}` };
};

const add = (order: Extract<GuaranteeOrder, { kind: 'add' }>, scene: OrderScene): GuaranteeDecision => {
  const { now, sender, id, home } = scene;
  const same = planned(scene).find((event) => bare(event.name) === bare(order.name));
  if (same !== undefined) return refused({ kind: 'exists', event: same }, scene);
  const { name, from, to, units, people } = order;
  const by = actorOf(sender);
  const named: readonly GuaranteeEvent[] = people.length === 0 ? [] : [{ kind: 'named', people, at: now, by }];
  const fresh: Guarantee = {
    ...{ id, name, units, from, to, home, line: lineOf(name) },
    madeBy: { key: sender.key, name: sender.name },
    madeAt: now,
    state: 'planned',
    log: named,
  };
  return changed(fresh, {}, { kind: 'made', at: now, by }, 'made', scene);
};

const changeUnits = (
  order: Extract<GuaranteeOrder, { kind: 'units' }>,
  event: Guarantee,
  scene: OrderScene,
): GuaranteeDecision => {
  const who = { at: scene.now, by: actorOf(scene.sender) };
  const { units } = order;
  if (order.how === 'added') {
    const all = [...new Set([...event.units, ...units])];
    return changed(event, { units: all }, { kind: 'units-added', units, ...who }, 'units-added', scene);
  }
  const left = event.units.filter((unit) => !units.includes(unit));
  if (left.length === 0) return refused({ kind: 'last-unit', event }, scene);
  return changed(event, { units: left }, { kind: 'units-dropped', units, ...who }, 'units-dropped', scene);
};

/** Ended while it is on, it ends now and is summed up; one that has not begun is called off, whichever word was used. */
const finish = (how: 'ended' | 'cancelled', event: Guarantee, scene: OrderScene): GuaranteeDecision => {
  const { now } = scene;
  const who = { at: now, by: actorOf(scene.sender) };
  return how === 'ended' && now >= event.from
    ? changed(event, { state: 'ended', to: now }, { kind: 'ended', ...who }, 'ended', scene)
    : changed(event, { state: 'cancelled' }, { kind: 'cancelled', ...who }, 'cancelled', scene);
};

/** The words tell of the event they name, else of the nearest that is planned. */
const tested = (words: string, scene: OrderScene): GuaranteeDecision => {
  const events = [...planned(scene)].sort((a, b) => a.from - b.from);
  const event = events.find(({ name }) => bare(words).includes(bare(name))) ?? events[0];
  if (event === undefined) return refused({ kind: 'no-such-event', name: '', planned: [] }, scene);
  const said = words.replace(event.name, '').trim();
  if (said === '') return refused({ kind: 'no-words' }, scene);
  const line: GuaranteeEvent = { kind: 'tested', words: said, at: scene.now, by: actorOf(scene.sender) };
  const after = { ...event, log: [...event.log, line] };
  return {
    changed: [after],
    effects: [{ kind: 'test-noted', event: after, silent: silentOf(after, scene.house.staff), at: scene.at }],
    note: 'guarantee tested',
  };
};

const onEvent = (name: string, scene: OrderScene, then: (event: Guarantee) => GuaranteeDecision): GuaranteeDecision => {
  const found = meant(name, scene);
  return found.kind === 'event' ? then(found.event) : refused(found, scene);
};

/** What an order of a member of staff about guaranteed events leads to. A refusal changes nothing and says what would work. */
export const decideGuarantee = (order: GuaranteeOrder, scene: OrderScene): GuaranteeDecision => {
  if (!may(order, scene.sender.role)) return refused({ kind: 'role' }, scene);
  switch (order.kind) {
    case 'list':
      return {
        changed: [],
        effects: [{ kind: 'list', events: planned(scene), at: scene.at }],
        note: 'guarantee list',
      };
    case 'wrong':
      return refused(order.fault, scene);
    case 'add':
      return add(order, scene);
    case 'finish':
      return onEvent(order.name, scene, (event) => finish(order.how, event, scene));
    case 'units':
      return onEvent(order.name, scene, (event) => changeUnits(order, event, scene));
    case 'move': {
      const { from, to } = order;
      const line: GuaranteeEvent = { kind: 'moved', from, to, at: scene.now, by: actorOf(scene.sender) };
      return onEvent(order.name, scene, (event) => changed(event, { from, to }, line, 'moved', scene));
    }
    case 'named': {
      const { people } = order;
      const line: GuaranteeEvent = { kind: 'named', people, at: scene.now, by: actorOf(scene.sender) };
      return onEvent(order.name, scene, (event) => changed(event, {}, line, 'named', scene));
    }
    case 'tested':
      return tested(order.words, scene);
    default:
      return assertNever(order);
  }
};
