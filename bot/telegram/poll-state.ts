import type { GatewayStatus } from '../gateway.js';
import type { Clock, Logger } from './options.js';
import type { PollFailure } from './poll-failure.js';

/** What is known of the connection: up or down since when, and how long it was deaf. Logs changes, not repeats. */

export type PollState = {
  status(): GatewayStatus;
  /** Whether the last failure was another instance polling, and that is not over yet. */
  readonly contested: boolean;
  connecting(): void;
  stopped(): void;
  /** A poll was answered. */
  up(): void;
  /** Updates came. */
  heard(): void;
  /** Books a failure; gives how many there were in a row. */
  down(failure: PollFailure): number;
};

export type PollStatePorts = {
  readonly clock: Clock;
  readonly logger: Logger;
  /** How long the server keeps what we do not fetch, ms. */
  readonly replayMs: number;
  missed(from: number, to: number): void;
};

export function createPollState({ clock, logger, replayMs, missed }: PollStatePorts): PollState {
  let status: GatewayStatus = { kind: 'down', since: clock.now(), reason: 'not started', retrying: false };
  let lastHeardAt: number | null = null;
  let lastAnswerAt: number | null = null;
  let failures = 0;
  let contested = false;

  const setDown = (reason: string, retrying: boolean): void => {
    status = { kind: 'down', since: status.kind === 'down' ? status.since : clock.now(), reason, retrying };
  };

  return {
    status: () => (status.kind === 'up' ? { ...status, lastHeardAt } : status),
    get contested() {
      return contested;
    },
    connecting: () => setDown('connecting', true),
    stopped: () => setDown('stopped', false),
    heard: () => {
      lastHeardAt = clock.now();
    },
    up() {
      const now = clock.now();
      if (lastAnswerAt !== null && now - lastAnswerAt > replayMs) {
        logger.error(
          { code: 'TELEGRAM_GAP', from: lastAnswerAt, to: now - replayMs },
          'messages of this time are lost',
        );
        missed(lastAnswerAt, now - replayMs);
      }
      lastAnswerAt = now;
      failures = 0;
      contested = false;
      if (status.kind === 'up') return;
      status = { kind: 'up', since: now, lastHeardAt };
      logger.info({ code: 'TELEGRAM_UP' }, 'polling');
    },
    down(failure) {
      failures += 1;
      contested = failure.code === 'CONFLICT' || (contested && failure.retrying);
      if (status.kind === 'up' || status.reason !== failure.reason) {
        const level = failure.retrying ? 'warn' : 'error';
        logger[level]({ code: `TELEGRAM_POLL_${failure.code}` }, failure.reason);
      }
      setDown(failure.reason, failure.retrying);
      return failures;
    },
  };
}
