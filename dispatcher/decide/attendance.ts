import type { Attendance, Instant, Leave, Reserve, RotaEntry, Staff, StaffId } from '../model.js';
import type { House } from './scene.js';
import { onDutyAt } from './shifts.js';

/** Everybody of the roster is there, and nobody in particular has duty. */
export const EVERYBODY: Attendance = { away: new Map(), onDuty: [], reserve: new Set() };

/** Does the entry hold at `now`? Its end is not part of it. */
export const holds = (entry: RotaEntry, now: Instant): boolean =>
  !entry.cancelled && entry.from <= now && (entry.to === null || now < entry.to);

/** The leaves that hold at `now`, or begin later; in the order of their beginning. */
export const leavesAhead = (rota: readonly RotaEntry[], now: Instant): readonly Leave[] =>
  rota.flatMap((entry) => (entry.kind === 'leave' && !entry.cancelled && entry.to > now ? [entry] : []));

/** The reserve as it is called at `now`. */
export const reserveAt = (rota: readonly RotaEntry[], now: Instant): readonly Reserve[] =>
  rota.flatMap((entry) => (entry.kind === 'reserve' && holds(entry, now) ? [entry] : []));

/** Who is away at `now`, and until when: two leaves that touch are one absence. */
const awayAt = (rota: readonly RotaEntry[], now: Instant): ReadonlyMap<StaffId, Instant> => {
  const away = new Map<StaffId, Instant>();
  for (const leave of leavesAhead(rota, now)) {
    const until = away.get(leave.staff);
    if (leave.from <= (until ?? now)) away.set(leave.staff, Math.max(until ?? leave.to, leave.to));
  }
  return away;
};

const staffOf = ({ staff, name, categories, ids }: Reserve): Staff => ({
  id: staff,
  name,
  role: 'engineer',
  primary: [],
  secondary: categories,
  ids,
});

/**
 * The house as it stands at `now`: the reserve that is called is on the staff, and who is away is known. While the lead is away the
 * manager is told in their place, and the other way round; with both away both are told, for somebody must be.
 */
export const houseAt = (house: House, rota: readonly RotaEntry[], now: Instant): House => {
  const away = awayAt(rota, now);
  const reserve = reserveAt(rota, now);
  const { lead, manager } = house.policy;
  const policy = {
    ...house.policy,
    lead: away.has(lead) && !away.has(manager) ? manager : lead,
    manager: away.has(manager) && !away.has(lead) ? lead : manager,
  };
  const called = reserve.filter(({ staff }) => house.staff.every(({ id }) => id !== staff));
  return {
    ...house,
    policy,
    staff: [...house.staff, ...called.map(staffOf)],
    attendance: {
      away,
      onDuty: onDutyAt(rota, house.policy, now).filter((id) => !away.has(id)),
      reserve: new Set(reserve.map(({ staff }) => staff)),
    },
  };
};

/** Lead and manager, each once: while one is away the other is both. */
export const leaders = ({ policy: { lead, manager } }: House): readonly StaffId[] => [...new Set([lead, manager])];
