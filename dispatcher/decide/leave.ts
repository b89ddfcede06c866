import type { Leave, RotaEntry, Sender, StaffId } from '../model.js';
import type { LeaveOrder } from '../understand/leave.js';
import { holds, houseAt, leavesAhead } from './attendance.js';
import { coverOf } from './cover.js';
import { handOnAll, jobsOf } from './hand-on.js';
import { assertNever } from './never.js';
import type { Handed, RotaDecision } from './rota-decision.js';
import { faulted, type RotaScene } from './rota-scene.js';
import { actorOf } from './scene.js';
import { offerWaiting } from './waiting.js';

/** Lead and manager for anybody, everybody for themselves (issue 4). */
const may = (who: StaffId, { role, staff }: Sender): boolean => role === 'lead' || role === 'manager' || staff === who;

const NOTHING: Handed = { moved: [], kept: [] };

/** Who hears of it directly: the lead (or who stands in), where somebody told it for themselves and alone. */
const toTell = (scene: RotaScene): StaffId | null => {
  const { sender, house, loaded, now, at } = scene;
  const { lead } = houseAt(house, loaded.rota, now).policy;
  const led = sender.role === 'lead' || sender.role === 'manager';
  return at.chat.kind === 'group' || led || sender.staff === lead ? null : lead;
};

const add = (order: Extract<LeaveOrder, { kind: 'leave' }>, who: StaffId, scene: RotaScene): RotaDecision => {
  const { now, loaded, house, sender, home, id, at } = scene;
  const { from, to, why } = order;
  const clash = leavesAhead(loaded.rota, now).find((one) => one.staff === who && one.from < to && from < one.to);
  if (clash !== undefined) return faulted({ kind: 'leave-exists', leave: clash }, scene);
  const leave: Leave = {
    ...{ kind: 'leave', id, staff: who, from, to, why, home, cancelled: false },
    madeBy: { key: sender.key, name: sender.name },
    madeAt: now,
  };
  const rota = [...loaded.rota, leave];
  const without = houseAt(house, rota, now);
  const begun = holds(leave, now);
  const by = actorOf(sender);
  const handing = { now, by, house: without, loads: loaded.loads, reason: '请假' };
  const gone = begun ? handOnAll(who, loaded.tickets, handing) : { ...NOTHING, changes: [], effects: [] };
  return {
    changed: [leave],
    changes: gone.changes,
    effects: gone.effects,
    told: [
      {
        kind: 'leave-made',
        leave,
        held: begun ? [] : jobsOf(who, loaded.tickets),
        handed: { moved: gone.moved, kept: gone.kept },
        cover: coverOf(who, rota, without, from, to),
        at,
        tell: toTell(scene),
      },
    ],
    note: 'leave made',
  };
};

/** Whoever is back is offered what waited while he was away. */
const backAt = (who: StaffId, rota: readonly RotaEntry[], { now, loaded, house }: RotaScene) => {
  const { loads, guarantees, tickets } = loaded;
  return offerWaiting(tickets, { now, house: houseAt(house, rota, now), loads, guarantees, who: [who] });
};

/** Ended while it lasts, it ends now; one that has not begun is taken back. */
const end = (order: Extract<LeaveOrder, { kind: 'leave-end' }>, who: StaffId, scene: RotaScene): RotaDecision => {
  const { now, loaded, at } = scene;
  const own = leavesAhead(loaded.rota, now).filter((leave) => leave.staff === who);
  const { on } = order;
  const meant = on === null ? own : own.filter((leave) => leave.from <= on && on < leave.to);
  const [only, ...others] = meant;
  if (only === undefined) return faulted({ kind: 'no-leave', who }, scene);
  if (others.length > 0) return faulted({ kind: 'which-leave', options: meant }, scene);
  const begun = holds(only, now);
  const leave: Leave = begun ? { ...only, to: now } : { ...only, cancelled: true };
  const how = begun ? 'ended' : 'cancelled';
  const rota = loaded.rota.map((entry) => (entry.id === leave.id ? leave : entry));
  const next = begun ? backAt(who, rota, scene) : { changes: [], effects: [] };
  return {
    changed: [leave],
    changes: next.changes,
    effects: next.effects,
    told: [{ kind: 'leave-ended', leave: only, how, at }],
    note: `leave ${how}`,
  };
};

/** What an order of a member of staff about leave leads to. A refusal changes nothing and says what would work. */
export const decideLeave = (order: LeaveOrder, scene: RotaScene): RotaDecision => {
  const { sender, loaded, now, at } = scene;
  switch (order.kind) {
    case 'leave-list': {
      const leaves = leavesAhead(loaded.rota, now);
      return { changed: [], changes: [], effects: [], told: [{ kind: 'leave-list', leaves, at }], note: 'leave list' };
    }
    case 'leave-wrong':
      return faulted(order.fault, scene);
    case 'leave':
    case 'leave-end': {
      const who = order.who ?? sender.staff;
      if (who === null || !may(who, sender)) return faulted({ kind: 'role', act: 'leave' }, scene);
      return order.kind === 'leave' ? add(order, who, scene) : end(order, who, scene);
    }
    default:
      return assertNever(order);
  }
};
