import type { Api } from 'grammy';
import type { GatewayStatus } from '../gateway.js';
import { createKeeper } from './keep.js';
import type { Clock, Logger, Timings } from './options.js';
import { backoff, pause } from './pause.js';
import { readPollFailure } from './poll-failure.js';
import { createPollState } from './poll-state.js';
import { ALLOWED_UPDATES, meSchema } from './updates.js';
import type { Me } from './updates.js';

/**
 * Long polling that confirms an update only after it was kept (channels.md D.2). grammY's own `bot.start` is not used: it passes
 * over an update whose handler failed, and when stopped confirms the one that is still being handled.
 */

export type PollPorts = {
  /** Its calls must end by themselves after `pollMs + pollGraceMs`: a poll can hang. */
  readonly api: Api;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly timings: Timings;
  /** Resolves when the update is kept; rejects where it must come again. */
  keep(update: unknown): Promise<void>;
  /** Told at every connection who the bot is and what it may hear. */
  met(me: Me): void;
  /** Nothing was heard from `from` to `to`, ms since the epoch, and the server has forgotten it. */
  missed(from: number, to: number): void;
};

export type Poll = {
  start(): void;
  /** Lets the update under way end (for `drainMs`), confirms what was kept, and resolves. For good: a poll starts once. */
  stop(): Promise<void>;
  status(): GatewayStatus;
};

// grammY's types know only the signal of the package it brings for old platforms; it takes any.
type GrammySignal = NonNullable<Parameters<Api['getUpdates']>[1]>;

/** Makes a poll that is not started. Once started it goes on for ever, whatever the server answers. */
export function createPoll(ports: PollPorts): Poll {
  const { api, clock, logger, timings } = ports;
  const stopping = new AbortController();
  const signal = stopping.signal as unknown as GrammySignal;
  const state = createPollState({ clock, logger, replayMs: timings.replayMs, missed: ports.missed });
  const keeper = createKeeper({ keep: ports.keep, logger, timings, stopping: stopping.signal });
  /** The lowest id not yet confirmed. null: from the earliest the server has, which after an empty poll is the same. */
  let offset: number | null = null;
  let running: Promise<void> | null = null;
  /** Stopped without waiting for the end: somebody else may be polling by now. */
  let abandoned = false;

  async function connect(): Promise<void> {
    const me = meSchema.parse(await api.getMe(signal));
    await api.deleteWebhook({ drop_pending_updates: false }, signal);
    ports.met(me);
  }

  async function fetch(timeoutMs: number): Promise<readonly unknown[]> {
    const from = offset === null ? {} : { offset };
    const asked = { ...from, timeout: timeoutMs / 1000, allowed_updates: ALLOWED_UPDATES };
    const updates: unknown = await api.getUpdates(asked, signal);
    if (!Array.isArray(updates)) throw new TypeError('getUpdates gave no list');
    return updates as unknown[];
  }

  async function take(updates: readonly unknown[]): Promise<void> {
    if (updates.length > 0) state.heard();
    const kept = await keeper.keepAll(updates);
    // Also where it is lower than before: after a quiet week ids begin anew, and what was confirmed the server has forgotten.
    if (kept !== null) offset = kept + 1;
    // With nothing left to confirm none is needed, and a stale one could be above the new ids.
    else if (updates.length === 0) offset = null;
    else if (!stopping.signal.aborted) throw new TypeError('getUpdates gave updates without ids');
  }

  /** Polls until something fails. The first poll does not wait, so that `status` knows soon. */
  async function session(): Promise<void> {
    await connect();
    let timeoutMs = 0;
    while (!stopping.signal.aborted) {
      const updates = await fetch(timeoutMs);
      // Two instances end each other's long polls: after a conflict only a long one that lasted tells that it is over.
      if (!state.contested || timeoutMs > 0) state.up();
      timeoutMs = timings.pollMs;
      await take(updates);
    }
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await session();
      } catch (error) {
        if (stopping.signal.aborted) break;
        const failure = readPollFailure(error, timings);
        const failures = state.down(failure);
        await pause(failure.waitMs ?? backoff(failures, timings.backoffFirstMs, timings.backoffCapMs), stopping.signal);
      }
    }
    await confirm();
  }

  /** Tells the server what was kept since the last poll, so that it does not come again. What comes of it is not needed. */
  async function confirm(): Promise<void> {
    if (offset === null || abandoned || state.status().kind !== 'up') return;
    await api.getUpdates({ offset, limit: 1, timeout: 0 }).catch(() => {
      logger.debug({ code: 'TELEGRAM_UNCONFIRMED' }, 'the last updates were not confirmed; they will come again');
    });
  }

  async function inTime(end: Promise<void>): Promise<void> {
    const early = new AbortController();
    const ended = end.then(() => true);
    abandoned = !(await Promise.race([ended, pause(timings.drainMs, early.signal).then(() => false)]));
    early.abort();
    if (abandoned)
      logger.error({ code: 'TELEGRAM_ABANDONED' }, 'an update was still being kept at the stop; it comes again');
  }

  return {
    start() {
      if (running !== null || stopping.signal.aborted) return;
      state.connecting();
      running = run();
    },
    async stop() {
      stopping.abort();
      await inTime(running ?? Promise.resolve());
      state.stopped();
    },
    status: state.status,
  };
}
