import { GrammyError, HttpError } from 'grammy';
import { networkCause } from './outcome.js';
import type { Timings } from './options.js';

/** What a failed poll means: what an operator reads, whether a person must act, and when to try again. Pure. */

export type PollFailure = {
  readonly code: 'CONFLICT' | 'REFUSED' | 'BUSY' | 'SERVER' | 'NETWORK' | 'UNREADABLE';
  readonly reason: string;
  readonly retrying: boolean;
  /** Milliseconds; null: with growing waits. */
  readonly waitMs: number | null;
};

/** Takes whatever getMe, deleteWebhook or getUpdates threw (channels.md D.2, D.8). */
export function readPollFailure(error: unknown, timings: Timings): PollFailure {
  if (error instanceof GrammyError) return readRefusal(error, timings);
  if (error instanceof HttpError) {
    const cause = networkCause(error);
    const reason = `no connection to the Bot API (${cause}): check the network and TELEGRAM_API_ROOT`;
    return { code: 'NETWORK', reason, retrying: true, waitMs: null };
  }
  const reason = 'the Bot API answered something else than it should: check TELEGRAM_API_ROOT';
  return { code: 'UNREADABLE', reason, retrying: true, waitMs: null };
}

function readRefusal({ error_code: code, parameters }: GrammyError, timings: Timings): PollFailure {
  switch (code) {
    case 401:
    case 404: {
      const reason = `the token is refused (${code}): set TELEGRAM_BOT_TOKEN to what BotFather gives and start again`;
      return { code: 'REFUSED', reason, retrying: false, waitMs: timings.refusedMs };
    }
    case 409: {
      const reason = 'another instance polls with this token: stop it, one process may hold the bot';
      return { code: 'CONFLICT', reason, retrying: true, waitMs: timings.conflictMs };
    }
    case 429: {
      const after = parameters.retry_after;
      const waitMs = after === undefined ? null : after * 1000;
      return { code: 'BUSY', reason: 'the Bot API asks to wait', retrying: true, waitMs };
    }
    default:
      return {
        code: 'SERVER',
        reason: `the Bot API failed (${code}): nothing to do but wait`,
        retrying: true,
        waitMs: null,
      };
  }
}
