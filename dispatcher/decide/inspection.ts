/** What somebody says of inspections: done, with or without a finding, moved, or asked for (issue 4, «Planned work»). Pure. */
import type { Place } from '../decision.js';
import type { Inspection } from '../inspection.js';
import type { Fault, Instant, Sender } from '../model.js';
import type { InspectionOrder } from '../understand/inspection-order.js';
import { faulty, type DeskDecision, type InspectionNews } from './desk-decision.js';
import { isDue, nextWorkday } from './inspection-plan.js';
import { stepped } from './inspection-turns.js';
import { actorOf, type House } from './scene.js';
import { dateOf } from './time.js';

export type InspectionScene = {
  readonly now: Instant;
  readonly house: House;
  readonly inspections: readonly Inspection[];
  readonly sender: Sender;
  readonly at: Place;
};

type Placed = Exclude<InspectionOrder, { what: 'list' }>;

const done = (note: string, changed: readonly Inspection[], news: InspectionNews): DeskDecision => ({
  ...{ changes: [], effects: [], learnt: null, inspections: changed, note: `inspection ${note}` },
  desk: [{ kind: 'inspection', news, channels: [] }],
});

const own = (list: readonly Inspection[], { sender }: InspectionScene): readonly Inspection[] => {
  const mine = list.filter(({ staff }) => staff === sender.staff);
  return mine.length > 0 ? mine : list;
};

/** Is this inspection of the place in the words? 机房 in them means the machine room alone. */
const fits = ({ of }: Inspection, { place, units }: Placed, { house }: InspectionScene): boolean => {
  const room = place.includes('机房') || place.includes('节点');
  if (of.kind === 'unit') return !room && units.includes(of.unit);
  const known = house.policy.rooms.find(({ name }) => name === of.room);
  const called = [of.room, ...(known?.aliases ?? [])].some((name) => place.includes(name));
  return called || units.some((unit) => house.units.get(unit)?.short === of.room);
};

/**
 * What the words mean of all that is to be done by today, one's own first: a place may be school and machine room at once. Without a
 * place the only one of one's own.
 */
export const meantBy = (order: Placed, scene: InspectionScene): readonly Inspection[] | DeskDecision => {
  const due = scene.inspections.filter((one) => isDue(one, dateOf(scene.now)));
  if (order.place === '') {
    const mine = due.filter(({ staff }) => staff === scene.sender.staff);
    return mine.length === 1
      ? mine
      : faulty(
          mine.length === 0 ? { kind: 'no-inspection', place: '' } : { kind: 'which-inspection', options: mine },
          scene.at,
        );
  }
  const found = own(
    due.filter((one) => fits(one, order, scene)),
    scene,
  );
  const units = new Set(found.flatMap(({ of }) => (of.kind === 'unit' ? [of.unit] : [])));
  if (found.length === 0) return faulty({ kind: 'no-inspection', place: order.place }, scene.at);
  return units.size > 1 ? faulty({ kind: 'which-inspection', options: found }, scene.at) : found;
};

/** What a finding is where its words name no fault that is known: something to be looked at. */
export const plainFinding = (words: string, room: boolean): Fault => ({
  severity: 3,
  category: room ? 'room' : 'campus',
  scope: room ? 'unit-partly' : 'unknown',
  location: null,
  summary: words,
  reason: { words, meaning: '巡检发现' },
});

/** An order about inspections. The ticket of a finding is made beside it. */
export const decideInspection = (order: InspectionOrder, scene: InspectionScene): DeskDecision => {
  const { now, house, inspections, sender, at } = scene;
  const day = dateOf(now);
  if (order.what === 'list') {
    const of = sender.role === 'engineer' ? sender.staff : null;
    const list = inspections.filter((one) => (isDue(one, day) || one.day === day) && (of === null || one.staff === of));
    return done('list', [], { kind: 'list', of, list, at });
  }
  const meant = meantBy(order, scene);
  if ('note' in meant) return meant;
  const by = actorOf(sender);
  switch (order.what) {
    case 'done': {
      const { finding } = order;
      const after = meant.map((one) => stepped(one, { state: 'done', day }, { kind: 'done', at: now, by, finding }));
      const left = inspections.filter(
        (one) => isDue(one, day) && one.staff === meant[0]?.staff && !meant.includes(one),
      ).length;
      return done('done', after, { kind: 'done', done: after, left, at });
    }
    case 'move': {
      const to = nextWorkday(now, house.policy.workingHours.days);
      const words = order.reason;
      const after = meant.map((one) =>
        stepped(one, { day: to }, { kind: 'moved', at: now, by, to, why: 'asked', words }),
      );
      return done('moved', after, { kind: 'moved', moved: after, at });
    }
    default:
      return order satisfies never;
  }
};
