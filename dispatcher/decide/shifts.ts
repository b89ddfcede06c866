import type { Duty, Instant, RotaEntry, StaffId } from '../model.js';
import type { Policy, Shift } from '../policy.js';
import { isWorkday } from './calendar.js';
import { DAY, MINUTE, minuteOfDay, startOfDay } from './time.js';

/** A shift of one day, half-open; it may end on the next. `day` is the midnight of the day it belongs to. */
export type ShiftOnDay = { readonly name: string; readonly day: Instant; readonly from: Instant; readonly to: Instant };

const falls = ({ days }: Shift, day: Instant, { workingHours }: Policy): boolean =>
  days === '每天' || (days === '工作日') === isWorkday(day, workingHours.days);

/** The shifts that belong to the day of `at`, the earliest first. */
export const shiftsOf = (at: Instant, policy: Policy): readonly ShiftOnDay[] => {
  const day = startOfDay(at);
  return policy.rota.shifts
    .filter((shift) => falls(shift, day, policy))
    .map(({ name, from, to }) => ({ name, day, from: day + from * MINUTE, to: day + to * MINUTE }))
    .sort((a, b) => a.from - b.from);
};

/** The shift that runs at `now`: of today, or of yesterday's evening. */
export const shiftAt = (now: Instant, policy: Policy): ShiftOnDay | null =>
  [...shiftsOf(now, policy), ...shiftsOf(now - DAY, policy)].find(({ from, to }) => from <= now && now < to) ?? null;

/** From the first shift of the day to the end of its last: what 「值班 11-28」 means. Without shifts the whole day. */
export const dutyOfDay = (day: Instant, policy: Policy): { readonly from: Instant; readonly to: Instant } => {
  const shifts = shiftsOf(day, policy);
  const midnight = startOfDay(day);
  if (shifts.length === 0) return { from: midnight, to: midnight + DAY };
  return { from: Math.min(...shifts.map(({ from }) => from)), to: Math.max(...shifts.map(({ to }) => to)) };
};

/** Within the working hours of a working day, lunch left out. */
export const isWorkingTime = (now: Instant, policy: Policy): boolean => {
  const minute = minuteOfDay(now);
  return (
    isWorkday(now, policy.workingHours.days) &&
    policy.workingHours.parts.some(({ from, to }) => from <= minute && minute < to)
  );
};

/** Whose turn it is by the rotation on that day; nobody's before it starts. */
export const turnOn = (day: Instant, { rota: { rotation } }: Policy): readonly StaffId[] => {
  if (rotation === null) return [];
  const start = Date.parse(`${rotation.start}T00:00:00+08:00`);
  const turns = Math.floor((startOfDay(day) - start) / (rotation.days * DAY));
  return turns < 0 ? [] : (rotation.turns[turns % rotation.turns.length] ?? []);
};

/** What somebody ordered for `now` in place of the rotation; of several the newest counts. */
export const orderedAt = (rota: readonly RotaEntry[], now: Instant): Duty | null =>
  rota
    .flatMap((entry) =>
      entry.kind === 'duty' && !entry.cancelled && entry.from <= now && now < entry.to ? [entry] : [],
    )
    .sort((a, b) => b.madeAt - a.madeAt || (a.id < b.id ? 1 : -1))[0] ?? null;

/**
 * Who has duty (值班) at `now`, away or not: within working hours nobody, for everybody is there; else whom somebody named for it, else
 * whose turn it is in the shift that runs.
 */
export const onDutyAt = (rota: readonly RotaEntry[], policy: Policy, now: Instant): readonly StaffId[] => {
  if (isWorkingTime(now, policy)) return [];
  const ordered = orderedAt(rota, now);
  if (ordered !== null) return ordered.people;
  const shift = shiftAt(now, policy);
  return shift === null ? [] : turnOn(shift.day, policy);
};
