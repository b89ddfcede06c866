import type { Change, Effect } from '../decision.js';
import type { Reserve, RotaEntry, Sender } from '../model.js';
import type { ReserveGroup } from '../policy.js';
import type { ReserveOrder } from '../understand/reserve.js';
import { houseAt, reserveAt } from './attendance.js';
import { handOnAll } from './hand-on.js';
import { withTicket } from './hands.js';
import { assertNever } from './never.js';
import type { Handed, RotaDecision, RotaEffect } from './rota-decision.js';
import { faulted, type RotaScene } from './rota-scene.js';
import { actorOf } from './scene.js';
import { offerWaiting } from './waiting.js';

/** The manager names the reserve's people (contract.md, annex 3); the lead while he stands in for the manager. */
const may = ({ role, staff }: Sender, scene: RotaScene): boolean =>
  role === 'manager' || staff === houseAt(scene.house, scene.loaded.rota, scene.now).policy.manager;

const groupOf = (words: string, { house }: RotaScene): ReserveGroup | null =>
  house.policy.rota.reserve.find(({ name, aliases }) => name === words || aliases.includes(words)) ?? null;

const told = (effect: RotaEffect, note: string): RotaDecision => ({
  changed: [],
  changes: [],
  effects: [],
  told: [effect],
  note,
});

/** One of the reserve, from now until somebody ends it. The name is the id: it is still read when nobody knows them any more. ids: mentioned with the name, else nobody can reach them but by voice. */
const entryOf = (name: string, n: number, all: number, group: ReserveGroup, scene: RotaScene): Reserve => {
  const { now, sender, home, id, mentions, at } = scene;
  const user = mentions.length === all ? mentions[n] : undefined;
  return {
    ...{ kind: 'reserve', id: `${id}-${n}`, staff: name, name, group: group.name },
    categories: group.categories,
    ids: user === undefined ? {} : { [at.chat.channel]: user },
    from: now,
    to: null,
    home,
    madeBy: { key: sender.key, name: sender.name },
    madeAt: now,
    cancelled: false,
  };
};

const call = (order: Extract<ReserveOrder, { kind: 'reserve' }>, scene: RotaScene): RotaDecision => {
  const { house, loaded, now, at } = scene;
  const { names } = order;
  const group = groupOf(order.group, scene);
  if (group === null) return faulted({ kind: 'reserve-no-group', words: order.group }, scene);
  const called = reserveAt(loaded.rota, now);
  const twice = names.find((name) => called.some((one) => one.name === name));
  if (twice !== undefined) return faulted({ kind: 'reserve-known', name: twice, called: true }, scene);
  const own = names.find((name) => house.staff.some((one) => one.name === name));
  if (own !== undefined) return faulted({ kind: 'reserve-known', name: own, called: false }, scene);
  const same = called.filter((one) => one.group === group.name);
  if (group.most !== null && same.length + names.length > group.most)
    return faulted({ kind: 'reserve-most', group, called: same }, scene);
  const entries = names.map((name, n) => entryOf(name, n, names.length, group, scene));
  const there = houseAt(house, [...loaded.rota, ...entries], now);
  const { loads, guarantees, tickets } = loaded;
  const who = entries.map(({ staff }) => staff);
  const next = offerWaiting(tickets, { now, house: there, loads, guarantees, who });
  return { ...told({ kind: 'reserve-made', entries, group, at }, 'reserve called'), ...next, changed: entries };
};

/** Their open jobs go to the next by duty; suspended ones stay with them and are told. */
const handOver = (gone: readonly Reserve[], rota: readonly RotaEntry[], scene: RotaScene) => {
  const { now, house, loaded, sender } = scene;
  const there = houseAt(house, rota, now);
  let { loads } = loaded;
  const changes: Change[] = [];
  const effects: Effect[] = [];
  const moved: Handed['moved'][number][] = [];
  const kept: Handed['kept'][number][] = [];
  for (const { staff } of gone) {
    const how = { now, by: actorOf(sender), house: there, loads, reason: '后备停用' };
    const one = handOnAll(staff, loaded.tickets, how);
    loads = one.changes.reduce((hands, { after }) => withTicket(hands, after), loads);
    changes.push(...one.changes);
    effects.push(...one.effects);
    moved.push(...one.moved);
    kept.push(...one.kept);
  }
  return { changes, effects, handed: { moved, kept } };
};

const end = (words: readonly string[], scene: RotaScene): RotaDecision => {
  const { loaded, now, at } = scene;
  const called = reserveAt(loaded.rota, now);
  const meant = called.filter(
    ({ name, group }) =>
      words.length === 0 || words.some((word) => word === name || groupOf(word, scene)?.name === group),
  );
  if (meant.length === 0) return faulted({ kind: 'no-reserve', words }, scene);
  const ended = meant.map((one): Reserve => ({ ...one, to: now }));
  const rota = loaded.rota.map((one) => ended.find(({ id }) => id === one.id) ?? one);
  const { changes, effects, handed } = handOver(meant, rota, scene);
  const read: RotaEffect = { kind: 'reserve-ended', entries: meant, handed, at };
  return { ...told(read, 'reserve ended'), changed: ended, changes, effects };
};

/** What an order about the reserve leads to. A refusal changes nothing and says what would work. */
export const decideReserve = (order: ReserveOrder, scene: RotaScene): RotaDecision => {
  const { loaded, now, at, sender } = scene;
  if (order.kind === 'reserve-list')
    return told({ kind: 'reserve-list', entries: reserveAt(loaded.rota, now), at }, 'reserve list');
  if (!may(sender, scene)) return faulted({ kind: 'role', act: 'reserve' }, scene);
  switch (order.kind) {
    case 'reserve-wrong':
      return faulted(order.fault, scene);
    case 'reserve':
      return call(order, scene);
    case 'reserve-end':
      return end(order.words, scene);
    default:
      return assertNever(order);
  }
};
