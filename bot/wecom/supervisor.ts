import type { GatewayStatus } from '../gateway.js';
import { live, type Life, type LifeEnd } from './life.js';
import type { Clock, Logger, Timings } from './options.js';
import { noTroubles, pace } from './pace.js';
import type { OpenSession, Session } from './session.js';

/** Keeps one connection, for ever: asks for leave, connects, waits for its end, pauses, and again. */

export type SupervisorPorts = {
  readonly open: OpenSession;
  readonly mayHold: () => Promise<boolean>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly timings: Timings;
  /** A callback came; told for every connection, also for one that is about to end. */
  readonly onFrame: (frame: unknown, session: Session) => void;
  /** The connection is gone, and with it every req_id (channels.md I). */
  readonly onDown: () => void;
  /** Deaf from … to (ms since the epoch). */
  readonly onGap: (from: number, to: number) => void;
};

export type Supervisor = {
  start(): void;
  stop(): Promise<void>;
  status(): GatewayStatus;
  /** The connection that may be sent over; null while there is none or it is not authenticated. */
  session(): Session | null;
  /** Something came from the service: a proof that it hears us. */
  heard(): void;
  /** The service says that it does not know this subscription (846609). */
  recycle(): void;
};

/** Takes the ports; gives a supervisor at rest. */
export function createSupervisor(ports: SupervisorPorts): Supervisor {
  const { clock, logger, timings } = ports;
  /** Of the present run: a stopped supervisor may be started again (a lease that was lost is won back). */
  let stopping = new AbortController();
  let running: Promise<void> | null = null;
  let life: Life | null = null;
  let session: Session | null = null;
  let upSince: number | null = null;
  /** The last callback; and the last sign of life of any kind. */
  let calledAt: number | null = null;
  let heardAt: number | null = null;
  let deafSince: number | null = null;
  let status: GatewayStatus = { kind: 'down', since: clock.now(), reason: 'Not started.', retrying: false };

  const down = (reason: string, retrying: boolean): void => {
    const since = status.kind === 'down' ? status.since : clock.now();
    status = { kind: 'down', since, reason, retrying };
  };

  const up = (opened: Session): void => {
    const now = clock.now();
    session = opened;
    upSince = now;
    calledAt = null;
    heardAt = null;
    status = { kind: 'up', since: now, lastHeardAt: null };
    logger.info({ gapMs: deafSince === null ? 0 : now - deafSince }, 'wecom connected');
    if (deafSince !== null) ports.onGap(deafSince, now);
    deafSince = null;
  };

  /** Before the end was noticed, the line may have been dead for three heartbeats (A.2): messages of that time may be lost. */
  const fellSilentAt = (endedAt: number, since: number): number =>
    Math.min(endedAt, Math.max(heardAt ?? since, endedAt - 3 * timings.heartbeatMs));

  const frame = (received: unknown, from: Session): void => {
    calledAt = heardAt = clock.now();
    ports.onFrame(received, from);
  };

  const oneLife = async (): Promise<LifeEnd> => {
    const begun = clock.now();
    life = live(ports.open, timings, { up, frame });
    const end = await life.ended;
    if (upSince === null) deafSince ??= begun;
    else deafSince = end.kind === 'deaf' ? (calledAt ?? upSince) : fellSilentAt(clock.now(), upSince);
    life = null;
    session = null;
    ports.onDown();
    return end;
  };

  /** Where the question fails or hangs we stay away: without the database nothing that came in could be kept. */
  const leave = async (): Promise<'mine' | 'another' | 'unclear'> => {
    const late = pause(timings.standbyMs, stopping.signal).then(() => 'unclear' as const);
    try {
      return await Promise.race([ports.mayHold().then((mine) => (mine ? 'mine' : 'another')), late]);
    } catch (error) {
      logger.error(
        { error: error instanceof Error ? error.name : 'unknown' },
        'wecom: cannot tell whether we may connect',
      );
      return 'unclear';
    }
  };

  const standBy = (why: 'another' | 'unclear'): void => {
    const now = clock.now();
    if (why === 'another') {
      down('Another process holds the connection of this bot; this one stands by.', true);
      deafSince = now; // until now it was the other one's to hear
    } else {
      down('Whether this process may connect cannot be told; asking again. Check the database.', true);
      deafSince ??= now;
    }
  };

  const run = async (): Promise<void> => {
    let troubles = noTroubles;
    while (!stopping.signal.aborted) {
      const whose = await leave();
      if (stopping.signal.aborted) break;
      if (whose !== 'mine') {
        standBy(whose);
        await pause(timings.standbyMs, stopping.signal);
        continue;
      }
      const end = await oneLife();
      const next = pace(troubles, end, upSince === null ? null : clock.now() - upSince, timings);
      troubles = next.troubles;
      upSince = null;
      down(next.reason, next.retrying);
      if (stopping.signal.aborted) break;
      logger[end.kind === 'lost' ? 'warn' : 'error'](
        { end: end.kind, delayMs: next.delayMs },
        'wecom connection ended',
      );
      await pause(next.delayMs, stopping.signal);
    }
    down('Stopped.', false);
  };

  return {
    start() {
      if (running) return;
      stopping = new AbortController();
      down('Connecting.', true);
      running = run();
    },
    async stop() {
      stopping.abort();
      life?.drop('stopping');
      await running;
      running = null;
    },
    status: () => (status.kind === 'up' ? { ...status, lastHeardAt: heardAt } : status),
    session: () => session,
    heard() {
      heardAt = clock.now();
    },
    recycle: () => life?.drop('not-subscribed'),
  };
}

/** Waits, or less when it is aborted. Never rejects. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
