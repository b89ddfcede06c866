import type { Instant, Timer } from '../model.js';
import type { TimerRow } from '../../entities/timer.js';

/** What has to be written so that a ticket has just the timers it wants. */
export type TimerChanges = {
  readonly insert: readonly Timer[];
  /** Due at another time than before, or cancelled and wanted again. */
  readonly move: readonly { readonly id: string; readonly due: Instant }[];
  readonly cancel: readonly string[];
  /** The earliest that will ring; null where none will. */
  readonly next: Instant | null;
};

/** Pure. A timer that is done has spoken and never comes again, whatever is wanted; one that is not wanted any more is cancelled. */
export function reconcile(
  existing: readonly Pick<TimerRow, 'id' | 'key' | 'due' | 'state'>[],
  wanted: readonly Timer[],
): TimerChanges {
  const byKey = new Map(existing.map((row) => [row.key, row]));
  const keys = new Set(wanted.map(({ key }) => key));
  const insert = wanted.filter(({ key }) => !byKey.has(key));
  const move = wanted.flatMap(({ key, due }) => {
    const row = byKey.get(key);
    if (row === undefined || row.state === 'done') return [];
    return row.state === 'cancelled' || row.due !== due ? [{ id: row.id, due }] : [];
  });
  const cancel = existing.filter(({ key, state }) => state === 'due' && !keys.has(key)).map(({ id }) => id);
  const ringing = wanted.filter(({ key }) => byKey.get(key)?.state !== 'done').map(({ due }) => due);
  return { insert, move, cancel, next: ringing.length === 0 ? null : Math.min(...ringing) };
}
