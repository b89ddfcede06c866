/** What must hold whatever happens; each breach is a sentence. */
import { clocksOf } from '../../dispatcher/decide/sla.js';
import type { Instant, Ticket } from '../../dispatcher/model.js';
import { isHeld } from '../../dispatcher/decide/evolve.js';
import { TimerTable } from '../../entities/timer.js';
import type { Store } from '../../entities/store.js';
import { PER_MINUTE, type World } from './world.js';

const MINUTE = 60_000;

/** Every open ticket has a next timer, or waits for the open head of its incident; whoever accepted has a name. */
export const checkOpen = async (world: World, store: Store): Promise<readonly string[]> => {
  const open = await world.record.views.openTickets();
  const rows = await store.dataSource.manager.find(TimerTable, { select: { ticket: true }, where: { state: 'due' } });
  const timed = new Set(rows.map(({ ticket }) => ticket));
  const heads = new Set(open.flatMap((t) => (t.incident?.part === 'head' ? [t.incident.id] : [])));
  return open.flatMap((t) => {
    const faults: string[] = [];
    if (isHeld(t) && !heads.has(t.incident?.id ?? '')) faults.push(`${t.no} waits for an incident that is over`);
    if (!isHeld(t) && !timed.has(t.id)) faults.push(`${t.no} (${t.state}) is open and has no timer`);
    if ('assignee' in t && !world.house.staff.some(({ id }) => id === t.assignee))
      faults.push(`${t.no} is with nobody`);
    return faults;
  });
};

/** No minute of a chat above its budget. at: when its messages were sent, in order. */
export const checkBudget = (chat: string, at: readonly Instant[]): readonly string[] =>
  at.flatMap((from, i) => {
    const last = at[i + PER_MINUTE];
    return last !== undefined && last - from < MINUTE ? [`${chat} was told more than ${PER_MINUTE} in a minute`] : [];
  });

export type Late = { readonly accept: boolean; readonly arrive: boolean; readonly resolve: boolean };

/** Which promises of a finished ticket were not kept, on its last clock. */
export const lateOf = (ticket: Ticket, world: World): Late => {
  const late = (kind: 'accept' | 'arrive' | 'resolve'): boolean =>
    clocksOf(ticket, world.house.policy).some((c) => c.kind === kind && c.doneAt !== null && c.doneAt > c.due);
  return { accept: late('accept'), arrive: late('arrive'), resolve: late('resolve') };
};

/** A repair that came late was told to somebody when it fell due. A member of an incident is spoken of with its head. */
export const checkTold = (ticket: Ticket, late: Late): readonly string[] =>
  late.resolve && ticket.incident?.part !== 'member' && !ticket.told.some((key) => key.startsWith('resolve-due:'))
    ? [`${ticket.no} was repaired late and nobody was told`]
    : [];
