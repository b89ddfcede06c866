/** What the background keeps time and order by: stored timers, and leases. Types only; ports.ts gives them on. */
import type { Instant, Millis, Ticket, Timer } from './model.js';

export interface Timers {
  /** Ids of timers due by now, the earliest first. */
  due(limit: number): Promise<readonly { readonly id: string; readonly due: Instant }[]>;
  /** When the next timer is due, or null. */
  next(): Promise<Instant | null>;
  /** Makes every ticket's stored timers what it wants now (a changed policy); gives how many tickets' were not. */
  realign(wanted: (ticket: Ticket) => readonly Timer[]): Promise<number>;
}

export interface Leases {
  /** Takes or renews a lease for `ms`; false where somebody else holds it. */
  take(name: string, holder: string, ms: Millis): Promise<boolean>;
  release(name: string, holder: string): Promise<void>;
}
