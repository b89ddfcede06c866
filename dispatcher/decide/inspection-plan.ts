/** Which inspections a day brings, and who goes (inspections.yaml). Pure. */
import type { Inspected, Inspection } from '../inspection.js';
import type { Instant, StaffId } from '../model.js';
import type { InspectionPolicy, SpecialDays } from '../policy.js';
import { isWorkday } from './calendar.js';
import type { House } from './scene.js';
import { DAY, HOUR, dateOf, startOfDay } from './time.js';

type Plan = InspectionPolicy['plans'][number];

/** The next working day after that of `now`, as YYYY-MM-DD. Looks at most 60 days ahead (no holiday is longer). */
export const nextWorkday = (now: Instant, days: SpecialDays): string => {
  for (let day = 1; day <= 60; day += 1) {
    const noon = startOfDay(now) + day * DAY + 12 * HOUR;
    if (isWorkday(noon, days)) return dateOf(noon);
  }
  return dateOf(now + DAY);
};

/** How many working days have passed from the plan's first to that of `now`; null before it began. */
const workdaysSince = (start: string, now: Instant, days: SpecialDays): number | null => {
  const first = Date.parse(`${start}T12:00:00+08:00`);
  const today = startOfDay(now) + 12 * HOUR;
  if (today < first) return null;
  let count = 0;
  for (let noon = first; noon < today; noon += DAY) if (isWorkday(noon, days)) count += 1;
  return count;
};

/** Everything of a plan, in the order of the units' list. */
const allOf = (plan: Plan, house: House): readonly Inspected[] =>
  plan.of === '机房'
    ? plan.rooms.map((room) => ({ kind: 'room', room }))
    : [...house.units.values()]
        .filter(({ node }) => plan.rooms.includes(node))
        .map(({ name }) => ({ kind: 'unit', unit: name }));

/** What a plan's round brings on the day of `now`: all of it spread evenly over `every` working days. */
export const dueOf = (plan: Plan, house: House, now: Instant): readonly Inspected[] => {
  const passed = workdaysSince(plan.start, now, house.policy.workingHours.days);
  if (passed === null) return [];
  const all = allOf(plan, house);
  return all.filter((_, i) => Math.floor((i * plan.every) / all.length) === passed % plan.every);
};

/** The first of the plan who is there; where nobody is, the first: it waits for him. */
export const goerOf = (staff: readonly StaffId[], house: House): StaffId | null =>
  staff.find((id) => !house.attendance.away.has(id)) ?? staff[0] ?? null;

/** The same school or machine room? */
export const isSame = (a: Inspected, b: Inspected): boolean =>
  a.kind === 'unit' ? b.kind === 'unit' && a.unit === b.unit : b.kind === 'room' && a.room === b.room;

/** Still to be done by the day `today`. */
export const isDue = (one: Inspection, today: string): boolean => one.state === 'due' && one.day <= today;
