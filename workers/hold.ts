import type { Gateway } from '../bot/gateway.js';
import type { Leases, Logger } from '../dispatcher/ports.js';
import { every, type Beat } from './beat.js';

/** A lease lasts this long without renewal; a standby takes over within it and one beat (issue 2: within 15 s). */
const LEASE_MS = 9_000;
const BEAT_MS = 3_000;

export type Holding = {
  /** Do we hold the channel's connection now? */
  held(): boolean;
  stop(): Promise<void>;
};

/**
 * Holds one channel's connection under a lease: one process at a time connects and sends (a WeCom bot's older connection is dropped by
 * the service). started/stopped: what runs only while we hold it.
 */
export const holdChannel = (
  gateway: Gateway,
  leases: Leases,
  holder: string,
  log: Logger,
  whileHeld: { started(): Promise<void>; stopped(): Promise<void> },
): Holding => {
  const name = `channel:${gateway.channel}`;
  let holds = false;
  const release = async (): Promise<void> => {
    holds = false;
    await whileHeld.stopped();
    await gateway.stop();
  };
  const look = async (): Promise<void> => {
    const mine = await leases.take(name, holder, LEASE_MS).catch(() => null);
    // The database does not answer: nobody else can take the lease either, so what we hold we keep.
    if (mine === null) return;
    if (mine && !holds) {
      holds = true;
      log.info({ channel: gateway.channel }, 'this process holds the connection');
      try {
        await gateway.start();
        await whileHeld.started();
      } catch (error) {
        // Half started is not held: the next look tries again from the beginning.
        const code = error instanceof Error ? error.name : typeof error;
        log.error(
          { code: 'HOLD_FAILED', channel: gateway.channel, error: code },
          'the connection could not be started',
        );
        await release().catch(() => undefined);
      }
    } else if (!mine && holds) {
      log.warn({ code: 'LEASE_LOST', channel: gateway.channel }, 'another process holds the connection; letting go');
      await release();
    }
  };
  const first = look().catch(() => undefined);
  const beat: Beat = every(BEAT_MS, 'LEASE_BEAT_FAILED', look, log);
  return {
    held: () => holds,
    stop: async () => {
      await first;
      await beat.stop();
      if (holds) await release();
      await leases.release(name, holder).catch(() => undefined);
    },
  };
};
