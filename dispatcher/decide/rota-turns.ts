/** When a leave begins or ends, and when a shift begins: whoever goes hands on, whoever comes is told and offered what waits. Pure. */
import type { Instant, Leave, RotaEntry, StaffId } from '../model.js';
import { mannedFrom } from './duty.js';
import type { ShiftOnDay } from './shifts.js';
import { DAY, dateOf } from './time.js';
import type { Calendar, Turn } from './turn.js';

/** A turn is taken late rather than never, but only until its window closes. */
type Window = Turn & { readonly kind: 'rota'; readonly until: Instant };

export type RotaTurn =
  | (Window & { readonly step: 'away'; readonly leave: Leave })
  | (Window & { readonly step: 'back'; readonly leave: Leave })
  | (Window & { readonly step: 'duty'; readonly shift: ShiftOnDay; readonly people: readonly StaffId[] });

const LOOKED_AHEAD = 8;

/** Of a leave that had begun when it was told, the jobs were handed on at once. */
const awayTurn = (entry: RotaEntry): readonly RotaTurn[] =>
  entry.kind !== 'leave' || entry.cancelled || entry.from <= entry.madeAt
    ? []
    : [
        {
          ...{ kind: 'rota', step: 'away', id: `rota-away:${entry.id}`, at: entry.from, until: entry.to },
          since: null,
          staff: entry.staff,
          leave: entry,
        },
      ];

/** At its end whoever was away is back; looked at for a day, as long as the entry is loaded. */
const backTurn = (entry: RotaEntry): readonly RotaTurn[] =>
  entry.kind !== 'leave' || entry.cancelled
    ? []
    : [
        {
          ...{ kind: 'rota', step: 'back', id: `rota-back:${entry.id}`, at: entry.to, until: entry.to + DAY },
          since: null,
          staff: entry.staff,
          leave: entry,
        },
      ];

const dutyTurns = ({ now, policy, rota }: Calendar): readonly RotaTurn[] =>
  mannedFrom(now - DAY, LOOKED_AHEAD, rota, policy)
    .filter(({ people }) => people.length > 0)
    .map(({ shift, people }) => ({
      ...{ kind: 'rota', step: 'duty', id: `rota-duty:${dateOf(shift.day)}:${shift.name}` },
      at: shift.from,
      until: shift.to,
      since: null,
      staff: null,
      shift,
      people,
    }));

const turnsOf = (calendar: Calendar): readonly RotaTurn[] => [
  ...calendar.rota.flatMap(awayTurn),
  ...calendar.rota.flatMap(backTurn),
  ...dutyTurns(calendar),
];

/** Leaves and shifts that have begun and are not over. */
export const rotaTurnsDue = (calendar: Calendar): readonly RotaTurn[] =>
  turnsOf(calendar).filter(({ at, until }) => at <= calendar.now && calendar.now < until);

/** When the next of them begins; null where none does within a week. */
export const nextRotaTurn = (calendar: Calendar): Instant | null =>
  turnsOf(calendar).reduce<Instant | null>(
    (next, { at }) => (at > calendar.now && (next === null || at < next) ? at : next),
    null,
  );
