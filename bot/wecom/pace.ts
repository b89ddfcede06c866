import type { LifeEnd } from './life.js';
import type { Timings } from './options.js';

/** How long to wait after a connection ended, and what to tell the operator. Pure. */

/** What went wrong since it last went well. */
export type Troubles = { readonly losses: number; readonly kicks: number; readonly refusals: number };

export const noTroubles: Troubles = { losses: 0, kicks: 0, refusals: 0 };

export type Pause = {
  readonly troubles: Troubles;
  readonly delayMs: number;
  /** For an operator: what is wrong, and what to do. */
  readonly reason: string;
  /** false: a person must act (it is tried all the same, seldom). */
  readonly retrying: boolean;
};

/** Refusals of a subscribe that say nothing about the secret: busy, or too often (A.8, A.11). */
const PASSING: ReadonlySet<number> = new Set([-1, 45_009, 45_033, 846_607]);

/**
 * Takes the troubles so far, how the connection ended and how long it had been up (ms; null: never); gives the pause.
 *
 * The service guards against frequent subscribing (A.8), so a connection that ends at once does not reset the backoff. After a
 * kick the wait is longer and doubles: two instances that both think they are right must not kick each other in turn (A.9).
 */
export function pace(before: Troubles, end: LifeEnd, upMs: number | null, timings: Timings): Pause {
  const past: Troubles = {
    losses: upMs !== null && upMs >= timings.stableMs ? 0 : before.losses,
    kicks: upMs !== null && upMs >= timings.kickCalmMs ? 0 : before.kicks,
    refusals: upMs !== null ? 0 : before.refusals,
  };
  const backoff = (reason: string): Pause => {
    const troubles = { ...past, losses: past.losses + 1 };
    return {
      troubles,
      delayMs: doubled(timings.backoffFirstMs, troubles.losses, timings.backoffCapMs),
      reason,
      retrying: true,
    };
  };
  switch (end.kind) {
    case 'lost':
      return backoff(
        'The connection was lost or could not be made; trying again. If it lasts, check the way to the WeCom service.',
      );
    case 'mute':
      return backoff(
        'The service did not answer the subscription; trying again. If it lasts, check the service and WECOM_WS_URL.',
      );
    case 'deaf':
      return backoff('The connection was open but nothing came over it for too long; connecting anew.');
    case 'dropped':
      return backoff('The service no longer knew the subscription; connecting anew.');
    case 'kicked': {
      const troubles = { ...past, kicks: past.kicks + 1 };
      const reason =
        'Another connection of this bot took its place; waiting before trying again. Only one process may use a bot id: stop the other.';
      return {
        troubles,
        delayMs: doubled(timings.kickFirstMs, troubles.kicks, timings.kickCapMs),
        reason,
        retrying: true,
      };
    }
    case 'refused': {
      if (end.errcode !== null && PASSING.has(end.errcode)) {
        return backoff(`The service refused the subscription for now (${end.errcode}); trying again.`);
      }
      const refusals = past.refusals + 1;
      const paused = backoff(`The service refused bot id and secret (${end.errcode ?? 'no code'}); trying again.`);
      const troubles = { ...paused.troubles, refusals };
      if (refusals < timings.authTries) return { ...paused, troubles };
      const reason = `The service refuses bot id and secret (${end.errcode ?? 'no code'}). Check WECOM_BOT_ID and WECOM_BOT_SECRET.`;
      return { troubles, delayMs: timings.authSlowMs, reason, retrying: false };
    }
    default:
      return end satisfies never;
  }
}

/** 1 → first, 2 → twice that, … never above the cap. */
const doubled = (firstMs: number, nth: number, capMs: number): number =>
  Math.min(firstMs * 2 ** Math.min(nth - 1, 30), capMs);
