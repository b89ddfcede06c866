/** Incidents: reports that share a cause. Types only; the rules stand in decide/incident*.ts (issue 4, «Storms»). */
import type { ChatRef } from '../bot/gateway.js';
import type { Actor, IncidentId, Instant, TicketId, UnitName } from './model.js';

/** What the reports share. node: the machine room that units hang on, or its trunk. room: an alarm of the room itself. */
export type IncidentCause =
  | { readonly kind: 'node'; readonly name: string }
  | { readonly kind: 'room'; readonly name: string }
  | { readonly kind: 'ring'; readonly name: string; readonly rooms: readonly string[] };

/** suspected: taken as true for speaking, not yet confirmed. repaired and dismissed are over. */
export type IncidentState = 'suspected' | 'confirmed' | 'repaired' | 'dismissed';

/** What happened to an incident, in the order of its log; `gathered` and `parted` name a ticket. */
export type IncidentEvent = { readonly at: Instant; readonly by: Actor } & (
  | { readonly kind: 'suspected'; readonly evidence: readonly TicketId[] }
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'gathered'; readonly ticket: TicketId }
  | { readonly kind: 'parted'; readonly ticket: TicketId }
  | { readonly kind: 'repaired' }
  | { readonly kind: 'dismissed' }
);

export type Incident = {
  readonly id: IncidentId;
  readonly cause: IncidentCause;
  readonly state: IncidentState;
  /** The group in which it is spoken of. */
  readonly home: ChatRef;
  /** The one ticket that is dispatched. */
  readonly head: TicketId;
  /** Units affected, each once, in the order of their reports. */
  readonly units: readonly UnitName[];
  readonly openedAt: Instant;
  readonly endedAt: Instant | null;
  /** When the last line to those who joined goes out: the next is gathered with it, or goes a fold later. */
  readonly lineAt: Instant;
  readonly log: readonly IncidentEvent[];
};
