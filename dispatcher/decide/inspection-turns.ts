/** Inspections by the clock: everybody's list in the morning, what was not done in the evening (issue 4, «Planned work»). Pure. */
import type { ChannelId } from '../../bot/gateway.js';
import type { Inspection, InspectionEvent } from '../inspection.js';
import type { Instant, StaffId, Ticket } from '../model.js';
import { isWorkday } from './calendar.js';
import type { DeskDecision, InspectionNews } from './desk-decision.js';
import { dueOf, goerOf, isDue, isSame, nextWorkday } from './inspection-plan.js';
import type { House } from './scene.js';
import { DAY, HOUR, MINUTE, dateOf, startOfDay } from './time.js';
import type { Calendar, Turn, TurnSource } from './turn.js';

type Window = Turn & { readonly step: 'morning' | 'evening'; readonly until: Instant };

/** A morning that was slept through is told until the evening, an evening until midnight. */
const turnsOn = (midnight: Instant, { policy }: Pick<Calendar, 'policy'>): readonly Window[] => {
  const { morning, evening, plans } = policy.inspections;
  if (plans.length === 0 || !isWorkday(midnight + HOUR, policy.workingHours.days)) return [];
  const turn = (step: 'morning' | 'evening', at: Instant, until: Instant): Window => ({
    ...{ kind: 'inspection', id: `inspection-${step}:${dateOf(midnight)}`, at, since: midnight, staff: null },
    ...{ step, until },
  });
  const end = midnight + evening * MINUTE;
  return [turn('morning', midnight + morning * MINUTE, end), turn('evening', end, midnight + DAY)];
};

/** Morning and evening of every working day. */
export const INSPECTION_TURNS: TurnSource = {
  due: (calendar) =>
    turnsOn(startOfDay(calendar.now), calendar).filter(({ at, until }) => at <= calendar.now && calendar.now < until),
  next: (calendar) => {
    const { now } = calendar;
    if (calendar.policy.inspections.plans.length === 0) return null;
    for (let day = 0; day <= 60; day += 1) {
      const turn = turnsOn(startOfDay(now) + day * DAY, calendar).find(({ at }) => at > now);
      if (turn !== undefined) return turn.at;
    }
    return null;
  },
};

type Seen = {
  readonly now: Instant;
  readonly house: House;
  readonly inspections: readonly Inspection[];
  readonly tickets: readonly Ticket[];
  readonly channels: readonly ChannelId[];
};

/** An inspection carried one step on. */
export const stepped = (one: Inspection, set: Partial<Inspection>, event: InspectionEvent): Inspection => ({
  ...one,
  ...set,
  log: [...one.log, event],
});

const keyOf = ({ of }: Pick<Inspection, 'of'>): string => (of.kind === 'unit' ? of.unit : of.room);

/** What the day brings anew: of a place that still waits there is no second. */
const fresh = ({ now, house, inspections }: Seen): readonly Inspection[] =>
  house.policy.inspections.plans.flatMap((plan, p) => {
    const staff = goerOf(plan.staff, house);
    if (staff === null) return [];
    const day = dateOf(now);
    const there = inspections.filter((one) => one.plan === plan.name && (one.state === 'due' || one.day === day));
    return dueOf(plan, house, now)
      .filter((of) => !there.some((one) => isSame(one.of, of)))
      .map((of, i): Inspection => ({
        ...{ id: `${day}:${p + 1}:${i + 1}`, state: 'due', day, plan: plan.name, of, staff },
        log: [{ kind: 'due', at: now, by: 'clock', day, staff }],
      }));
  });

/** What waits for somebody who is away goes to whoever of the plan is there. */
const handed = ({ now, house, inspections }: Seen): readonly Inspection[] =>
  inspections.flatMap((one) => {
    const plan = house.policy.inspections.plans.find(({ name }) => name === one.plan);
    const to = plan === undefined ? null : goerOf(plan.staff, house);
    if (!isDue(one, dateOf(now)) || !house.attendance.away.has(one.staff) || to === null || to === one.staff) return [];
    return [stepped(one, { staff: to }, { kind: 'handed', at: now, by: 'clock', to })];
  });

const newsOf = (note: string, changed: readonly Inspection[], news: readonly InspectionNews[], seen: Seen) =>
  ({
    ...{ changes: [], effects: [], learnt: null, inspections: changed, note: `inspection ${note}` },
    desk: news.map((one) => ({ kind: 'inspection', news: one, channels: seen.channels }) as const),
  }) satisfies DeskDecision;

const morning = (seen: Seen): DeskDecision => {
  const { now, house, inspections } = seen;
  const { evening } = house.policy.inspections;
  const changed = [...handed(seen), ...fresh(seen)];
  const after = [...inspections.filter(({ id }) => changed.every((one) => one.id !== id)), ...changed];
  const due = after.filter((one) => isDue(one, dateOf(now)) && !house.attendance.away.has(one.staff));
  const by = startOfDay(now) + evening * MINUTE;
  const people = [...new Set(due.map(({ staff }) => staff))].sort();
  return newsOf(
    'morning',
    changed,
    people.map((to) => ({ kind: 'morning', to, list: due.filter(({ staff }) => staff === to), by })),
    seen,
  );
};

/** Did a level 1 or 2 take him today? Those open now and those of today are seen. */
const calledAway = (staff: StaffId, tickets: readonly Ticket[]): boolean =>
  tickets.some(
    (ticket) =>
      ticket.level <= 2 &&
      'assignee' in ticket &&
      ticket.assignee === staff &&
      ticket.state !== 'offered' &&
      ticket.state !== 'suspended',
  );

const evening = (seen: Seen): DeskDecision => {
  const { now, house, inspections, tickets } = seen;
  const to = nextWorkday(now, house.policy.workingHours.days);
  const moved = inspections
    .filter((one) => isDue(one, dateOf(now)))
    .map((one) => {
      const away = house.attendance.away.has(one.staff);
      const why = away ? 'leave' : calledAway(one.staff, tickets) ? 'fault' : 'missed';
      return stepped(one, { day: to }, { kind: 'moved', at: now, by: 'clock', to, why, words: '' });
    })
    .sort((a, b) => a.staff.localeCompare(b.staff) || keyOf(a).localeCompare(keyOf(b)));
  const { desk, lead } = house.policy;
  const told = house.attendance.away.has(desk) ? lead : desk;
  return newsOf('evening', moved, moved.length === 0 ? [] : [{ kind: 'evening', to: told, moved }], seen);
};

/** A turn that has come; one that is over says nothing. */
export const decideInspectionTurn = (id: string, seen: Seen): DeskDecision => {
  const { now, house } = seen;
  const turn = turnsOn(startOfDay(now), house).find((one) => one.id === id && one.at <= now && now < one.until);
  if (turn === undefined) return newsOf('turn not wanted', [], [], seen);
  return turn.step === 'morning' ? morning(seen) : evening(seen);
};
