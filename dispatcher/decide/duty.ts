import type { Duty, Instant, RotaEntry, Sender, StaffId } from '../model.js';
import type { Policy } from '../policy.js';
import type { DutyOrder } from '../understand/duty.js';
import { leavesAhead } from './attendance.js';
import { goesOut } from './lifecycle.js';
import { assertNever } from './never.js';
import type { Manned, RotaDecision, RotaEffect } from './rota-decision.js';
import { faulted, type RotaScene } from './rota-scene.js';
import { dutyOfDay, orderedAt, shiftsOf, turnOn } from './shifts.js';
import { DAY, startOfDay } from './time.js';

/** Whose word makes the rota: the lead's and the manager's. */
const may = ({ role }: Sender): boolean => role === 'lead' || role === 'manager';

type Span = { readonly from: Instant; readonly to: Instant };

/** Whole days mean their shifts: from the first of the first day to the end of the last of the last. Times that are told stand. */
const shifted = ({ from, to }: Span, policy: Policy): Span => ({
  from: startOfDay(from) === from ? dutyOfDay(from, policy).from : from,
  to: startOfDay(to) === to ? Math.max(to, dutyOfDay(to - 1, policy).to) : to,
});

const dutiesIn = (rota: readonly RotaEntry[]): readonly Duty[] =>
  rota.flatMap((entry) => (entry.kind === 'duty' && !entry.cancelled ? [entry] : []));

/** Who has duty at an instant by order or by turn, on leave or not. */
const namedAt = (rota: readonly RotaEntry[], at: Instant, policy: Policy): Omit<Manned, 'shift'> => {
  const ordered = orderedAt(rota, at);
  return ordered === null ? { people: turnOn(at, policy), ordered: false } : { people: ordered.people, ordered: true };
};

/** The shifts of the days from `from` on, each with who has it; whoever is on leave when it begins is left out. */
export const mannedFrom = (
  from: Instant,
  days: number,
  rota: readonly RotaEntry[],
  policy: Policy,
): readonly Manned[] =>
  Array.from({ length: days }, (_, day) => startOfDay(from) + day * DAY)
    .flatMap((day) => shiftsOf(day, policy))
    .map((shift) => {
      const named = namedAt(rota, shift.from, policy);
      const gone = leavesAhead(rota, shift.from).filter((leave) => leave.from <= shift.from);
      return { shift, ...named, people: named.people.filter((id) => gone.every(({ staff }) => staff !== id)) };
    });

const done = (effect: RotaEffect, changed: readonly RotaEntry[], note: string): RotaDecision => ({
  changed,
  changes: [],
  effects: [],
  told: [effect],
  note,
});

const make = (people: readonly StaffId[], span: Span, scene: RotaScene): RotaDecision => {
  const { loaded, house, sender, now, home, id, at } = scene;
  const cannot = people.find((who) => !goesOut(house.staff.find((s) => s.id === who)?.role ?? 'engineer'));
  if (cannot !== undefined) return faulted({ kind: 'duty-role', who: cannot }, scene);
  const leave = leavesAhead(loaded.rota, span.from).find(
    (one) => people.includes(one.staff) && one.from < span.to && span.from < one.to,
  );
  if (leave !== undefined) return faulted({ kind: 'duty-away', leave }, scene);
  const duty: Duty = {
    ...{ kind: 'duty', id, people, ...span, home, cancelled: false },
    madeBy: { key: sender.key, name: sender.name },
    madeAt: now,
  };
  const tell = at.chat.kind === 'group' ? [] : people.filter((who) => who !== sender.staff);
  return done({ kind: 'duty-made', duty, at, tell }, [duty], 'duty made');
};

const swap = (pair: readonly [StaffId, StaffId], span: Span, scene: RotaScene): RotaDecision => {
  const { loaded, house } = scene;
  const { people } = namedAt(loaded.rota, span.from, house.policy);
  const [out, ...both] = pair.filter((who) => people.includes(who));
  const into = pair.find((who) => !people.includes(who));
  if (out === undefined || into === undefined || both.length > 0)
    return faulted({ kind: 'swap-none', from: span.from, people }, scene);
  return make(
    people.map((who) => (who === out ? into : who)),
    span,
    scene,
  );
};

/** Orders that lie within the stretch are taken back; one that runs already ends now. */
const end = (span: Span, scene: RotaScene): RotaDecision => {
  const { loaded, now, at } = scene;
  const meant = dutiesIn(loaded.rota).filter((duty) => duty.to > now && duty.from < span.to && span.from < duty.to);
  if (meant.length === 0) return faulted({ kind: 'no-duty', from: span.from }, scene);
  const changed = meant.map((duty) => (duty.from <= now ? { ...duty, to: now } : { ...duty, cancelled: true }));
  return done({ kind: 'duty-ended', entries: meant, at }, changed, 'duty ended');
};

/** How many days a list shows. */
const LISTED = 7;

const list = (from: Instant, days: number, { loaded, house, at }: RotaScene): RotaDecision => {
  const shifts = mannedFrom(from, days, loaded.rota, house.policy);
  const covers = (duty: Duty): boolean => shifts.some(({ shift }) => duty.from <= shift.from && shift.from < duty.to);
  const [start, stop] = [startOfDay(from), startOfDay(from) + days * DAY];
  const extra = dutiesIn(loaded.rota).filter((duty) => duty.to > start && duty.from < stop && !covers(duty));
  return done({ kind: 'duty-list', shifts, extra, at }, [], 'duty list');
};

/** What an order of a member of staff about duty leads to. A refusal changes nothing and says what would work. */
export const decideDuty = (order: DutyOrder, scene: RotaScene): RotaDecision => {
  const { sender, now, house } = scene;
  if (order.kind === 'duty-list') return list(order.from ?? now, order.from === null ? LISTED : 1, scene);
  if (!may(sender)) return faulted({ kind: 'role', act: 'duty' }, scene);
  switch (order.kind) {
    case 'duty-wrong':
      return faulted(order.fault, scene);
    case 'duty':
      return make(order.people, shifted(order, house.policy), scene);
    case 'duty-swap':
      return swap(order.pair, shifted(order, house.policy), scene);
    case 'duty-end':
      return end(shifted(order, house.policy), scene);
    default:
      return assertNever(order);
  }
};
