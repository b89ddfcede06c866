import type { SendOutcome } from '../../bot/gateway.js';
import type { OutboxRow } from '../../entities/outbox.js';
import type { Instant, Millis } from '../model.js';

const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 5 * 60_000;
/** After so long a message is given up: what is a day old is a lie in the group. */
const GIVE_UP_MS = 24 * 3_600_000;

/** What becomes of a message's row. */
export type Change = Pick<OutboxRow, 'state' | 'reason'> &
  Partial<Pick<OutboxRow, 'notBefore' | 'again' | 'sentAt' | 'platformMessageId'>>;

/** As far as the next step depends on it. */
export type Tried = Pick<OutboxRow, 'attempts' | 'triedAt' | 'repeat'>;

/** Doubling from 2 s up to 5 min; `attempts` made so far. */
export const backoff = (attempts: number): Millis =>
  Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(30, Math.max(0, attempts - 1)));

const later = (row: Tried, pause: Millis, reason: string, now: Instant): Change =>
  now - (row.triedAt ?? now) >= GIVE_UP_MS
    ? { state: 'dead', reason: `given up after a day: ${reason}` }
    : { state: 'due', reason, notBefore: now + pause };

/** It may have arrived. By the message's own policy it is sent again, saying so, or left. */
export function afterUnknown(row: Tried, reason: string, now: Instant): Change {
  switch (row.repeat) {
    case 'again':
      return { ...later(row, backoff(row.attempts), reason, now), again: true };
    case 'never':
      return { state: 'unknown', reason };
    default:
      return row.repeat satisfies never;
  }
}

/** Pure. What the outcome of a send makes of the message's row (design.md 2, SendOutcome). */
export function afterOutcome(row: Tried, outcome: SendOutcome, now: Instant): Change {
  switch (outcome.kind) {
    case 'sent':
      return { state: 'sent', reason: null, sentAt: now, platformMessageId: outcome.messageId };
    case 'retry':
      return later(row, outcome.afterMs ?? backoff(row.attempts), outcome.reason, now);
    case 'dead':
      return { state: 'dead', reason: outcome.reason };
    case 'unknown':
      return afterUnknown(row, outcome.reason, now);
    default:
      return outcome satisfies never;
  }
}
